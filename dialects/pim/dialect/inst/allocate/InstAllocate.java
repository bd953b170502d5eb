package pim.dialect.inst.allocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pim.define.Builder;
import pim.define.SymbolName;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Chip;
import pim.dialect.inst.AcceleratorVerifier;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Structure;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Decides where in local memory each buffer is. Those that live at the same time do not overlap; where they do not all fit, the largest go to
/// global memory and come piece by piece when an instruction needs them.
public record InstAllocate() implements Pass {
    @Override public String summary() {
        return "Decide where buffers are in local memory, spill where they do not fit";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "inst";
    }

    @Override public void run(Operation module, PassContext context) {
        var accelerator = Accelerator.carriedBy(module, context.diagnostics());
        AcceleratorVerifier.verify(module, accelerator, context.diagnostics());
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Core core) new CoreAllocation(op, core, accelerator.chip(), context).run();
        }
    }

    private static final class CoreAllocation {
        private final Operation operation;
        private final Structure.Core core;
        private final long size, globalSize;
        private final PassContext context;
        private final Set<Operation> temporaries = new HashSet<>();
        private int spilled;

        CoreAllocation(Operation operation, Structure.Core core, Chip chip, PassContext context) {
            this.operation = operation;
            this.core = core;
            this.size = chip.core().localMemory().size();
            this.globalSize = chip.globalMemory().size();
            this.context = context;
        }

        void run() {
            var liveness = new Liveness(core.body());
            refuseOverlaps(liveness);
            var offsets = Placement.of(liveness.ranges(), size);
            if (offsets.isEmpty()) cutInstructions();
            while (offsets.isEmpty()) {
                liveness = new Liveness(core.body());
                spill(liveness);
                liveness = new Liveness(core.body());
                offsets = Placement.of(liveness.ranges(), size);
            }
            offsets.get().forEach((range, offset) -> range.alloc().setAttribute("offset", IntegerAttr.i64(offset)));
        }

        /// Those that have a place already must not be in each other's way.
        private void refuseOverlaps(Liveness liveness) {
            var fixed = liveness.ranges().stream().filter(r -> Placement.fixed(r).isPresent()).toList();
            for (var a : fixed) {
                long offset = Placement.fixed(a).orElseThrow();
                for (var b : fixed) {
                    long other = Placement.fixed(b).orElseThrow();
                    if (a == b || !a.overlaps(b) || offset + a.bytes() <= other || other + b.bytes() <= offset) continue;
                    throw failure(a.alloc(), "overlaps a buffer at " + other + " that lives at the same time",
                        Diagnostic.note(b.alloc().location(), "the other buffer"));
                }
            }
        }

        /// Instructions that need more than local memory at once are cut, so that in the end any instruction fits alone.
        private void cutInstructions() {
            var all = new ArrayList<Operation>();
            core.body().walk(op -> {
                if (op.op() instanceof Instruction) all.add(op);
            });
            for (var op : all) cut(op);
        }

        private void cut(Operation op) {
            if (bytes(op) <= size) return;
            for (var piece : Pieces.cut(op, size).orElseThrow(() -> tooLarge(op))) cut(piece);
        }

        /// Bytes of local memory that the instruction works on.
        private long bytes(Operation op) {
            var places = new HashMap<List<Object>, Long>();
            for (var access : ((Instruction) op.op()).accesses(core.groups())) {
                places.put(List.of(access.buffer(), access.at(), access.span().bytes()), access.span().once().bytes());
            }
            return places.values().stream().mapToLong(Long::longValue).sum();
        }

        private CompileFailure tooLarge(Operation op) {
            return failure(op, "works on " + bytes(op) + " bytes of local memory at once, but core " + core.core() + " has " + size);
        }

        private void spill(Liveness liveness) {
            var peak = liveness.peak();
            var victim = largest(peak).or(() -> largest(liveness.ranges()));
            if (victim.isEmpty()) {
                throw failure(peak.getFirst().alloc(), "and buffers beside it take " + Liveness.bytes(peak)
                    + " bytes of local memory at once, but core " + core.core() + " has " + size);
            }
            temporaries.addAll(Spill.apply(victim.get().alloc(), memory(victim.get()), core.groups()));
        }

        private Optional<Liveness.Range> largest(List<Liveness.Range> ranges) {
            return ranges.stream().filter(r -> !temporaries.contains(r.alloc()) && Placement.fixed(r).isEmpty())
                .max(Comparator.comparingLong(Liveness.Range::bytes));
        }

        private String memory(Liveness.Range range) {
            var name = "spill.core" + core.core() + "." + spilled++;
            long address = 0;
            for (var op : operation.block()) {
                if (op.op() instanceof Structure.Memory m) address = Math.max(address, m.end());
            }
            if (address + range.bytes() > globalSize) {
                throw failure(range.alloc(), "must be spilled to bytes [" + address + ", " + (address + range.bytes())
                    + ") of global memory, which has " + globalSize);
            }
            var builder = Builder.before(operation);
            builder.setLocation(range.alloc().location());
            builder.create(new Structure.Memory(new SymbolName(name), address, new TypeAttr(RankedTensorType.of(IntegerType.I8, range.bytes())),
                Optional.empty(),
                Structure.Role.SCRATCH, Optional.empty(), Optional.empty()));
            return name;
        }

        private CompileFailure failure(Operation op, String message, Diagnostic... notes) {
            return context.diagnostics().failure(op, message, notes);
        }
    }
}
