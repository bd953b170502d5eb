package pim.dialect.sim.timing;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.Layers;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Opcode;
import pim.dialect.sim.Interval;
import pim.ir.Operation;
import pim.ir.attr.Location;

/// Makes the program of a core into [Code], instruction by instruction.
final class CodeBuilder {
    /// A loop whose end has not come.
    private static final class Open {
        /// Where it begins, and its body.
        final int begin, body;
        final long trips;
        /// Widths when it began.
        final CoreState before;
        /// What its variable can be.
        final Interval values;
        /// The first instruction of the body that these widths matter to, if any comes before they are set anew.
        Operation uses;
        boolean sets;

        Open(int begin, int body, long trips, CoreState before, Interval values) {
            this.begin = begin;
            this.trips = trips;
            this.values = values;
            this.body = body;
            this.before = before;
        }
    }

    /// The immediates of more loops within each other are not looked at.
    private static final int MOST_CORNERS = 12;
    private static final int MOST_BUBBLES = (1 << Integer.SIZE - 1 - Code.KIND_BITS) - 1;

    private final Behaviours behaviours;
    /// Whether addresses matter: without, all scalar instructions are alike.
    private final boolean addressed;
    private final IntArrayList words = new IntArrayList();
    private final List<Address> addresses = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Open> loops = new ArrayList<>();
    private final Diagnostics diagnostics;
    private final ArrayGroups groups;
    private final Footprint footprint = new Footprint();
    private final Int2ObjectOpenHashMap<List<LocalAccess>> accesses = new Int2ObjectOpenHashMap<>();
    private CoreState state;
    private long bubbles;
    private int depth, instructions;
    /// Loops within each other, the outermost of which does not run at all.
    private int skipped;

    CodeBuilder(Behaviours behaviours, Accelerator accelerator, int core, ArrayGroups groups, boolean addressed, Diagnostics diagnostics) {
        this.groups = groups;
        this.diagnostics = diagnostics;
        this.behaviours = behaviours;
        this.addressed = addressed;
        state = new CoreState(accelerator, core, 0, 0, groups.crossbars());
    }

    /// @param operation that it is, or null
    /// @param imm what computes its immediate, or null
    void add(MachineInstruction i, Operation operation, Address imm) {
        if (operation != null) operations.add(operation);
        if (skipped > 0) {
            instructions++;
            return;
        }
        if (imm != null && !isComputable(imm)) {
            throw failure(i, operation, "computes an immediate that overflows or divides by what is not above zero");
        }
        var wrong = imm == null ? null : Field.IMM.verify(extreme(imm));
        if (wrong != null) throw failure(i, operation, wrong);
        if (i.opcode.unit() == Opcode.Unit.SCALAR) {
            scalar(i, imm);
        } else {
            if (i.group >= Code.GROUPS) throw failure(i, operation, "is for array group " + i.group
                + ", but array groups of a core are simulated up to number " + (Code.GROUPS - 1));
            for (var loop : loops) if (!loop.sets && loop.uses == null) loop.uses = operation;
            flush();
            int number = behaviours.number(i, state, operation == null ? "" : Layers.of(operation.location()));
            words.add(Code.ISSUE | number << Code.KIND_BITS);
            words.add(i.rd | i.rs1 << 5 | i.rs2 << 10 | i.group << Code.GROUP_SHIFT);
            footprint.issue(accesses(number, i), i.rd | i.rs1 << 5 | i.rs2 << 10);
            words.add(instructions);
        }
        instructions++;
    }

    /// @param operation null in a program that is no module
    private CompileFailure failure(MachineInstruction i, Operation operation, String message) {
        if (operation != null) return diagnostics.failure(operation, message);
        return diagnostics.failure(Location.UNKNOWN, "'" + i.opcode.mnemonic() + "', instruction " + instructions + ", " + message);
    }

    private boolean isComputable(Address imm) {
        try {
            Interval.of(imm.expression(), d -> loops.get(d).values);
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /// A value of the immediate that does not fit, at the first and last values of the loops around, of which all come together in some round; 0 when
    /// there is none.
    private long extreme(Address imm) {
        boolean fits = Interval.of(imm.expression(), d -> loops.get(d).values).isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (fits || loops.size() > MOST_CORNERS) return 0;
        var at = new long[loops.size()];
        for (int corner = 0; corner < 1 << at.length; corner++) {
            for (int d = 0; d < at.length; d++) at[d] = (corner >> d & 1) == 0 ? loops.get(d).values.least() : loops.get(d).values.most();
            long value = imm.at(at);
            if (value != (int) value) return value;
        }
        return 0;
    }

    /// So many slots that instructions take which do nothing that matters.
    void decode(int slots) {
        if (skipped > 0) return;
        bubbles += slots;
    }

    /// An instruction whose behaviour is known.
    ///
    /// @param bases what computes the addresses in its registers rd, rs1 and rs2; null for those it does not use
    void issue(int behaviour, int group, Address[] bases, Operation operation) {
        operations.add(operation);
        if (skipped == 0) {
            flush();
            use(behaviours.get(behaviour).behaviour(), bases);
            for (int register = 0; register < bases.length; register++) {
                if (!addressed || bases[register] == null) continue;
                words.add(Code.SCALAR | (Opcode.SLDI.number() | register << 6 | Code.COMPUTED | Code.FREE) << Code.KIND_BITS);
                words.add(addresses.size());
                addresses.add(bases[register]);
            }
            words.add(Code.ISSUE | behaviour << Code.KIND_BITS);
            words.add(1 << 5 | 2 << 10 | group << Code.GROUP_SHIFT);
            words.add(instructions);
        }
        instructions++;
    }

    /// Instructions that behave alike use as many bytes; only of array groups each holds its own rows and columns.
    private List<LocalAccess> accesses(int number, MachineInstruction i) {
        var group = i.opcode.has(Field.GROUP) ? groups.weights(i.group) : null;
        return group != null ? LocalAccess.of(i, state, group) : accesses.computeIfAbsent(number, _ -> LocalAccess.of(i, state, null));
    }

    private void use(Behaviour behaviour, Address[] bases) {
        for (int register = 0; register < bases.length; register++) if (bases[register] != null) footprint.set(register, bases[register]);
        var ranges = Stream.concat(behaviour.reads().stream(), behaviour.writes().stream()).map(LocalAccess::of).toList();
        // A timing model may compare other bytes with instructions in flight than those that are moved.
        if (ranges.stream().mapToLong(LocalAccess::width).sum() != behaviour.local()) footprint.isInexact();
        footprint.issue(ranges, 1 << 5 | 2 << 10);
    }

    private void scalar(MachineInstruction i, Address imm) {
        if (i.opcode == Opcode.SETBW) {
            state = new CoreState(state.accelerator(), state.core(), i.ibiw, i.obiw, state.crossbars());
            for (var loop : loops) loop.sets = true;
        } else {
            footprint.scalar(i, imm);
        }
        if (!addressed || i.opcode == Opcode.SETBW) {
            bubbles++;
            return;
        }
        flush();
        int computed = imm == null ? 0 : Code.COMPUTED;
        words.add(Code.SCALAR | (i.opcode.number() | i.rd << 6 | i.rs1 << 11 | i.rs2 << 16 | computed) << Code.KIND_BITS);
        words.add(imm == null ? i.imm : addresses.size());
        if (imm != null) addresses.add(imm);
    }

    void loop(CountedLoop loop) {
        if (skipped > 0 || loop.trips() == 0) {
            skipped++;
            return;
        }
        flush();
        int begin = words.size();
        words.add(Code.LOOP | loops.size() << Code.KIND_BITS);
        number(loop.trips());
        number(loop.from());
        number(loop.step());
        loops.add(new Open(begin, words.size(), loop.trips(), state, new Interval(loop.from(), loop.from() + (loop.trips() - 1) * loop.step())));
        footprint.loop(loop);
        depth = Math.max(depth, loops.size());
    }

    private void number(long value) {
        words.add((int) value);
        words.add((int) (value >> Integer.SIZE));
    }

    void endLoop() {
        if (skipped > 0) {
            skipped--;
            return;
        }
        footprint.endLoop();
        var open = loops.removeLast();
        if (words.size() == open.body) {
            // It only takes slots: as many as all rounds together, and if that is no number, the program never ends.
            words.size(open.begin);
            bubbles = Math.multiplyHigh(bubbles, open.trips) == 0 && bubbles * open.trips >= 0 ? bubbles * open.trips : Long.MAX_VALUE;
            return;
        }
        flush();
        boolean same = open.before.inputBits() == state.inputBits() && open.before.outputBits() == state.outputBits();
        if (!same && open.uses != null) {
            throw diagnostics.failure(open.uses, "has elements of " + open.before.inputBits() + " and "
                + open.before.outputBits() + " bits in the first round of the loop around it and of " + state.inputBits() + " and "
                + state.outputBits() + " in the next; an isa.setbw at the beginning of the loop makes all rounds alike");
        }
        words.add(Code.AGAIN | loops.size() << Code.KIND_BITS);
        words.add(open.body);
    }

    private void flush() {
        if (bubbles > MOST_BUBBLES) {
            words.add(Code.SLOTS);
            number(bubbles);
        } else if (bubbles > 0) {
            words.add(Code.BUBBLES | (int) bubbles << Code.KIND_BITS);
        }
        bubbles = 0;
    }

    /// What of the local memory the program uses that has been taken so far.
    LocalUse localUse() {
        return footprint.result();
    }

    Code code() {
        flush();
        return new Code(words.toIntArray(), addresses, depth, behaviours, operations);
    }
}
