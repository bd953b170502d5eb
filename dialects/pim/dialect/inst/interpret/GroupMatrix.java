package pim.dialect.inst.interpret;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.Arrays;

/// The matrix of an array group, in the form that vectors are multiplied by it fastest.
///
/// Inputs of zero, which are many behind a ReLU, are left out. Where most weights are zeros, as in an array group that holds several groups of a
/// convolution, only the parts of its diagonals are kept that hold others.
public final class GroupMatrix {
    private final short[] weights;
    private final int rows, cols;
    private final Product product;

    /// Computes the sums of products.
    private interface Product {
        void compute(double[] x, double[] sums);
    }

    /// @param weights row-major
    public GroupMatrix(short[] weights, int rows, int cols) {
        this.weights = weights;
        this.rows = rows;
        this.cols = cols;
        int present = 0;
        for (short weight : weights) present += weight == 0 ? 0 : 1;
        product = 4L * present < weights.length ? Diagonals.of(weights, rows, cols, present)
            : new Dense(weights, cols, new double[rows + 3], new int[rows + 3]);
    }

    /// The weights, row-major.
    public short[] weights() {
        return weights;
    }

    public int rows() {
        return rows;
    }

    public int cols() {
        return cols;
    }

    /// The vector `x` times the matrix, in `sums`.
    void multiply(double[] x, double[] sums) {
        Arrays.fill(sums, 0);
        product.compute(x, sums);
    }

    /// @param present those inputs that are not zero
    /// @param starts  where the row of each of them begins
    private record Dense(short[] weights, int cols, double[] present, int[] starts) implements Product {
        @Override public void compute(double[] x, double[] sums) {
            int count = 0;
            for (int row = 0; row < x.length; row++) {
                present[count] = x[row];
                starts[count] = row * cols;
                count += x[row] == 0 ? 0 : 1;
            }
            // Rows of zero input fill up to whole quadruples.
            while (count % 4 != 0) {
                present[count] = 0;
                starts[count++] = 0;
            }
            for (int i = 0; i < count; i += 4) {
                add(sums, weights, starts[i], starts[i + 1], starts[i + 2], starts[i + 3], present[i], present[i + 1], present[i + 2], present[i + 3]);
            }
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
    private record Diagonals(double[] weights, int[] rows, int[] cols, int[] ends) implements Product {
        /// As many zeros in a row belong to a part of a diagonal as cost less than to begin another.
        private static final int GAP = 8;

        /// @param present how many weights of the matrix are not zero
        static Diagonals of(short[] matrix, int height, int width, int present) {
            var weights = new DoubleArrayList(2 * present);
            var parts = new ArrayList<int[]>();
            // By row - column + width - 1; most diagonals are empty, and to look at one goes all through memory.
            var used = new boolean[height + width];
            for (int row = 0, at = 0; row < height; row++) {
                for (int diagonal = row + width - 1; diagonal >= row; diagonal--, at++) used[diagonal] |= matrix[at] != 0;
            }
            int count = 0;
            for (int diagonal = 1 - width; diagonal < height; diagonal++) {
                if (!used[diagonal + width - 1]) continue;
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
            return new Diagonals(weights.toDoubleArray(), parts.stream().mapToInt(p -> p[0]).toArray(), parts.stream().mapToInt(p -> p[1]).toArray(),
                parts.stream().mapToInt(p -> p[2]).toArray());
        }

        @Override public void compute(double[] x, double[] sums) {
            for (int i = 0, from = 0; i < ends.length; from = ends[i++]) add(sums, cols[i], weights, from, x, rows[i], ends[i] - from);
        }

        private static void add(double[] sums, int to, double[] weights, int from, double[] inputs, int row, int count) {
            for (int j = 0; j < count; j++) sums[to + j] += weights[from + j] * inputs[row + j];
        }
    }
}
