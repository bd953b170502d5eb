package pim.dialect.isa.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.Compute;
import pim.dialect.inst.Inst;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Message;
import pim.dialect.inst.Span;
import pim.dialect.inst.Structure;
import pim.dialect.inst.Transfer;
import pim.dialect.inst.allocate.Liveness;
import pim.dialect.isa.Matrix;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.Location;
import pim.ir.attr.SymbolRefAttr;

/// Turns the program of one core into machine instructions.
final class CoreLowering {
    private final Operation operation;
    private final Structure.Core core;
    private final Map<String, Structure.Memory> memories;
    private final Accelerator accelerator;
    private final Diagnostics diagnostics;
    private final MachineBuilder builder = new MachineBuilder();
    private final VectorEmitter vectors;
    private final Map<Operation, VectorEmitter.Use> uses = new LinkedHashMap<>();
    private final Liveness liveness;
    /// The variables of loops as those of the machine program.
    private final Map<Value, AffineExpr> variables = new HashMap<>();
    private final long size;

    CoreLowering(Operation operation, Map<String, Structure.Memory> memories, Accelerator accelerator, Diagnostics diagnostics) {
        this.operation = operation;
        this.core = (Structure.Core) operation.op();
        this.memories = memories;
        this.accelerator = accelerator;
        this.diagnostics = diagnostics;
        size = accelerator.chip().core().localMemory().size();
        core.body().walk(op -> {
            if (op.op() instanceof Compute.Vec vec) uses.put(op, use(op, vec));
        });
        liveness = new Liveness(core.body());
        vectors = new VectorEmitter(builder, uses.values(), end(liveness.ranges()), size);
    }

    pim.dialect.isa.Structure.Core lower() {
        if (!core.body().isEmpty()) {
            for (var op : core.body().entry()) {
                if (op.op() instanceof Structure.Alloc) continue;
                prepare(op);
                lower(op);
            }
        }
        int columns = accelerator.matrixUnit(Math.toIntExact(core.core())).crossbar().columns();
        var crossbars = core.groups().stream().mapToLong(g -> g.part().arrays(columns)).toArray();
        Region body = builder.finish(operation.location());
        return new pim.dialect.isa.Structure.Core(Math.toIntExact(core.core()), crossbars,
            core.groups().isEmpty() ? Optional.empty() : Optional.of(core.groups()), body);
    }

    /// Brings the constants of all vector functions in `op` into memory, where no buffer is that lives meanwhile.
    private void prepare(Operation op) {
        var all = new ArrayList<VectorEmitter.Use>();
        op.walk(inner -> {
            if (uses.containsKey(inner)) all.add(uses.get(inner));
        });
        builder.at(op.location());
        long needed = vectors.prepare(all, end(liveness.during(op)));
        if (needed > 0) {
            throw failure(op, "needs " + needed + " bytes of local memory with the scratch space and constants of its vector functions, but core "
                + core.core() + " has " + size + "; give inst-allocate less or the core more");
        }
    }

    /// Where the last of the buffers ends.
    private long end(List<Liveness.Range> buffers) {
        long end = 0;
        for (var range : buffers) {
            var alloc = (Structure.Alloc) range.alloc().op();
            long offset = alloc.offset().orElseThrow(() -> failure(range.alloc(), "has no offset yet; run inst-allocate first"));
            end = Math.max(end, offset + range.bytes());
        }
        return end;
    }

    private VectorEmitter.Use use(Operation op, Compute.Vec vec) {
        try {
            return new VectorEmitter.Use(FunctionLowering.of(vec.fn(), vec.length()), vec.length());
        } catch (Unsupported unsupported) {
            throw failure(op, layer(op.location()) + unsupported.getMessage() + ": " + vec.fn());
        }
    }

    private static String layer(Location location) {
        return switch (location) {
            case Location.Name(var name, _) -> "of layer \"" + name + "\" ";
            case Location.Fused(_, var parts) -> parts.stream().map(CoreLowering::layer).filter(s -> !s.isEmpty()).findFirst().orElse("");
            default -> "";
        };
    }

    private CompileFailure failure(Operation op, String message) {
        return diagnostics.failure(op, message);
    }

    private void lower(Block block) {
        for (var op : block) lower(op);
    }

    private void lower(Operation op) {
        builder.at(op.location());
        if (!(op.op() instanceof Inst inst)) throw failure(op, "is not an instruction of a core");
        switch (inst) {
            case Structure.Memory _, Structure.Core _ -> throw failure(op, "cannot stand in a core");
            case Structure.Alloc _ -> {}
            case Structure.For loop -> builder.loop(loop.from(), loop.to(), loop.step(), variable -> {
                variables.put(loop.body().entry().argument(0), variable);
                lower(loop.body().entry());
            });
            case Instruction instruction -> lower(op, instruction);
        }
    }

    private void lower(Operation op, Instruction instruction) {
        var i = instruction.indices();
        switch (instruction) {
            case Transfer.Load load -> pieces(local(load.buffer(), load.bufferAt(), i), load.local(), global(op, load.memory(), load.memoryAt(), i),
                load.strided(), builder::ld);
            case Transfer.Store store -> pieces(global(op, store.memory(), store.memoryAt(), i), store.strided(),
                local(store.buffer(), store.bufferAt(), i), store.local(), builder::st);
            case Transfer.Copy copy -> copy(local(copy.dst(), copy.dstAt(), i), copy.local(), local(copy.src(), copy.srcAt(), i), copy.strided());
            case Compute.Write write -> Constants.fill(builder, local(write.dst(), write.dstAt(), i), write.length(), write.value(),
                (int) write.bytesEach());
            case Compute.Mvm mvm -> {
                var group = core.groups().get((int) mvm.group());
                builder.widths(group.inputWidth() * Byte.SIZE, group.sums().width());
                int rd = builder.register(local(mvm.dst(), mvm.dstAt(), i)), rs1 = builder.register(local(mvm.src(), mvm.srcAt(), i));
                builder.create(new Matrix.Mvmul(rd, rs1, group.weightBits(), false, (int) mvm.group()));
            }
            case Compute.Vec vec -> vector(op, vec);
            case Message.Send send -> builder.send(local(send.buffer(), send.bufferAt(), i), send.core(), send.size());
            case Message.Recv recv -> builder.recv(local(recv.buffer(), recv.bufferAt(), i), recv.core(), recv.size());
        }
    }

    private AffineExpr local(Value buffer, AffineMapAttr at, List<Value> indices) {
        return expression(at, indices).plus(((Structure.Alloc) buffer.op()).offset().orElseThrow());
    }

    private AffineExpr global(Operation op, SymbolRefAttr name, AffineMapAttr at, List<Value> indices) {
        var memory = memories.get(name.leaf());
        if (memory == null) throw failure(op, "names memory " + name + ", which does not exist");
        return expression(at, indices).plus(memory.address());
    }

    private AffineExpr expression(AffineMapAttr at, List<Value> indices) {
        return at.value().results().getFirst().replaceDims(d -> variables.get(indices.get(d)));
    }

    private interface Move {
        void emit(AffineExpr to, AffineExpr from, long size);
    }

    private void pieces(AffineExpr to, Span toSpan, AffineExpr from, Span fromSpan, Move move) {
        if (toSpan.packed() && fromSpan.packed()) move.emit(to, from, fromSpan.bytes());
        else builder.loop(0, fromSpan.rows(), 1, row -> move.emit(to.plus(row.times(toSpan.stride())), from.plus(row.times(fromSpan.stride())),
            fromSpan.size()));
    }

    /// Elements that come to lie one behind the other are gathered by the vector unit.
    private void copy(AffineExpr to, Span toSpan, AffineExpr from, Span fromSpan) {
        long width = fromSpan.size();
        boolean elements = (width == 1 || width == 2 || width == 4 || width == 8) && fromSpan.stride() % width == 0;
        boolean gather = elements && fromSpan.rows() > 1 && toSpan.packed() && !fromSpan.packed();
        if (gather) Constants.repeat(builder, to, from, fromSpan.rows(), fromSpan.stride() / width, (int) width);
        else pieces(to, toSpan, from, fromSpan, builder::lmv);
    }

    private void vector(Operation op, Compute.Vec vec) {
        var use = uses.get(op);
        var fn = vec.fn();
        var i = vec.indices();
        var result = local(vec.dst(), vec.dstAt(), i);
        var a = local(vec.a(), vec.aAt(), i);
        var b = vec.b().map(buffer -> local(buffer, vec.bAt().orElseThrow(), i)).orElse(null);
        if (vectors.cuts(use)) {
            keepApart(op, vec, a, fn.a().bytes(), vec.a(), result);
            if (b != null) keepApart(op, vec, b, fn.b().orElseThrow().bytes(), vec.b().get(), result);
        }
        vectors.emit(use, result, fn.to().bits(), a, fn.a().bits(), b, fn.b().map(n -> n.bits()).orElse(0));
    }

    /// What is computed piece by piece must not overwrite operands of later pieces.
    private void keepApart(Operation op, Compute.Vec vec, AffineExpr operand, int bytes, Value buffer, AffineExpr result) {
        if (buffer != vec.dst() || operand.equals(result) && vec.fn().to().bytes() <= bytes) return;
        if (operand.minus(result) instanceof AffineExpr.Constant(var distance)) {
            if (distance >= vec.length() * vec.fn().to().bytes() || -distance >= vec.length() * bytes) return;
        }
        throw failure(op, "must be computed in pieces, the first of which would overwrite the operand of another; write to another buffer");
    }
}
