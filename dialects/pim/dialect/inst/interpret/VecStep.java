package pim.dialect.inst.interpret;

import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.ir.Operation;

/// A vector function on local memory.
final class VecStep extends Step {
    private final Local to, a, b;
    private final VectorFunction function;
    private final int length, results;
    private final int toWidth, aWidth, bWidth;
    private final long[] x, y, z;

    /// @param b null for a function of one operand
    VecStep(Operation operation, FnAttr fn, Local to, Local a, Local b, int length) {
        super(operation);
        this.to = to;
        this.a = a;
        this.b = b;
        this.length = length;
        function = VectorFunction.of(fn);
        results = (int) fn.results(length);
        toWidth = fn.to().bytes();
        aWidth = fn.a().bytes();
        bWidth = fn.b().map(Fixed::bytes).orElse(0);
        x = new long[length];
        y = b == null ? null : new long[length];
        z = new long[results];
    }

    @Override void execute(CoreRun core) {
        var bytes = core.local.bytes;
        get(bytes, a.read(core), aWidth, x);
        if (b != null) get(bytes, b.read(core), bWidth, y);
        function.apply(x, y, z);
        int at = to.write(core);
        for (int i = 0; i < results; i++) {
            if (toWidth == 4 && z[i] != (int) z[i]) throw new Fault("gives the sum " + z[i] + ", which does not fit 32 bits");
            Elements.set(bytes, at + i * toWidth, toWidth, z[i]);
        }
    }

    private static void get(byte[] bytes, int at, int width, long[] into) {
        for (int i = 0; i < into.length; i++) into[i] = Elements.get(bytes, at + i * width, width);
    }
}
