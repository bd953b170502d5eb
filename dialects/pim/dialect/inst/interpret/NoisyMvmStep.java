package pim.dialect.inst.interpret;

import java.util.Arrays;
import pim.ir.Operation;

/// A vector times the matrix of an array group, as its cells and converters compute it. Sums are rounded to whole numbers, and a sum beyond its width
/// is the nearest that fits: the width is chosen for exact sums.
public final class NoisyMvmStep extends Step {
    private final Local to, from;
    private final AnalogArray array;
    private final int inputWidth, sumWidth;
    private final long least, most;
    private final long[] read, results;
    private final double[] sums;

    public NoisyMvmStep(Operation operation, Local to, Local from, AnalogArray array, int inputWidth, int sumWidth) {
        super(operation);
        this.to = to;
        this.from = from;
        this.array = array;
        this.inputWidth = inputWidth;
        this.sumWidth = sumWidth;
        most = sumWidth == Long.BYTES ? Long.MAX_VALUE : (1L << sumWidth * Byte.SIZE - 1) - 1;
        least = -most - 1;
        read = new long[array.rows];
        results = new long[array.cols];
        sums = new double[array.cols];
    }

    @Override protected void execute(CoreRun core) {
        from.get(core, inputWidth, read);
        Arrays.fill(sums, 0);
        array.multiply(read, sums);
        for (int c = 0; c < sums.length; c++) results[c] = Math.clamp((long) Math.rint(sums[c]), least, most);
        to.set(core, sumWidth, results);
    }
}
