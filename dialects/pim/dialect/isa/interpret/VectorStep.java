package pim.dialect.isa.interpret;

import java.util.function.LongBinaryOperator;
import pim.dialect.inst.interpret.CoreRun;
import pim.dialect.inst.interpret.Step;
import pim.ir.Operation;

/// A function of each element of one or two vectors. All operands are read before anything is written.
final class VectorStep extends Step {
    private final Local to, a, b;
    private final LongBinaryOperator function;
    private final int aWidth, bWidth, toWidth;
    private final long[] x, y, z;
    private final boolean inner;

    /// @param b     null for a function of one operand; of one element where the second operand is the same for all
    /// @param inner whether the results are added to one element
    VectorStep(Operation operation, LongBinaryOperator function, Local to, int toWidth, Local a, int aWidth, Local b, int bWidth, boolean inner) {
        super(operation);
        this.function = function;
        this.to = to;
        this.toWidth = toWidth;
        this.a = a;
        this.aWidth = aWidth;
        this.b = b;
        this.bWidth = bWidth;
        this.inner = inner;
        x = new long[(int) (a.span().bytes() / aWidth)];
        y = b == null ? null : new long[(int) (b.span().bytes() / bWidth)];
        z = inner ? new long[1] : x;
    }

    @Override protected void execute(CoreRun core) {
        a.get(core, aWidth, x);
        if (b != null) b.get(core, bWidth, y);
        boolean same = b == null || y.length != x.length;
        long one = b != null && same ? y[0] : 0;
        for (int i = 0; i < x.length; i++) x[i] = function.applyAsLong(x[i], same ? one : y[i]);
        if (inner) {
            long sum = 0;
            for (long product : x) sum += product;
            z[0] = sum;
        }
        if (toWidth == Integer.BYTES) for (int i = 0; i < z.length; i++) z[i] = (int) z[i];
        to.set(core, toWidth, z);
    }
}
