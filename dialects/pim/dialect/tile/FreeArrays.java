package pim.dialect.tile;

import java.util.stream.IntStream;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp.Group;
import pim.ir.Operation;

/// The arrays that are left in each core of an accelerator while array groups take theirs.
public final class FreeArrays {
    private final Capacity capacity;
    private final long[] left;

    /// All arrays of the accelerator.
    public FreeArrays(Accelerator accelerator) {
        capacity = new Capacity(accelerator);
        left = IntStream.range(0, capacity.cores()).mapToLong(capacity::arrays).toArray();
    }

    /// What the array groups of `module` that have a core leave.
    ///
    /// @throws CompileFailure when groups or other layers are on cores where they cannot be; each has been reported
    public static FreeArrays beside(Operation module, Accelerator accelerator, Diagnostics diagnostics) {
        var free = new FreeArrays(accelerator);
        int errors = diagnostics.errorCount();
        module.walk(op -> {
            var wrong = switch (op.op()) {
                case Group group when group.core().isPresent() && op.parent().parent().op() instanceof Conv2d conv ->
                    free.take(group.core().get(), group.arrayGroup(), conv.weightBits());
                case OnCore layer when layer.core().isPresent() -> accelerator.verifyCore(layer.core().get());
                case null, default -> null;
            };
            if (wrong != null) diagnostics.error(op, wrong);
        });
        if (diagnostics.errorCount() > errors) throw new CompileFailure("the accelerator has no room for the program");
        return free;
    }

    /// Whether `group`, of weights of `bits`, fits into what is left of the core.
    boolean fits(int core, ArrayGroup group, int bits) {
        return group.rows() <= capacity.rows(core) && capacity.needed(core, group, bits) <= left[core];
    }

    /// Takes the arrays of `group`, of weights of `bits`, from the core. What is wrong if it cannot be there, as it reads behind `'x.y' op `; else
    /// null.
    public String take(long core, ArrayGroup group, int bits) {
        var wrong = capacity.accelerator().verifyCore(core);
        if (wrong != null) return wrong;
        int index = (int) core;
        if (group.rows() > capacity.rows(index)) {
            return "has " + group.rows() + " rows, but an array of core " + core + " has " + capacity.rows(index);
        }
        long needed = capacity.needed(index, group, bits);
        if (needed > left[index]) {
            return "needs " + needed + " arrays, but core " + core + " has only " + left[index] + " of its " + capacity.arrays(index) + " left";
        }
        left[index] -= needed;
        return null;
    }
}
