package pim.dialect.inst.interpret;

import java.util.Arrays;
import pim.ir.Operation;

/// A vector times the matrix of an array group.
///
/// Sums are kept in doubles, which is exact: a product of 16-bit numbers is below `2^30`, so sums of fewer than `2^23` rows stay below `2^53`.
/// Inputs of zero, which are many behind a ReLU, are left out. So are the zeros left and right of the weights of a row where most are zeros: in an
/// array
/// group that holds several groups of a convolution, a row has weights in the columns of its own group only.
public final class MvmStep extends Step {
    private static final int MAX_ROWS = 1 << 23;

    private final Local to, from;
    private final short[] weights;
    private final int rows, cols, inputWidth, sumWidth;
    private final double[] sums, inputs;
    private final long[] read, results;
    private final int[] starts;
    /// Of each row the first column with a weight and the one behind the last; null where rows are full for the most part.
    private final int[] first, end;

    /// @param weights row-major
    public MvmStep(Operation operation, Local to, Local from, short[] weights, int rows, int cols, int inputWidth, int sumWidth) {
        super(operation);
        if (rows > MAX_ROWS) throw new Fault("has an array group of " + rows + " rows; the interpreter is exact up to " + MAX_ROWS);
        this.to = to;
        this.from = from;
        this.weights = weights;
        this.rows = rows;
        this.cols = cols;
        this.inputWidth = inputWidth;
        this.sumWidth = sumWidth;
        sums = new double[cols];
        read = new long[rows];
        results = new long[cols];
        inputs = new double[rows + 3];
        starts = new int[rows + 3];
        var bands = bands(weights, rows, cols);
        first = bands == null ? null : bands[0];
        end = bands == null ? null : bands[1];
    }

    private static int[][] bands(short[] weights, int rows, int cols) {
        var bands = new int[2][rows];
        long within = 0;
        for (int row = 0; row < rows; row++) {
            int from = 0, to = cols;
            while (from < to && weights[row * cols + from] == 0) from++;
            while (to > from && weights[row * cols + to - 1] == 0) to--;
            bands[0][row] = from;
            bands[1][row] = to;
            within += to - from;
        }
        return 4 * within < (long) rows * cols ? bands : null;
    }

    @Override protected void execute(CoreRun core) {
        Elements.get(core.local.bytes, from.read(core), inputWidth, read);
        Arrays.fill(sums, 0);
        if (first == null) multiply();
        else multiplyBands();
        for (int c = 0; c < cols; c++) results[c] = (long) sums[c];
        Elements.set(core.local.bytes, to.write(core), sumWidth, results);
    }

    private void multiply() {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            long x = read[row];
            if (x == 0) continue;
            inputs[count] = x;
            starts[count++] = row * cols;
        }
        // Rows of zero input fill up to whole quadruples.
        while (count % 4 != 0) {
            inputs[count] = 0;
            starts[count++] = 0;
        }
        for (int i = 0; i < count; i += 4) {
            add(sums, weights, cols, starts[i], starts[i + 1], starts[i + 2], starts[i + 3], inputs[i], inputs[i + 1], inputs[i + 2], inputs[i + 3]);
        }
    }

    private void multiplyBands() {
        for (int row = 0, start = 0; row < rows; row++, start += cols) {
            double x = read[row];
            for (int c = first[row], behind = end[row]; c < behind; c++) sums[c] += weights[start + c] * x;
        }
    }

    private static void add(double[] sums, short[] w, int cols, int a, int b, int c, int d, double x, double y, double z, double u) {
        for (int j = 0; j < cols; j++) sums[j] += w[a + j] * x + w[b + j] * y + w[c + j] * z + w[d + j] * u;
    }
}
