package pim.dialect.inst.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import pim.ir.Operation;

/// A vector times the matrix of an array group.
///
/// Sums are kept in doubles, which is exact: a product of 16-bit numbers is below `2^30`, so sums of fewer than `2^23` rows stay below `2^53`.
/// Inputs of zero, which are many behind a ReLU, are left out. Where most weights are zeros, as in an array group that holds several groups of a
/// convolution, only the parts of its diagonals are kept that hold others.
public final class MvmStep extends Step {
    private static final int MAX_ROWS = 1 << 23;

    private final Local to, from;
    private final int cols, inputWidth, sumWidth;
    private final long[] read, results;
    private final Product product;

    /// The product of the inputs `x` with the matrix.
    interface Product {
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
        product = product(weights, rows, cols);
    }

    /// @param weights row-major
    static Product product(short[] weights, int rows, int cols) {
        int present = 0;
        for (short weight : weights) present += weight == 0 ? 0 : 1;
        return 4L * present < weights.length ? Diagonals.of(weights, rows, cols) : new Dense(weights, cols, new double[cols], new double[rows + 3],
            new int[rows + 3]);
    }

    @Override protected void execute(CoreRun core) {
        from.get(core, inputWidth, read);
        product.compute(read, results);
        to.set(core, sumWidth, results);
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

    /// The parts of the matrix's diagonals that hold all that is not zero. Channels lie next to each other in rows and in columns, so an array group of
    /// a convolution in groups has a long part for each tap.
    ///
    /// @param weights of all parts, one behind the other
    /// @param rows    in which each part begins
    /// @param cols    in which each part begins
    /// @param ends    of each part in `weights`
    private record Diagonals(double[] weights, int[] rows, int[] cols, int[] ends, double[] inputs, double[] sums) implements Product {
        /// As many zeros in a row belong to a part of a diagonal as cost less than to begin another.
        private static final int GAP = 8;

        static Diagonals of(short[] matrix, int height, int width) {
            var weights = DoubleStream.builder();
            var parts = new ArrayList<int[]>();
            int count = 0;
            for (int diagonal = 1 - width; diagonal < height; diagonal++) {
                int[] part = null;
                int last = 0;
                for (int col = Math.max(0, -diagonal); col < width && col + diagonal < height; col++) {
                    short weight = matrix[(col + diagonal) * width + col];
                    if (weight == 0) continue;
                    if (part == null || col - last > GAP) parts.add(part = new int[] {col + diagonal, col, count});
                    else for (int zero = last + 1; zero < col; zero++, count++) weights.add(0);
                    weights.add(weight);
                    part[2] = ++count;
                    last = col;
                }
            }
            return new Diagonals(weights.build().toArray(), parts.stream().mapToInt(p -> p[0]).toArray(), parts.stream().mapToInt(p -> p[1]).toArray(),
                parts.stream().mapToInt(p -> p[2]).toArray(), new double[height], new double[width]);
        }

        @Override public void compute(long[] x, long[] results) {
            for (int row = 0; row < inputs.length; row++) inputs[row] = x[row];
            Arrays.fill(sums, 0);
            for (int i = 0, from = 0; i < ends.length; from = ends[i++]) add(sums, cols[i], weights, from, inputs, rows[i], ends[i] - from);
            for (int col = 0; col < sums.length; col++) results[col] = (long) sums[col];
        }

        private static void add(double[] sums, int to, double[] weights, int from, double[] inputs, int row, int count) {
            for (int j = 0; j < count; j++) sums[to + j] += weights[from + j] * inputs[row + j];
        }
    }
}
