package pim.simulate;

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

    Execution(Machine machine, ActionTable actions, Core[] byNumber, Timeline timeline) {
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
                case ActionTable.ACCESS -> {
                    unit.delay = core.localMemory.request(timeline.now, unit.delay, actions.durations[at]);
                    unit.accesses += actions.durations[at];
                }
                case ActionTable.COMPUTE -> {
                    unit.delay += actions.durations[at];
                    unit.computes += actions.durations[at];
                }
                case ActionTable.ELAPSE -> {
                    timeline.waitFor(unit.elapse(), unit.process);
                    return;
                }
                case ActionTable.LOAD -> {
                    post(core, Switch.LOAD, Interconnect.MEMORY, unit, at);
                    return;
                }
                case ActionTable.STORE -> {
                    post(core, Switch.STORE, Interconnect.MEMORY, unit, at);
                    return;
                }
                case ActionTable.OFFER -> {
                    core.offering = unit;
                    if (!hasProgram(unit.peer)) return;
                    post(core, Switch.READY, unit.peer, unit, at);
                    return;
                }
                case ActionTable.TRANSMIT -> {
                    byNumber[unit.peer].accepting.waited(Cause.PARTNER, timeline.now);
                    post(core, Switch.DATA, unit.peer, unit, at);
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
                    post(core, Switch.SIGNAL, unit.peer, unit, at);
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

    /// A core without a program never answers: who has a message for it waits for ever.
    private boolean hasProgram(int core) {
        return core < byNumber.length && byNumber[core] != null;
    }

    private void post(Core core, byte kind, int target, Unit sender, int at) {
        if (kind <= Switch.READY) sender.since = timeline.now;
        var network = core.network;
        network.enqueue(kind, target, actions.bytes[at], sender, kind == Switch.SIGNAL ? sender.event : at);
        if (network.state == Switch.State.IDLE) {
            network.state = Switch.State.NOTIFIED;
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
        post(core, Switch.PERMIT, sender, core.accepting, core.accepting.at - 1);
    }

    /// Until the switch has to wait or has no more messages.
    void proceed(Switch network) {
        for (;;) {
            switch (network.state) {
                case IDLE, NOTIFIED -> {
                    if (network.isEmpty()) {
                        network.state = Switch.State.IDLE;
                        return;
                    }
                    network.state = Switch.State.UNDER_WAY;
                    timeline.waitFor(interconnect.arrival(timeline.now, network.core.number, network.target(), network.size()) - timeline.now, network.process);
                    return;
                }
                case UNDER_WAY -> {
                    network.state = Switch.State.ARRIVED;
                    timeline.waitFor(deliver(network), network.process);
                    return;
                }
                case ARRIVED -> {
                    if (network.kind() == Switch.LOAD || network.kind() == Switch.STORE) timeline.wake(network.sender().process);
                    network.poll();
                    network.state = Switch.State.IDLE;
                }
            }
        }
    }

    /// What a message does where it arrives.
    ///
    /// @return for how long the sending switch is still busy
    private long deliver(Switch network) {
        var sender = network.sender();
        int from = network.core.number, at = network.amount();
        switch (network.kind()) {
            case Switch.LOAD, Switch.STORE -> {
                boolean writes = network.kind() == Switch.STORE;
                long duration = actions.durations[at], done = timeline.now + globalMemory.access(timeline.now, sender.address, duration, writes);
                long answered = interconnect.arrival(done, Interconnect.MEMORY, from, actions.answers[at]);
                sender.waited(Cause.LINK, timeline.now);
                sender.spent[Cause.MEMORY.ordinal()] += duration;
                sender.spent[Cause.MEMORY_PORT.ordinal()] += done - timeline.now - duration;
                sender.spent[Cause.LINK.ordinal()] += answered - done;
                return answered - timeline.now;
            }
            case Switch.READY -> {
                var to = byNumber[network.target()];
                sender.waited(Cause.LINK, timeline.now);
                to.offered.set(from);
                if (to.acceptsFrom == from) permit(to, from);
                return OFFER_PAUSE;
            }
            case Switch.PERMIT -> wake(byNumber[network.target()].offering, Cause.LINK);
            case Switch.DATA -> wake(byNumber[network.target()].accepting, Cause.LINK);
            default -> {
                var to = byNumber[network.target()];
                int event = network.amount();
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
