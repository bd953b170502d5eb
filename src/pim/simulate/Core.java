package pim.simulate;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// A core: its program and the units that execute it. Ticks are counted from the start; [Agenda#NEVER] is no time.
final class Core {
    /// Its number on the accelerator.
    final int number;
    /// Its place among the cores that have a program.
    final int index;
    final InstructionStream stream;
    final ReorderBuffer reorder;
    final Unit[] vector, transfer, memory, groups;
    final Switch network;
    final Dispatcher dispatcher = new Dispatcher();
    final MemoryPort localMemory = new MemoryPort();
    final long[] events;

    /// Whether the program has an instruction that is not dispatched yet: the one fetched last.
    boolean fetched;
    /// Slots in front of that which have not passed yet.
    long bubbles;
    /// When the dispatcher looks next at what it has; [Agenda#NEVER] while it waits for something to happen.
    long evaluateAt = Agenda.NEVER;
    /// When the instruction fetched last goes to its unit.
    long dispatchAt = Agenda.NEVER;
    /// The array group that an instruction is on its way to, and when it gets there.
    Unit entering;
    /// That instruction.
    final Unit register = new Unit(this, -1, UnitKind.MATRIX, 0);
    long enterAt = Agenda.NEVER;
    /// When the last array group reported its end; one a tick can.
    long matrixReportedAt = -1;
    /// Places in the reorder buffer that will be done, with the ticks.
    private int[] completing = new int[8];
    private long[] completeAt = new long[8];
    private int completions;

    /// Cores that have offered something that is not accepted yet.
    final BitSet offered = new BitSet();
    /// The core whose offer an instruction waits for, or -1, and the unit that waits.
    int acceptsFrom = -1;
    Unit accepting, offering, awaiting;
    /// The instruction dispatched last.
    int dispatched = -1;
    /// Whether the instruction in the dispatcher had to wait, and for the end of which one; -1 for the one that had the unit before.
    boolean stalled;
    int stalledBy;
    boolean touched;
    /// When the last instruction retired; 0 when a scalar one ends the program, as the simulator of the field has it.
    long finishedAt;
    /// When each sample was done.
    final RecurringTimes samples = new RecurringTimes();
    /// How often it has dispatched what costs the same, and what it has ever dispatched, in the order of the first time.
    long[] counts = new long[64];
    private final IntArrayList counted = new IntArrayList();
    /// Its units that have ever had an instruction, in the order of the first one; most have none.
    private final List<Unit> used = new ArrayList<>();

    Core(CoreProgram program, int index, int firstProcess) {
        var shape = program.shape();
        number = program.core();
        this.index = index;
        stream = program.stream();
        reorder = new ReorderBuffer(shape.reorderBuffer(), shape.checksWriteAfterWrite());
        int process = firstProcess;
        vector = units(UnitKind.VECTOR, shape.vectorUnits(), process);
        transfer = units(UnitKind.TRANSFER, 1, process += vector.length);
        memory = units(UnitKind.MEMORY, shape.memoryUnits(), process += 1);
        groups = units(UnitKind.MATRIX, shape.arrayGroups(), process += memory.length);
        network = new Switch(this, process + groups.length);
        events = new long[shape.events()];
    }

    Stream<Unit> units() {
        return Stream.of(vector, transfer, memory, groups).flatMap(Stream::of);
    }

    /// The process after its last one.
    int lastProcess() {
        return network.process + 1;
    }

    private Unit[] units(UnitKind kind, int count, int firstProcess) {
        var units = new Unit[count];
        for (int i = 0; i < count; i++) units[i] = new Unit(this, firstProcess + i, kind, i);
        return units;
    }

    /// Whether one instruction is in flight at a time, so that nothing else can happen before it ends and when the next one is dispatched is known then.
    boolean isSequential() {
        return reorder.capacity() == 1;
    }

    /// Goes on to the next instruction that needs a unit.
    void fetch() {
        fetched = stream.advance();
        bubbles = stream.bubbles;
    }

    /// The unit for the instruction fetched last, or null while none is free. An array group is chosen whether it is free or not.
    Unit unit() {
        if (stream.unit == UnitKind.MATRIX) return groups[stream.group];
        for (var unit : of(stream.unit)) if (unit.ready) return unit;
        return null;
    }

    private Unit[] of(UnitKind kind) {
        return switch (kind) {
            case VECTOR -> vector;
            case TRANSFER -> transfer;
            case MEMORY -> memory;
            case MATRIX -> groups;
        };
    }

    /// Notes the samples that retired instructions have ended.
    void noteSamples(long time) {
        while (samples.size() < reorder.samples()) samples.add(time);
    }

    void count(int cost) {
        if (cost >= counts.length) counts = Arrays.copyOf(counts, Math.max(2 * counts.length, cost + 1));
        if (counts[cost]++ == 0) counted.add(cost);
    }

    /// A unit gets an instruction.
    void use(Unit unit) {
        if (unit.isUsed) return;
        unit.isUsed = true;
        used.add(unit);
    }

    void completeLater(int entry, long tick) {
        if (completions == completing.length) {
            completing = Arrays.copyOf(completing, 2 * completions);
            completeAt = Arrays.copyOf(completeAt, 2 * completions);
        }
        completing[completions] = entry;
        completeAt[completions++] = tick;
    }

    /// Marks as done what is by `tick`.
    ///
    /// @return whether there was any
    boolean complete(long tick) {
        int kept = 0, before = completions;
        for (int i = 0; i < before; i++) {
            if (completeAt[i] <= tick) {
                reorder.complete(completing[i]);
            } else {
                completing[kept] = completing[i];
                completeAt[kept++] = completeAt[i];
            }
        }
        completions = kept;
        return kept < before;
    }

    /// The earliest tick at which something is known to happen here.
    long nextTick() {
        long next = Math.min(Math.min(evaluateAt, dispatchAt), enterAt);
        for (int i = 0; i < completions; i++) next = Math.min(next, completeAt[i]);
        return next;
    }

    void state(State state, ActionTable actions) {
        state.exact(stream.position());
        state.exact(stream.openLoops());
        stream.state(state);
        reorder.state(state);
        for (var unit : used) unit.state(state, !unit.ready && unit.at > 0 && actions.waits(unit.at - 1));
        state.exact(-1);
        network.state(state);
        localMemory.state(state);
        for (long event : events) state.exact(event);
        state.exact(fetched ? 1 : 0);
        state.exact(bubbles);
        state.exact(stalled ? 1 : 0);
        evaluateAt = state.edge(evaluateAt);
        dispatchAt = state.edge(dispatchAt);
        enterAt = state.edge(enterAt);
        matrixReportedAt = state.edge(matrixReportedAt);
        state.exact(entering == null ? -1 : entering.process);
        if (entering != null) register.instruction(state);
        state.exact(completions);
        for (int i = 0; i < completions; i++) {
            state.exact(completing[i]);
            completeAt[i] = state.edge(completeAt[i]);
        }
        for (int core = offered.nextSetBit(0); core >= 0; core = offered.nextSetBit(core + 1)) state.exact(core);
        state.exact(acceptsFrom);
        for (var unit : new Unit[] {accepting, offering, awaiting}) state.exact(unit == null ? -1 : unit.process);
        for (int i = 0; i < counted.size(); i++) counts[counted.getInt(i)] = state.total(counts[counted.getInt(i)]);
        state.times(samples);
        dispatcher.state(state);
    }
}
