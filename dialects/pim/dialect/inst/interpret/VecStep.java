package pim.dialect.inst.interpret;

import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.ir.Operation;

/// A vector function on local memory.
final class VecStep extends Step {
    private final Local to, a, b;
    private final VectorFunction function;
    private final int toWidth, aWidth, bWidth;
    private final long[] x, y, z;

    /// @param b null for a function of one operand
    VecStep(Operation operation, FnAttr fn, Local to, Local a, Local b, int length) {
        super(operation);
        this.to = to;
        this.a = a;
        this.b = b;
        function = VectorFunction.of(fn);
        toWidth = fn.to().bytes();
        aWidth = fn.a().bytes();
        bWidth = fn.b().map(Fixed::bytes).orElse(0);
        x = new long[length];
        y = b == null ? null : new long[length];
        z = new long[(int) fn.results(length)];
    }

    @Override protected void execute(CoreRun core) {
        a.get(core, aWidth, x);
        if (b != null) b.get(core, bWidth, y);
        function.apply(x, y, z);
        to.set(core, toWidth, z);
    }
}
