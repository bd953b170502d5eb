package pim.dialect.inst;

import java.util.Optional;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.tile.FreeArrays;
import pim.ir.Operation;

/// What must hold of a program for its accelerator to run it: there are the cores, the arrays for their array groups, and the memory for the buffers
/// that have their places.
public final class AcceleratorVerifier {
    private final Accelerator accelerator;
    private final Diagnostics diagnostics;
    private final FreeArrays arrays;

    private AcceleratorVerifier(Accelerator accelerator, Diagnostics diagnostics) {
        this.accelerator = accelerator;
        this.diagnostics = diagnostics;
        this.arrays = new FreeArrays(accelerator);
    }

    /// Checks the program of `module` against the accelerator, which need not be the one that it was compiled for.
    ///
    /// @throws CompileFailure when it does not fit; all that is wrong has been reported
    public static void verify(Operation module, Accelerator accelerator, Diagnostics diagnostics) {
        int errors = diagnostics.errorCount();
        var verifier = new AcceleratorVerifier(accelerator, diagnostics);
        verifier.global(module);
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Core core) verifier.core(op, core);
        if (diagnostics.errorCount() > errors) throw new CompileFailure("the accelerator cannot run the program");
    }

    /// Speaks of the last buffer alone: its end is what the program needs.
    private void global(Operation module) {
        Operation last = null;
        long end = 0, size = accelerator.chip().globalMemory().size();
        for (var op : module.region(0).entry()) {
            if (!(op.op() instanceof Structure.Memory memory) || memory.end() <= end) continue;
            last = op;
            end = memory.end();
        }
        if (end > size) error(last, "reaches byte " + end + " of global memory, which has " + size);
    }

    private void core(Operation op, Structure.Core core) {
        var missing = accelerator.verifyCore(core.core());
        if (missing != null) {
            error(op, missing);
            return;
        }
        for (int i = 0; i < core.groups().size(); i++) {
            var group = core.groups().get(i);
            var wrong = arrays.take(core.core(), group.part(), group.weightBits());
            if (wrong != null) error(op, "cannot hold its array group " + i + ": it " + wrong);
        }
        core.body().walk(inner -> {
            if (inner.has(Structure.Alloc.class) || inner.has(Message.class)) within(inner, core).ifPresent(wrong -> error(inner, wrong));
        });
    }

    private Optional<String> within(Operation op, Structure.Core core) {
        return Optional.ofNullable(switch (op.op()) {
            case Structure.Alloc alloc when alloc.offset().isPresent() -> {
                long end = alloc.offset().get() + alloc.bytes(), size = accelerator.chip().core().localMemory().size();
                yield end <= size ? null : "reaches byte " + end + " of local memory, which has " + size + " on core " + core.core();
            }
            case Message message -> accelerator.verifyCore(message.core());
            case null, default -> null;
        });
    }

    private void error(Operation op, String message) {
        diagnostics.error(op, message);
    }
}
