package pim.dialect.isa.interpret;

import java.util.List;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import pim.dialect.inst.Span;
import pim.dialect.inst.interpret.Address;
import pim.dialect.inst.interpret.CoreProgram;
import pim.dialect.inst.interpret.Fault;
import pim.dialect.inst.interpret.GroupMatrix;
import pim.dialect.inst.interpret.LocalMemory;
import pim.dialect.inst.interpret.ModuleRun;
import pim.dialect.inst.interpret.MvmStep;
import pim.dialect.inst.interpret.NoisyMvmStep;
import pim.dialect.inst.interpret.Position;
import pim.dialect.inst.interpret.Step;
import pim.dialect.inst.interpret.Steps;
import pim.dialect.isa.Instruction;
import pim.dialect.isa.Isa;
import pim.dialect.isa.Matrix;
import pim.dialect.isa.Scalar;
import pim.dialect.isa.Structure;
import pim.dialect.isa.Transfer;
import pim.dialect.isa.Vector;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;

/// Turns the machine program of a core into steps. The widths of elements are those that the text says for each place, which is only so if a loop
/// ends with those that it begins with or begins by setting them.
final class IsaCompiler implements ModuleRun.Compiler {
    private final Structure.Core core;
    private final CoreState state;
    private final LocalMemory.Buffer memory;
    private final Optional<ModuleRun.Arrays> arrays;
    private final Steps steps = new Steps();
    private Widths widths;
    private Operation current;

    /// @param localBytes how large the local memory is
    IsaCompiler(Operation operation, long localBytes, ModuleRun surroundings) {
        current = operation;
        core = (Structure.Core) operation.op();
        state = new CoreState(surroundings.places());
        memory = new LocalMemory.Buffer(0, 0, (int) Math.min(localBytes, Integer.MAX_VALUE), "local memory");
        arrays = core.weights().map(groups -> surroundings.arrays(operation, core.core(), groups));
    }

    @Override public Operation current() {
        return current;
    }

    @Override public CoreProgram compile() {
        if (!core.body().isEmpty()) block(core.body().entry());
        return steps.program(core.core(), List.of(memory));
    }

    private void block(Block block) {
        for (var operation : block) {
            current = operation;
            if (!(operation.op() instanceof Isa op)) throw new Fault("is not an instruction of a core");
            switch (op) {
                case Structure.Core _ -> throw new Fault("cannot stand in a core");
                case Structure.For loop -> loop(operation, loop);
                case Scalar scalar -> scalar(scalar);
                case Matrix.Mvmul mvmul -> mvmul(mvmul);
                case Vector vector -> vector(vector);
                case Transfer transfer -> steps.add(TransferSteps.of(operation, transfer, this));
            }
        }
    }

    private void loop(Operation operation, Structure.For loop) {
        var before = widths;
        steps.loop(operation, loop, this::block);
        current = operation;
        boolean sets = loop.body().entry().first() != null && loop.body().entry().first().op() instanceof Scalar.Setbw;
        if (!sets && loop.trips() > 1 && widths != null && !widths.equals(before)) {
            throw new Fault("ends with other widths than it begins with; expected isa.setbw as its first instruction");
        }
    }

    private void scalar(Scalar scalar) {
        var action = switch (scalar) {
            case Scalar.Sldi(var rd, var imm, var indices) -> {
                var value = immediate(imm, indices);
                yield scalar(rd, value);
            }
            case Scalar.Sadd(var rd, var a, var b) -> scalar(rd, _ -> state.get(a) + state.get(b));
            case Scalar.Ssub(var rd, var a, var b) -> scalar(rd, _ -> state.get(a) - state.get(b));
            case Scalar.Smul(var rd, var a, var b) -> scalar(rd, _ -> state.get(a) * state.get(b));
            case Scalar.Saddi(var rd, var a, var imm, var indices) -> {
                var value = immediate(imm, indices);
                yield scalar(rd, counters -> state.get(a) + (int) value.at(counters));
            }
            case Scalar.Smuli(var rd, var a, var imm, var indices) -> {
                var value = immediate(imm, indices);
                yield scalar(rd, counters -> state.get(a) * (int) value.at(counters));
            }
            case Scalar.Sld sld -> TransferSteps.load(current, sld, state);
            case Scalar.Setbw(var in, var out) -> {
                widths = new Widths(in, out);
                yield null;
            }
        };
        if (action != null) steps.add(action);
    }

    private Step scalar(int rd, Position value) {
        return new ScalarStep(current, run -> state.set(rd, (int) value.at(run.counters)));
    }

    /// The value of an immediate, which must be one that a register can hold.
    Position immediate(AffineMapAttr imm, List<Value> indices) {
        var address = Address.of(imm, indices, steps.loops());
        return counters -> {
            long value = address.at(counters);
            if (value != (int) value) throw new Fault("has the immediate " + value + ", which does not fit 32 bits");
            return value;
        };
    }

    CoreState state() {
        return state;
    }

    /// What a register says, and the offset where it is among those selected.
    ///
    /// @param bit  of the register in offset_select
    /// @param each bytes that the offset counts
    Position position(int register, int bit, Optional<Integer> value, Optional<Integer> select, int each) {
        long offset = (select.orElse(0) & 1 << bit) != 0 ? (long) value.orElse(0) * each : 0;
        return _ -> state.get(register) + offset;
    }

    /// `bytes` bytes of local memory.
    Step.Local local(Position position, long bytes) {
        return new Step.Local(memory, position, Span.of(bytes));
    }

    private Widths widths() {
        if (widths == null) throw new Fault("needs the widths of elements, but no isa.setbw has set them");
        return widths;
    }

    private void mvmul(Matrix.Mvmul m) {
        var w = widths();
        if (arrays.isEmpty()) throw new Fault("multiplies by an array group whose weights core " + core.core() + " does not say");
        var part = core.weights().orElseThrow().get(m.group()).part();
        var to = local(_ -> state.get(m.rd()), part.cols() * w.outBytes());
        var from = local(_ -> state.get(m.rs1()), part.rows() * w.inBytes());
        var analog = arrays.get().analog();
        steps.add(!analog.isEmpty() ? new NoisyMvmStep(current, to, from, analog.get(m.group()), w.inBytes(), w.outBytes())
            : multiply(to, from, arrays.get().matrices().get(m.group()), w));
        if (m.relu()) steps.add(elementwise((x, _) -> Math.max(x, 0), to, w.outBytes(), to, w.outBytes(), null, 0));
    }

    private Step multiply(Step.Local to, Step.Local from, GroupMatrix matrix, Widths w) {
        return w.inBytes() > Short.BYTES ? new WideMvmStep(current, to, from, matrix, w.inBytes(), w.outBytes())
            : new MvmStep(current, to, from, matrix, w.inBytes(), w.outBytes());
    }

    private void vector(Vector vector) {
        var w = widths();
        int in = w.inBytes(), out = w.outBytes();
        steps.add(switch (vector) {
            case Vector.Vvadd(var d, var a, var b, var n, var v, var s) -> binary(vector, in, d, a, b, n, v, s);
            case Vector.Vvsub(var d, var a, var b, var n, var v, var s) -> binary(vector, in, d, a, b, n, v, s);
            case Vector.Vvmax(var d, var a, var b, var n, var v, var s) -> binary(vector, in, d, a, b, n, v, s);
            case Vector.Vvmul(var d, var a, var b, var n, var v, var s) -> binary(vector, out, d, a, b, n, v, s);
            case Vector.Vvsll(var d, var a, var b, var n, var v, var s) -> binary(vector, out, d, a, b, n, v, s);
            case Vector.Vvsra(var d, var a, var b, var n, var v, var s) -> binary(vector, out, d, a, b, n, v, s);
            case Vector.Vvdmul(var d, var a, var b, var n, var v, var s) -> new VectorStep(current, ElementFunction.of(vector, w),
                local(position(d, 0, v, s, out), out), out, local(position(a, 1, v, s, in), (long) n * in), in,
                local(position(b, 2, v, s, in), (long) n * in), in, true);
            case Vector.Vrsu(var d, var a, var b, var n, var v, var s) -> bounded(vector, d, a, b, n, v, s);
            case Vector.Vrsl(var d, var a, var b, var n, var v, var s) -> bounded(vector, d, a, b, n, v, s);
            case Vector.Vrelu(var d, var a, var n, var v, var s) -> unary(vector, d, a, n, v, s);
            case Vector.Vtanh(var d, var a, var n, var v, var s, _) -> unary(vector, d, a, n, v, s);
            case Vector.Vsigm(var d, var a, var n, var v, var s, _) -> unary(vector, d, a, n, v, s);
            case Vector.Vmv(var d, var a, var stride, var n) -> new StridedStep(current, x -> x, local(_ -> state.get(d), (long) n * in), in,
                _ -> state.get(a), _ -> state.get(stride), in, n);
            case Vector.Vavg(var d, var a, var stride, var n, var v, var s) -> {
                if (n == 0) throw new Fault("has the mean of no elements");
                yield new StridedStep(current, Mean::of, local(position(d, 0, v, s, out), out), out, position(a, 1, v, s, in),
                    position(stride, 2, v, s, 1), in, n);
            }
        });
    }

    private Step binary(Vector vector, int toWidth, int d, int a, int b, int n, Optional<Integer> v, Optional<Integer> s) {
        int in = widths.inBytes();
        return elementwise(ElementFunction.of(vector, widths), local(position(d, 0, v, s, toWidth), (long) n * toWidth), toWidth,
            local(position(a, 1, v, s, in), (long) n * in), in, local(position(b, 2, v, s, in), (long) n * in), in);
    }

    private Step bounded(Vector vector, int d, int a, int b, int n, Optional<Integer> v, Optional<Integer> s) {
        int in = widths.inBytes(), out = widths.outBytes();
        return elementwise(ElementFunction.of(vector, widths), local(position(d, 0, v, s, out), (long) n * out), out,
            local(position(a, 1, v, s, in), (long) n * in), in, local(position(b, 2, v, s, in), in), in);
    }

    private Step unary(Vector vector, int d, int a, int n, Optional<Integer> v, Optional<Integer> s) {
        int in = widths.inBytes(), out = widths.outBytes();
        return elementwise(ElementFunction.of(vector, widths), local(position(d, 0, v, s, out), (long) n * out), out,
            local(position(a, 1, v, s, in), (long) n * in), in, null, 0);
    }

    private Step elementwise(LongBinaryOperator f, Step.Local to, int toWidth, Step.Local a, int aWidth, Step.Local b, int bWidth) {
        return new VectorStep(current, f, to, toWidth, a, aWidth, b, bWidth, false);
    }
}
