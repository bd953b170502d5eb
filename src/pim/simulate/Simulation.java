package pim.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A run of programs on a machine of cores: discrete events, in picoseconds. All cores share one clock; a unit that has done its work reports it at
/// an edge of the clock.
public final class Simulation {
    private static final int CLOCK = 0, TIMER = 1, FIRST_UNIT = 2;
    /// How long a switch is busy after an offer has arrived.
    private static final long OFFER_PAUSE = 1000;

    private final Machine machine;
    private final long period;
    private final ActionTable actions;
    private final Interconnect interconnect;
    private final GlobalMemory globalMemory;
    private final Core[] cores;
    /// By the number of a core, which may have no program.
    private final Core[] byNumber;
    private final Unit[] units;
    private final Switch[] switches;
    private final TimeHeap heap = new TimeHeap();
    private final Agenda agenda;
    private final Observer observer;
    private final long[] spent = new long[Cause.values().length];
    private int instructions;
    private final Spans spans = new Spans();
    private final IntQueue runnable = new IntQueue();
    private int[] popped, starts, zero = new int[16], touched;
    private int startCount, zeroCount, touchedCount;
    /// Units that have done their work, in the order in which they found out.
    private Unit[] ending;
    private int endingCount, endingAtTick;
    private long now, tick, nextTick = 1;

    /// @param observer that is told of each instruction, or null
    public Simulation(Machine machine, ActionTable actions, List<CoreProgram> programs, Observer observer) {
        this.machine = machine;
        this.observer = observer;
        this.actions = actions;
        period = machine.period();
        interconnect = machine.interconnect();
        globalMemory = machine.globalMemory();
        cores = new Core[programs.size()];
        byNumber = new Core[programs.stream().mapToInt(p -> p.core() + 1).max().orElse(0)];
        int process = FIRST_UNIT;
        for (int i = 0; i < cores.length; i++) {
            cores[i] = new Core(programs.get(i), i, process);
            byNumber[cores[i].number] = cores[i];
            process = cores[i].lastProcess();
        }
        units = new Unit[process];
        switches = new Switch[process];
        for (var core : cores) {
            core.units().forEach(u -> units[u.process] = u);
            switches[core.network.process] = core.network;
        }
        agenda = new Agenda(cores.length);
        popped = new int[process];
        starts = new int[process];
        ending = new Unit[process];
        touched = new int[cores.length];
    }

    /// Runs all programs until they end or nothing can happen any more.
    public Outcome run() {
        heap.insert(period, CLOCK);
        heap.insert(machine.timer(), TIMER);
        for (var core : cores) {
            core.fetch();
            if (!core.fetched) continue;
            core.evaluateAt = 2;
            agenda.add(core.index, 2);
        }
        while (heap.size > 2 || endingCount > 0 || !agenda.isEmpty()) {
            if (endingCount == 0) skipIdleTicks();
            step();
        }
        return outcome();
    }

    /// Moves the clock on over ticks at which nothing happens, up to the last one that leaves the heap as it is.
    private void skipIdleTicks() {
        if (heap.processes[1] != CLOCK || heap.second() <= heap.times[1] || !heap.staysWhenFirstReturns()) return;
        long next = Math.max(nextTick, Math.min(agenda.earliest(), Math.ceilDiv(heap.second() - period, period)));
        nextTick = next;
        heap.times[1] = next * period;
    }

    private void step() {
        now = heap.times[1];
        int count = 0;
        do popped[count++] = heap.pop(); while (heap.size > 0 && heap.times[1] == now);
        boolean ticks = false;
        for (int i = 0; i < count; i++) {
            int process = popped[i];
            if (process == CLOCK) {
                ticks = true;
                endingAtTick = endingCount;
                tick = nextTick++;
                heap.insert(now + period, CLOCK);
            } else if (process == TIMER) {
                heap.insert(now + machine.timer(), TIMER);
            } else {
                resume(process);
            }
        }
        settleProcesses();
        if (ticks) edge();
    }

    private void resume(int process) {
        if (units[process] != null) proceed(units[process]);
        else proceed(switches[process]);
    }

    /// Lets everybody go on who has been woken at this time, and those who wait no time at all behind them, the last first.
    private void settleProcesses() {
        for (;;) {
            while (!runnable.isEmpty()) resume(runnable.poll());
            if (zeroCount == 0) return;
            for (; zeroCount > 0; zeroCount--) runnable.add(zero[zeroCount - 1]);
        }
    }

    /// What the clock's edge makes happen: units report their ends, instructions retire and are dispatched.
    private void edge() {
        agenda.goTo(tick);
        for (int i = 0; i < endingAtTick; i++) end(ending[i]);
        endingCount -= endingAtTick;
        System.arraycopy(ending, endingAtTick, ending, 0, endingCount);
        for (int core; (core = agenda.poll()) >= 0; ) attend(cores[core]);
        if (startCount > 1) Arrays.sort(starts, 0, startCount);
        for (int i = 0; i < startCount; i++) proceed(units[starts[i]]);
        startCount = 0;
        settleProcesses();
        for (int i = 0; i < touchedCount; i++) settle(cores[touched[i]]);
        touchedCount = 0;
    }

    private void touch(Core core) {
        if (core.touched) return;
        core.touched = true;
        touched[touchedCount++] = core.index;
    }

    private void end(Unit unit) {
        var core = unit.core;
        unit.ready = true;
        unit.busy += now - unit.started;
        spans.add(unit.cost, unit.started, now);
        core.released = unit.number;
        if (observer != null) tell(unit);
        if (core.reorder.capacity() == 1) {
            // Nothing else is under way: when the next one is dispatched is known already.
            core.reorder.complete(unit.entry);
            if (core.fetched) core.dispatchAt = tick + 2 + core.bubbles;
            else if (core.bubbles == 0) core.finishedAt = now + period;
        } else if (unit.kind == UnitKind.MATRIX) {
            core.matrixReportedAt = Math.max(tick, core.matrixReportedAt + 1);
            core.completeLater(unit.entry, core.matrixReportedAt + 1);
        } else {
            core.completeLater(unit.entry, tick + 1);
        }
        touch(core);
    }

    private void tell(Unit unit) {
        for (int i = 0; i < unit.spent.length; i++) {
            spent[i] = unit.spent[i] - unit.told[i];
            unit.told[i] = unit.spent[i];
        }
        observer.because(unit.number, unit.blocker, unit.partner, spent);
        observer.ended(unit.core.number, unit.kind, unit.lane, unit.origin, unit.cost, unit.started, now);
    }

    private void attend(Core core) {
        if (core.complete(tick) && !core.fetched && core.reorder.isEmpty() && core.bubbles == 0) core.finishedAt = now;
        if (core.enterAt == tick) {
            core.entering.load(core.register);
            start(core.entering);
            core.entering = null;
            core.enterAt = Agenda.NEVER;
        }
        if (core.dispatchAt == tick) dispatch(core);
        touch(core);
    }

    private void dispatch(Core core) {
        var s = core.stream;
        int entry = core.reorder.push(s);
        var unit = core.unit();
        core.count(s.cost);
        var holder = unit.kind == UnitKind.MATRIX ? core.register : unit;
        holder.number = instructions++;
        // Who made way for it, if it had to wait; else it came as soon as it could behind the one before.
        holder.blocker = core.stalled || core.reorder.capacity() == 1 ? core.released : core.dispatched;
        core.stalled = false;
        holder.partner = -1;
        core.dispatched = holder.number;
        if (unit.kind == UnitKind.MATRIX) {
            core.entering = unit;
            core.register.load(s, entry);
        } else {
            unit.load(s, entry);
            start(unit);
        }
        core.dispatchAt = Agenda.NEVER;
        core.fetch();
        if (core.fetched && core.reorder.capacity() > 1) core.evaluateAt = tick;
    }

    private void start(Unit unit) {
        unit.ready = false;
        unit.started = now;
        starts[startCount++] = unit.process;
    }

    /// Decides what a core does next, everything at this edge having happened.
    private void settle(Core core) {
        core.touched = false;
        if (core.entering != null && core.enterAt == Agenda.NEVER && core.entering.ready) core.enterAt = tick + 1;
        if (core.fetched && core.dispatchAt == Agenda.NEVER && (core.evaluateAt <= tick || core.evaluateAt == Agenda.NEVER)) evaluate(core);
        long next = core.nextTick();
        if (next != Agenda.NEVER) agenda.add(core.index, next);
    }

    /// Looks whether the instruction in the dispatcher can leave it.
    private void evaluate(Core core) {
        core.evaluateAt = Agenda.NEVER;
        if (core.reorder.isFull()) {
            core.stalled = true;
            return;
        }
        if (core.bubbles > 0) {
            core.evaluateAt = tick + core.bubbles;
            core.bubbles = 0;
            return;
        }
        boolean accepted = !core.reorder.conflicts(core.stream) && accepts(core);
        if (accepted) core.dispatchAt = tick + 1;
        else core.stalled = true;
    }

    /// Whether a unit takes the instruction in the dispatcher.
    private boolean accepts(Core core) {
        return core.stream.unit == UnitKind.MATRIX ? core.entering == null || core.enterAt == tick + 1 : core.unit() != null;
    }

    private void waitFor(long duration, int process) {
        if (duration > 0) {
            heap.insert(now + duration, process);
        } else {
            if (zeroCount == zero.length) zero = Arrays.copyOf(zero, 2 * zeroCount);
            zero[zeroCount++] = process;
        }
    }

    private void proceed(Unit unit) {
        var core = unit.core;
        for (;;) {
            int at = unit.at++;
            switch (actions.kinds[at]) {
                case ActionTable.ACCESS -> {
                    unit.delay = core.localMemory.request(now, unit.delay, actions.durations[at]);
                    unit.accesses += actions.durations[at];
                }
                case ActionTable.COMPUTE -> {
                    unit.delay += actions.durations[at];
                    unit.computes += actions.durations[at];
                }
                case ActionTable.ELAPSE -> {
                    waitFor(unit.elapse(), unit.process);
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
                    post(core, Switch.READY, unit.peer, unit, at);
                    return;
                }
                case ActionTable.TRANSMIT -> {
                    byNumber[unit.peer].accepting.waited(Cause.PARTNER, now);
                    post(core, Switch.DATA, unit.peer, unit, at);
                }
                case ActionTable.ACCEPT -> {
                    core.accepting = unit;
                    unit.since = now;
                    if (core.offered.get(unit.peer)) permit(core, unit.peer);
                    else core.acceptsFrom = unit.peer;
                    return;
                }
                case ActionTable.SIGNAL -> post(core, Switch.SIGNAL, unit.peer, unit, at);
                case ActionTable.AWAIT -> {
                    if (core.events[unit.event] != unit.value) {
                        core.awaiting = unit;
                        unit.since = now;
                        return;
                    }
                    core.events[unit.event] = 0;
                }
                default -> {
                    ending[endingCount++] = unit;
                    return;
                }
            }
        }
    }

    private void post(Core core, byte kind, int target, Unit sender, int at) {
        if (kind <= Switch.READY) sender.since = now;
        var network = core.network;
        network.enqueue(kind, target, actions.bytes[at], sender, kind == Switch.SIGNAL ? sender.event : at);
        if (network.state == Switch.State.IDLE) {
            network.state = Switch.State.NOTIFIED;
            runnable.add(network.process);
        }
    }

    private void permit(Core core, int sender) {
        core.offered.clear(sender);
        core.acceptsFrom = -1;
        var offering = byNumber[sender].offering;
        offering.waited(Cause.PARTNER, now);
        offering.partner = core.accepting.number;
        core.accepting.partner = offering.number;
        // The permission is of the size that the accepting instruction says; its action has just been passed.
        post(core, Switch.PERMIT, sender, core.accepting, core.accepting.at - 1);
    }

    private void proceed(Switch network) {
        for (;;) {
            switch (network.state) {
                case IDLE, NOTIFIED -> {
                    if (network.isEmpty()) {
                        network.state = Switch.State.IDLE;
                        return;
                    }
                    network.state = Switch.State.UNDER_WAY;
                    waitFor(interconnect.arrival(now, network.core.number, network.target(), network.size()) - now, network.process);
                    return;
                }
                case UNDER_WAY -> {
                    network.state = Switch.State.ARRIVED;
                    waitFor(deliver(network), network.process);
                    return;
                }
                case ARRIVED -> {
                    if (network.kind() == Switch.LOAD || network.kind() == Switch.STORE) runnable.add(network.sender().process);
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
                long duration = actions.durations[at], done = now + globalMemory.access(now, sender.address, duration, writes);
                long answered = interconnect.arrival(done, Interconnect.MEMORY, from, actions.answers[at]);
                sender.waited(Cause.LINK, now);
                sender.spent[Cause.MEMORY.ordinal()] += duration;
                sender.spent[Cause.MEMORY_PORT.ordinal()] += done - now - duration;
                sender.spent[Cause.LINK.ordinal()] += answered - done;
                return answered - now;
            }
            case Switch.READY -> {
                var to = byNumber[network.target()];
                sender.waited(Cause.LINK, now);
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
        unit.waited(cause, now);
        runnable.add(unit.process);
    }

    private Outcome outcome() {
        var finished = new ArrayList<Outcome.CoreOutcome>();
        for (var core : cores) finished.add(Outcome.CoreOutcome.of(core));
        return new Outcome(finished, spans, interconnect.traffic());
    }
}
