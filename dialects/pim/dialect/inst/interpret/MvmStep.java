package pim.dialect.inst.interpret;

import java.util.Arrays;
import pim.ir.Operation;

/// A vector times the matrix of an array group.
///
/// Sums are kept in doubles, which is exact: a product of 16-bit numbers is below `2^30`, so sums of fewer than `2^23` rows stay below `2^53`.
/// Inputs of zero, which are many behind a ReLU, are left out. Where most weights are zeros, as in an array group that holds several groups of a
/// convolution, only the others are kept, column by column.
public final class MvmStep extends Step {
    private static final int MAX_ROWS = 1 << 23;

    private final Local to, from;
    private final int cols, inputWidth, sumWidth;
    private final long[] read, results;
    private final Product product;

    /// The product of the inputs `x` with the matrix.
    private interface Product {
        void compute(long[] x, long[] sums);
    }

    /// @param weights row-major
    public MvmStep(Operation operation, Local to, Local from, short[] weights, int rows, int cols, int inputWidth, int sumWidth) {
        super(operation);
        if (rows > MAX_ROWS) throw new Fault("has an array group of " + rows + " rows; the interpreter is exact up to " + MAX_ROWS);
        this.to = to;
        this.from = from;
        this.cols = cols;
        this.inputWidth = inputWidth;
        this.sumWidth = sumWidth;
        read = new long[rows];
        results = new long[cols];
        int present = 0;
        for (short weight : weights) present += weight == 0 ? 0 : 1;
        product = 4L * present < weights.length ? Sparse.of(weights, rows, cols, present) : new Dense(weights, cols, new double[cols],
            new double[rows + 3], new int[rows + 3]);
    }

    @Override protected void execute(CoreRun core) {
        Elements.get(core.local.bytes, from.read(core), inputWidth, read);
        product.compute(read, results);
        Elements.set(core.local.bytes, to.write(core), sumWidth, results);
    }

    /// @param inputs those that are not zero
    /// @param starts where the row of each of them begins
    private record Dense(short[] weights, int cols, double[] sums, double[] inputs, int[] starts) implements Product {
        @Override public void compute(long[] x, long[] results) {
            int count = 0;
            for (int row = 0; row < x.length; row++) {
                inputs[count] = x[row];
                starts[count] = row * cols;
                count += x[row] == 0 ? 0 : 1;
            }
            // Rows of zero input fill up to whole quadruples.
            while (count % 4 != 0) {
                inputs[count] = 0;
                starts[count++] = 0;
            }
            Arrays.fill(sums, 0);
            for (int i = 0; i < count; i += 4) {
                add(sums, weights, starts[i], starts[i + 1], starts[i + 2], starts[i + 3], inputs[i], inputs[i + 1], inputs[i + 2], inputs[i + 3]);
            }
            for (int c = 0; c < sums.length; c++) results[c] = (long) sums[c];
        }

        private static void add(double[] sums, short[] w, int a, int b, int c, int d, double x, double y, double z, double u) {
            for (int j = 0; j < sums.length; j++) sums[j] += w[a + j] * x + w[b + j] * y + w[c + j] * z + w[d + j] * u;
        }
    }

    /// @param weights those that are not zero, column by column
    /// @param rows    of each of them
    /// @param ends    of each column, where its weights end
    private record Sparse(short[] weights, int[] rows, int[] ends) implements Product {
        static Sparse of(short[] matrix, int height, int cols, int present) {
            var sparse = new Sparse(new short[present], new int[present], new int[cols]);
            int count = 0;
            for (int col = 0; col < cols; col++) {
                for (int row = 0; row < height; row++) {
                    if (matrix[row * cols + col] == 0) continue;
                    sparse.weights[count] = matrix[row * cols + col];
                    sparse.rows[count++] = row;
                }
                sparse.ends[col] = count;
            }
            return sparse;
        }

        @Override public void compute(long[] x, long[] results) {
            for (int col = 0, i = 0; col < ends.length; col++) {
                long sum = 0;
                for (int end = ends[col]; i < end; i++) sum += weights[i] * x[rows[i]];
                results[col] = sum;
            }
        }
    }
}
