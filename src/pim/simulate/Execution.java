package pim.simulate;

import java.util.ArrayList;
import java.util.List;

/// Lets units go through the actions of their instructions, and switches through their messages.
final class Execution {
    /// How long a switch is busy after an offer has arrived.
    private static final long OFFER_PAUSE = 1000;

    private final ActionTable actions;
    private final Interconnect interconnect;
    private final GlobalMemory globalMemory;
    /// By the number of a core, which may have no program.
    private final Core[] byNumber;
    private final Timeline timeline;
    /// The process of the first message that is by itself; the others follow.
    private final int firstFlight;
    private final List<Message> flights = new ArrayList<>();
    /// Messages to be used again.
    private final List<Message> messages = new ArrayList<>();

    Execution(Machine machine, ActionTable actions, Core[] byNumber, Timeline timeline, int firstFlight) {
        this.firstFlight = firstFlight;
        this.actions = actions;
        interconnect = machine.interconnect();
        globalMemory = machine.globalMemory();
        this.byNumber = byNumber;
        this.timeline = timeline;
    }

    /// Until the unit has to wait or its instruction is done.
    void proceed(Unit unit) {
        var core = unit.core;
        for (;;) {
            int at = unit.at++;
            switch (actions.kinds[at]) {
                case ActionTable.BURST -> {
                    if (unit.delay == 0 && core.localMemory.isFree(timeline.now)) {
                        var burst = actions.bursts[at];
                        core.localMemory.take(timeline.now, burst.port());
                        unit.at = burst.next();
                        timeline.waitFor(unit.elapse(burst), unit.process);
                        return;
                    }
                    access(unit, at);
                }
                case ActionTable.ACCESS -> access(unit, at);
                case ActionTable.COMPUTE -> {
                    unit.delay = Math.addExact(unit.delay, actions.durations[at]);
                    unit.computes += actions.durations[at];
                }
                case ActionTable.ELAPSE -> {
                    timeline.waitFor(unit.elapse(), unit.process);
                    return;
                }
                case ActionTable.LOAD -> {
                    post(core, Message.LOAD, Interconnect.MEMORY, unit, at);
                    return;
                }
                case ActionTable.STORE -> {
                    post(core, Message.STORE, Interconnect.MEMORY, unit, at);
                    return;
                }
                case ActionTable.OFFER -> {
                    core.offering = unit;
                    if (!hasProgram(unit.peer)) return;
                    post(core, Message.READY, unit.peer, unit, at);
                    return;
                }
                case ActionTable.TRANSMIT -> {
                    byNumber[unit.peer].accepting.waited(Cause.PARTNER, timeline.now);
                    post(core, Message.DATA, unit.peer, unit, at);
                }
                case ActionTable.ACCEPT -> {
                    core.accepting = unit;
                    unit.since = timeline.now;
                    if (core.offered.get(unit.peer)) permit(core, unit.peer);
                    else core.acceptsFrom = unit.peer;
                    return;
                }
                case ActionTable.SIGNAL -> {
                    if (!hasProgram(unit.peer)) return;
                    post(core, Message.SIGNAL, unit.peer, unit, at);
                }
                case ActionTable.AWAIT -> {
                    if (core.events[unit.event] != unit.value) {
                        core.awaiting = unit;
                        unit.since = timeline.now;
                        return;
                    }
                    core.events[unit.event] = 0;
                }
                default -> {
                    timeline.end(unit);
                    return;
                }
            }
        }
    }

    private void access(Unit unit, int at) {
        unit.delay = unit.core.localMemory.request(timeline.now, unit.delay, actions.durations[at]);
        unit.accesses += actions.durations[at];
    }

    /// A core without a program never answers: who has a message for it waits for ever.
    private boolean hasProgram(int core) {
        return core < byNumber.length && byNumber[core] != null;
    }

    private void post(Core core, byte kind, int target, Unit sender, int at) {
        if (kind <= Message.READY) sender.since = timeline.now;
        var network = core.network;
        var message = messages.isEmpty() ? new Message() : messages.removeLast();
        message.kind = kind;
        message.from = core;
        message.target = target;
        message.bytes = actions.bytes[at];
        message.sender = sender;
        message.details = kind == Message.SIGNAL ? sender.event : at;
        network.enqueue(message);
        if (network.phase == Switch.Phase.IDLE) {
            network.phase = Switch.Phase.NOTIFIED;
            timeline.wake(network.process);
        }
    }

    private void permit(Core core, int sender) {
        core.offered.clear(sender);
        core.acceptsFrom = -1;
        var offering = byNumber[sender].offering;
        offering.waited(Cause.PARTNER, timeline.now);
        offering.partner = core.accepting.number;
        core.accepting.partner = offering.number;
        // The permission is of the size that the accepting instruction says; its action has just been passed.
        post(core, Message.PERMIT, sender, core.accepting, core.accepting.at - 1);
    }

    /// Until the switch has to wait or has no more messages.
    void proceed(Switch network) {
        for (;;) {
            switch (network.phase) {
                case IDLE, NOTIFIED, LEAVING -> {
                    if (network.isEmpty()) {
                        network.phase = Switch.Phase.IDLE;
                        return;
                    }
                    send(network);
                    return;
                }
                case UNDER_WAY -> {
                    network.phase = Switch.Phase.ARRIVED;
                    timeline.waitFor(deliver(network.first()), network.process);
                    return;
                }
                case ARRIVED -> {
                    answer(network.poll());
                    network.phase = Switch.Phase.IDLE;
                }
            }
        }
    }

    private void send(Switch network) {
        var message = network.first();
        long departure = interconnect.departure(timeline.now, message.bytes);
        long arrival = interconnect.arrival(timeline.now, network.core.number, message.target, message.bytes);
        if (departure == Interconnect.WITH_ARRIVAL) {
            network.phase = Switch.Phase.UNDER_WAY;
            timeline.waitFor(arrival - timeline.now, network.process);
        } else {
            network.phase = Switch.Phase.LEAVING;
            network.poll();
            if (message.process < 0) {
                message.process = firstFlight + flights.size();
                flights.add(message);
            }
            message.arrived = false;
            timeline.waitFor(departure - timeline.now, network.process);
            timeline.waitFor(arrival - timeline.now, message.process);
        }
    }

    /// Lets a message go on that is by itself.
    void proceedFlight(int process) {
        var message = flights.get(process - firstFlight);
        if (!message.arrived) {
            message.arrived = true;
            timeline.waitFor(deliver(message), process);
        } else {
            answer(message);
        }
    }

    /// The message has done what it was for.
    private void answer(Message message) {
        if (message.kind == Message.LOAD || message.kind == Message.STORE) timeline.wake(message.sender.process);
        messages.add(message);
    }

    /// Goes through the messages that are by themselves, and those to be used again, in their order.
    void state(State state) {
        for (var message : flights) message.state(state);
        for (var message : messages) state.exact(message.process);
    }

    /// What a message does where it arrives.
    ///
    /// @return for how long it is still busy there
    private long deliver(Message message) {
        var sender = message.sender;
        int from = message.from.number;
        switch (message.kind) {
            case Message.LOAD, Message.STORE -> {
                int at = message.details;
                boolean writes = message.kind == Message.STORE;
                long now = timeline.now, duration = actions.durations[at];
                long done = Math.addExact(now, globalMemory.access(now, sender.address, duration, writes));
                long answered = interconnect.arrival(done, Interconnect.MEMORY, from, actions.answers[at]);
                sender.waited(Cause.LINK, now);
                // A memory of several ports works for less time than the accesses take one after the other.
                long own = Math.min(duration, done - now);
                sender.spent[Cause.MEMORY.ordinal()] += own;
                sender.spent[Cause.MEMORY_PORT.ordinal()] += done - now - own;
                sender.spent[Cause.LINK.ordinal()] += answered - done;
                return answered - now;
            }
            case Message.READY -> {
                var to = byNumber[message.target];
                sender.waited(Cause.LINK, timeline.now);
                to.offered.set(from);
                if (to.acceptsFrom == from) permit(to, from);
                return OFFER_PAUSE;
            }
            case Message.PERMIT -> wake(byNumber[message.target].offering, Cause.LINK);
            case Message.DATA -> wake(byNumber[message.target].accepting, Cause.LINK);
            default -> {
                var to = byNumber[message.target];
                int event = message.details;
                to.events[event]++;
                if (to.awaiting != null && to.awaiting.event == event && to.events[event] == to.awaiting.value) {
                    to.events[event] = 0;
                    wake(to.awaiting, Cause.PARTNER);
                    to.awaiting = null;
                }
            }
        }
        return 0;
    }

    private void wake(Unit unit, Cause cause) {
        unit.waited(cause, timeline.now);
        timeline.wake(unit.process);
    }
}
