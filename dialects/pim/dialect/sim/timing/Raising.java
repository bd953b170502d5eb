package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pim.define.AttributeCodec;
import pim.define.Builder;
import pim.diagnose.Diagnostics;
import pim.dialect.sim.Interval;
import pim.dialect.sim.Structure;
import pim.dialect.sim.TimedAction;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.Location;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.simulate.Action;
import pim.simulate.CoreProgram;
import pim.simulate.UnitKind;

/// Writes down the timed actions of what a [Timing] has taken. Registers are gone then: each address is an expression of the variables of the loops
/// around. Where registers hold something else in the first rounds of a loop than in the others, those rounds stand in front of it.
public final class Raising {
    /// So many rounds of a loop may stand in front of it.
    private static final int MOST_PEELED = 16;

    /// An address that no expression describes.
    private static final class Unresolved extends Exception {
        final Operation operation;
        final int register;

        Unresolved(Operation operation, int register) {
            super(null, null, false, false);
            this.operation = operation;
            this.register = register;
        }
    }

    private final Timing timing;
    private final Code code;
    /// By depth, the variables of the loops around: themselves or, in a round that stands in front of its loop, a number.
    private final AffineExpr[] variables;
    private final Value[] values;
    /// What the variables can be.
    private final Interval[] rounds;
    private Registers registers = Registers.zero();
    /// Slots that are not written down yet.
    private int slots;

    private Raising(Timing timing, Code code) {
        this.timing = timing;
        this.code = code;
        variables = new AffineExpr[code.depth()];
        values = new Value[code.depth()];
        rounds = new Interval[code.depth()];
    }

    /// Appends the machine and the programs of its cores.
    public static void raise(Timing timing, Builder to, Diagnostics diagnostics) {
        var machine = timing.machine();
        to.create(new Structure.Machine(timing.model().name(), machine.period(), machine.timer().isPresent()
            ? Optional.of(machine.timer().getAsLong()) : Optional.empty()));
        for (var program : timing.programs()) core(timing, program, to, diagnostics);
    }

    private static void core(Timing timing, CoreProgram program, Builder to, Diagnostics diagnostics) {
        var block = new Block();
        var code = timing.code(program.core());
        try {
            var raising = new Raising(timing, code);
            var builder = Builder.atEnd(block);
            raising.block(Piece.of(code), builder);
            raising.decode(builder);
        } catch (Unresolved e) {
            throw diagnostics.failure(e.operation == null ? Location.UNKNOWN : e.operation.location(), (e.operation == null ? "an instruction of core "
                + program.core() : "'" + e.operation.name() + "' op") + " uses the address in r" + e.register
                + ", which is no affine expression of the variables of the loops around; isa.sldi gives a register such an address");
        }
        var shape = program.shape();
        var groups = timing.arrayGroups(program.core());
        to.setLocation(code.operations().isEmpty() ? Location.UNKNOWN : code.operations().getFirst().location());
        to.create(new Structure.Core(program.core(), shape.reorderBuffer(), shape.checksWriteAfterWrite(), shape.vectorUnits(), shape.memoryUnits(),
            shape.arrayGroups(), groups.crossbars().length == 0 ? Optional.empty()
                : Optional.of(Arrays.stream(groups.crossbars()).asLongStream().toArray()),
            groups.held().isEmpty() ? Optional.empty() : Optional.of(groups.held()), shape.events(), Region.of(block)));
    }

    private void block(List<Piece> pieces, Builder builder) throws Unresolved {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Decode(var more) -> slots += more;
                case Piece.Scalar scalar -> {
                    registers.run(scalar, d -> variables[d]);
                    slots++;
                }
                case Piece.Issue issue -> {
                    decode(builder);
                    issue(issue, builder);
                }
                case Piece.Loop loop -> loop(loop, builder);
            }
        }
    }

    private void decode(Builder builder) {
        if (slots > 0) builder.create(new Structure.Decode(slots));
        slots = 0;
    }

    private void loop(Piece.Loop loop, Builder builder) throws Unresolved {
        int depth = loop.depth();
        long left = loop.rounds(), first = loop.first(), last = first + (left - 1) * loop.step();
        for (int peeled = 0; left > 0; peeled++, left--, first += loop.step()) {
            var before = registers.copy();
            int passed = slots;
            var entry = registers.entering(loop, first, d -> variables[d]);
            try {
                repeat(loop, first, last + loop.step(), entry, builder);
                registers = before;
                registers.leave(loop, entry, last, d -> variables[d]);
                return;
            } catch (Unresolved e) {
                if (peeled == MOST_PEELED) throw e;
            }
            registers = before;
            slots = passed;
            variables[depth] = AffineExpr.constant(first);
            block(loop.body(), builder);
        }
    }

    private void repeat(Piece.Loop loop, long from, long to, Registers entry, Builder builder) throws Unresolved {
        var block = new Block();
        int before = slots;
        slots = 0;
        variables[loop.depth()] = AffineExpr.dim(loop.depth());
        rounds[loop.depth()] = new Interval(from, to - loop.step());
        values[loop.depth()] = block.addArgument(IndexType.INDEX, Location.UNKNOWN);
        registers = entry.copy();
        var body = Builder.atEnd(block);
        block(loop.body(), body);
        decode(body);
        slots = before;
        decode(builder);
        if (block.first() != null) builder.setLocation(block.first().location());
        builder.create(new Structure.For(from, to, loop.step(), Region.of(block)));
    }

    private void issue(Piece.Issue issue, Builder builder) throws Unresolved {
        var entry = timing.behaviours().get(issue.behaviour());
        var behaviour = entry.behaviour();
        var operation = code.operations().isEmpty() ? null : code.operations().get(issue.instruction());
        builder.setLocation(operation == null ? Location.UNKNOWN : operation.location());
        var reads = new ArrayList<AffineExpr>();
        for (var range : behaviour.reads()) reads.add(address(range, issue.operands(), operation));
        var writes = behaviour.writes().isEmpty() ? null : address(behaviour.writes().get(), issue.operands(), operation);
        var global = behaviour.address().isEmpty() ? null : address(new AddressRange(behaviour.address().get(), 0, 0), issue.operands(), operation);
        var dims = new TreeMap<Integer, Integer>();
        if (global != null) dims(global, dims);
        for (var address : reads) dims(address, dims);
        if (writes != null) dims(writes, dims);
        int place = 0;
        for (var dim : dims.entrySet()) dim.setValue(place++);
        var body = new Block();
        var actions = Builder.atEnd(body);
        actions.setLocation(builder.location());
        for (var action : behaviour.actions()) actions.create(TimedAction.of(action));
        boolean awaits = behaviour.actions().stream().anyMatch(Action.Await.class::isInstance);
        boolean signals = behaviour.actions().stream().anyMatch(Action.Signal.class::isInstance);
        builder.create(new Structure.Issue(entry.opcode(), behaviour.unit(), behaviour.unit() == UnitKind.MATRIX
            ? Optional.of(issue.operands() >>> Code.GROUP_SHIFT) : Optional.empty(), map(reads, dims),
            reads.isEmpty() ? Optional.empty() : Optional.of(behaviour.reads().stream().mapToLong(r -> r.last() + 1).toArray()),
            map(writes == null ? List.of() : List.of(writes), dims), behaviour.writes().map(w -> w.last() + 1),
            map(global == null ? List.of() : List.of(global), dims), dims.keySet().stream().map(d -> values[d]).toList(), given(behaviour.hasMessages(), entry.peer()), given(awaits || signals, entry.event()),
            given(awaits, entry.value()), given(behaviour.local()), given(behaviour.global()), energy(behaviour.energy()), Region.of(body)));
    }

    private static Optional<Integer> given(boolean matters, int value) {
        return matters ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Long> given(long bytes) {
        return bytes == 0 ? Optional.empty() : Optional.of(bytes);
    }

    private static Optional<DictionaryAttr> energy(Map<Part, Double> energy) {
        if (energy.isEmpty()) return Optional.empty();
        return Optional.of(DictionaryAttr.of(energy.entrySet().stream().collect(Collectors.toMap(e -> AttributeCodec.spelling(e.getKey()),
            e -> FloatAttr.of(FloatType.F64, e.getValue())))));
    }

    private AffineExpr address(AddressRange range, int operands, Operation operation) throws Unresolved {
        if (range.base() == null) return AffineExpr.constant(range.offset());
        int register = Code.register(range.base(), operands);
        var base = registers.get(register);
        if (base == null) throw new Unresolved(operation, register);
        // A register has 32 bits; a sum that goes beyond them is no affine expression any more.
        if (base.isConstant()) return AffineExpr.constant((int) base.constant() + range.offset());
        var expression = base.expression();
        if (!fitsRegister(expression)) throw new Unresolved(operation, register);
        return expression.plus(range.offset());
    }

    private boolean fitsRegister(AffineExpr value) {
        try {
            return Interval.of(value, d -> rounds[d]).isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static void dims(AffineExpr e, Map<Integer, Integer> into) {
        switch (e) {
            case AffineExpr.Dim(var p) -> into.put(p, 0);
            case AffineExpr.Binary(_, var left, var right) -> {
                dims(left, into);
                dims(right, into);
            }
            case AffineExpr.Symbol _, AffineExpr.Constant _ -> {}
        }
    }

    private static Optional<AffineMapAttr> map(List<AffineExpr> addresses, Map<Integer, Integer> dims) {
        if (addresses.isEmpty()) return Optional.empty();
        return Optional.of(new AffineMapAttr(new AffineMap(dims.size(), 0,
            addresses.stream().map(a -> a.replaceDims(d -> AffineExpr.dim(dims.get(d)))).toList())));
    }
}
