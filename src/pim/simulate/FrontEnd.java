package pim.simulate;

import java.util.Arrays;

/// What the cores do at the edges of the clock: units report that they are done, instructions retire, the next ones are dispatched.
final class FrontEnd {
    private final Timeline timeline;
    private final Core[] cores;
    private final Spans spans;
    private final Observer observer;
    private final long[] spent = new long[Cause.values().length];
    private final int[] starts, touched;
    private int startCount, touchedCount, instructions;
    private long turns, begun;
    private Core turned;

    FrontEnd(Timeline timeline, Core[] cores, int processes, Spans spans, Observer observer) {
        this.timeline = timeline;
        this.cores = cores;
        this.spans = spans;
        this.observer = observer;
        starts = new int[processes];
        touched = new int[cores.length];
    }

    /// Fetches the first instruction of each core.
    void begin() {
        for (var core : cores) {
            core.fetch();
            if (!core.fetched) {
                core.dispatcher.turnTo(Slot.END, 0);
                continue;
            }
            core.evaluateAt = 2;
            timeline.agenda.add(core.index, 2);
        }
    }

    /// Everything up to the start of units.
    ///
    /// @param ended units that have done their work, of which `count` report it
    void edge(Unit[] ended, int count) {
        for (int i = 0; i < count; i++) end(ended[i]);
        for (int core; (core = timeline.agenda.poll()) >= 0; ) attend(cores[core]);
        if (startCount > 1) Arrays.sort(starts, 0, startCount);
    }

    /// How often loops have gone into another round.
    long turns() {
        return turns;
    }

    /// The core whose loop did so last.
    Core turned() {
        return turned;
    }

    /// How often of that a core has begun with another sample.
    long begun() {
        return begun;
    }

    int starts() {
        return startCount;
    }

    /// The number of a unit that starts at this edge; they are in the order of the numbers.
    int start(int index) {
        return starts[index];
    }

    /// Decides what comes next, all units having started.
    void settle() {
        startCount = 0;
        for (int i = 0; i < touchedCount; i++) settle(cores[touched[i]]);
        touchedCount = 0;
    }

    private void touch(Core core) {
        if (core.touched) return;
        core.touched = true;
        touched[touchedCount++] = core.index;
    }

    /// Takes note of what a unit reports at an edge to come, where nothing can happen to its core before that: what follows is known.
    ///
    /// @return whether that is so, and nobody is to be told of each instruction in the order of time
    boolean ended(Unit unit, long edge) {
        var core = unit.core;
        if (observer != null || !core.isSequential() || !core.fetched) return false;
        release(unit, edge * timeline.period);
        endSequential(core, unit, edge);
        return true;
    }

    private void end(Unit unit) {
        var core = unit.core;
        release(unit, timeline.now);
        if (observer != null) tell(unit);
        if (core.isSequential()) {
            endSequential(core, unit, timeline.tick);
            return;
        }
        if (unit.kind == UnitKind.MATRIX) {
            core.matrixReportedAt = Math.max(timeline.tick, core.matrixReportedAt + 1);
            core.completeLater(unit.entry, core.matrixReportedAt + 1);
        } else {
            core.completeLater(unit.entry, timeline.tick + 1);
        }
        touch(core);
    }

    private void release(Unit unit, long time) {
        unit.ready = true;
        unit.busy += time - unit.started;
        spans.add(unit.cost, unit.started, time);
    }

    private void endSequential(Core core, Unit unit, long edge) {
        core.reorder.complete(unit.entry);
        long retired = (edge + 1) * timeline.period;
        core.noteSamples(retired);
        if (core.fetched) timeline.agenda.add(core.index, core.dispatchAt = timeline.edgeAfter(edge, core.bubbles) + 2);
        else if (core.bubbles == 0) core.finishedAt = retired;
    }

    private void tell(Unit unit) {
        for (int i = 0; i < unit.spent.length; i++) {
            spent[i] = unit.spent[i] - unit.told[i];
            unit.told[i] = unit.spent[i];
        }
        spent[Cause.CLOCK.ordinal()] = timeline.now - unit.started - Arrays.stream(spent).sum();
        observer.because(unit.number, unit.blocker, unit.partner, spent);
        observer.ended(unit.core.number, unit.kind, unit.lane, unit.origin, unit.cost, unit.started, timeline.now);
    }

    private void attend(Core core) {
        if (core.isSequential() && core.dispatchAt == timeline.tick && core.stream.unit != UnitKind.MATRIX) {
            dispatch(core);
            if (core.fetched) stall(core, Slot.REORDER_BUFFER, core.reorder.oldestNumber());
            return;
        }
        if (core.complete(timeline.tick)) {
            core.noteSamples(timeline.now);
            if (!core.fetched && core.reorder.isEmpty() && core.bubbles == 0) core.finishedAt = timeline.now;
        }
        if (core.enterAt == timeline.tick) {
            core.entering.load(core.register);
            start(core.entering);
            core.entering = null;
            core.enterAt = Agenda.NEVER;
        }
        if (core.dispatchAt == timeline.tick) dispatch(core);
        touch(core);
    }

    private void dispatch(Core core) {
        var s = core.stream;
        int entry = core.reorder.push(s, instructions);
        var unit = core.unit();
        core.count(s.cost);
        var holder = unit.kind == UnitKind.MATRIX ? core.register : unit;
        int before = unit.number;
        holder.number = instructions++;
        holder.blocker = holder.partner = -1;
        if (observer != null) {
            int blocker = !core.stalled ? -1 : core.stalledBy >= 0 ? core.stalledBy : before;
            observer.dispatched(holder.number, core.dispatched, blocker, s.cost, timeline.now);
        }
        core.stalled = false;
        core.dispatched = holder.number;
        if (unit.kind == UnitKind.MATRIX) {
            core.entering = unit;
            core.register.load(s, entry);
        } else {
            unit.load(s, entry);
            start(unit);
        }
        core.dispatchAt = Agenda.NEVER;
        core.dispatcher.dispatch(timeline.now, timeline.period, core.bubbles);
        long turnsBefore = s.turns, begunBefore = s.begun;
        core.fetch();
        if (s.turns > turnsBefore) {
            turns += s.turns - turnsBefore;
            begun += s.begun - begunBefore;
            turned = core;
        }
        if (!core.fetched) core.dispatcher.turnTo(Slot.END, timeline.now);
        if (core.fetched && !core.isSequential()) core.evaluateAt = timeline.tick;
    }

    private void start(Unit unit) {
        unit.ready = false;
        unit.core.use(unit);
        unit.started = timeline.now;
        starts[startCount++] = unit.process;
    }

    /// Decides what a core does next, everything at this edge having happened.
    private void settle(Core core) {
        core.touched = false;
        if (core.entering != null && core.enterAt == Agenda.NEVER) {
            if (core.entering.ready) core.enterAt = timeline.tick + 1;
            else core.register.blocker = core.entering.number;
        }
        if (core.fetched && core.dispatchAt == Agenda.NEVER && (core.evaluateAt <= timeline.tick || core.evaluateAt == Agenda.NEVER)) evaluate(core);
        long next = core.nextTick();
        if (next != Agenda.NEVER) timeline.agenda.add(core.index, next);
    }

    /// Looks whether the instruction in the dispatcher can leave it.
    private void evaluate(Core core) {
        core.evaluateAt = Agenda.NEVER;
        if (core.reorder.isFull()) {
            stall(core, Slot.REORDER_BUFFER, core.reorder.oldestNumber());
            return;
        }
        if (core.bubbles > 0) {
            core.dispatcher.turnTo(Slot.SCALAR, timeline.now);
            core.evaluateAt = timeline.tickAfter(core.bubbles);
            core.bubbles = 0;
            return;
        }
        int conflict = core.reorder.conflict(core.stream);
        if (conflict >= 0) {
            stall(core, Slot.HAZARD, core.reorder.number(conflict));
        } else if (accepts(core)) {
            core.dispatcher.turnTo(Slot.DISPATCH, timeline.now);
            core.dispatchAt = timeline.tick + 1;
        } else {
            stall(core, Slot.UNIT, core.stream.unit == UnitKind.MATRIX ? core.entering.number : -1);
        }
    }

    /// @param by the instruction that has to end first, -1 for whichever has the unit that is free first
    private void stall(Core core, Slot why, int by) {
        core.stalled = true;
        core.stalledBy = by;
        core.dispatcher.turnTo(why, timeline.now);
    }

    /// Whether a unit takes the instruction in the dispatcher.
    private boolean accepts(Core core) {
        return core.stream.unit == UnitKind.MATRIX ? core.entering == null || core.enterAt == timeline.tick + 1 : core.unit() != null;
    }
}
