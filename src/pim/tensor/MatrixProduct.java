package pim.tensor;

import java.util.stream.IntStream;

/// The product of two matrices that are read, and whose result is taken, piece by piece: neither need be in memory as a matrix.
///
/// Sums are kept in double precision. Products of integers are therefore exact as long as no sum exceeds `2^53`.
public final class MatrixProduct {
    /// A matrix to read.
    @FunctionalInterface public interface Source {
        /// Puts the `count` elements of row `row` from column `column` on to the start of `into`.
        void read(int row, int column, double[] into, int count);
    }

    /// Where the result goes. Pieces come in any order and from several threads, each element once.
    @FunctionalInterface public interface Sink {
        void write(int row, int column, double[] sums, int count);
    }

    // A piece of the right matrix, DEPTH x WIDTH, stays in the second-level cache while HEIGHT rows of the left pass over it.
    private static final int HEIGHT = 64, DEPTH = 128, WIDTH = 256, NARROW = 4;

    private MatrixProduct() {}

    /// `left` of `m` rows and `k` columns times `right` of `k` rows and `n` columns.
    public static void compute(int m, int k, int n, Source left, Source right, Sink result) {
        if (n < NARROW) {
            thin(m, k, n, left, right, result);
            return;
        }
        int down = Math.ceilDiv(m, HEIGHT), across = Math.ceilDiv(n, WIDTH);
        var tiles = IntStream.range(0, down * across);
        (down * across > 1 ? tiles.parallel() : tiles).forEach(tile -> {
            int row = tile / across * HEIGHT, column = tile % across * WIDTH;
            tile(row, Math.min(HEIGHT, m - row), k, column, Math.min(WIDTH, n - column), left, right, result);
        });
    }

    private static void tile(int row, int height, int k, int column, int width, Source left, Source right, Sink result) {
        var sums = new double[height][width];
        var piece = new double[Math.min(k, DEPTH)][width];
        var factors = new double[2][piece.length];
        for (int from = 0; from < k; from += DEPTH) {
            int depth = Math.min(DEPTH, k - from);
            for (int i = 0; i < depth; i++) right.read(from + i, column, piece[i], width);
            int r = 0;
            for (; r + 1 < height; r += 2) {
                left.read(row + r, from, factors[0], depth);
                left.read(row + r + 1, from, factors[1], depth);
                accumulate(sums[r], sums[r + 1], factors[0], factors[1], piece, depth, width);
            }
            if (r < height) {
                left.read(row + r, from, factors[0], depth);
                accumulate(sums[r], factors[0], piece, depth, width);
            }
        }
        for (int r = 0; r < height; r++) result.write(row + r, column, sums[r], width);
    }

    /// Two rows of the left at a time, four of the right: six loads for eight products.
    private static void accumulate(double[] sum, double[] sum2, double[] a, double[] a2, double[][] b, int depth, int width) {
        int i = 0;
        for (; i + 3 < depth; i += 4) {
            four(sum, sum2, a[i], a[i + 1], a[i + 2], a[i + 3], a2[i], a2[i + 1], a2[i + 2], a2[i + 3], b[i], b[i + 1], b[i + 2], b[i + 3], width);
        }
        for (; i < depth; i++) {
            one(sum, a[i], b[i], width);
            one(sum2, a2[i], b[i], width);
        }
    }

    private static void accumulate(double[] sum, double[] a, double[][] b, int depth, int width) {
        int i = 0;
        for (; i + 3 < depth; i += 4) four(sum, a[i], a[i + 1], a[i + 2], a[i + 3], b[i], b[i + 1], b[i + 2], b[i + 3], width);
        for (; i < depth; i++) one(sum, a[i], b[i], width);
    }

    // All arrays are indexed alike: only then does the compiler know that it may compute several elements at once.
    private static void four(double[] s, double[] t, double a0, double a1, double a2, double a3, double c0, double c1, double c2, double c3,
                             double[] b0, double[] b1, double[] b2, double[] b3, int width) {
        for (int j = 0; j < width; j++) {
            double x0 = b0[j], x1 = b1[j], x2 = b2[j], x3 = b3[j];
            s[j] += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
            t[j] += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3;
        }
    }

    private static void four(double[] s, double a0, double a1, double a2, double a3, double[] b0, double[] b1, double[] b2, double[] b3, int width) {
        for (int j = 0; j < width; j++) s[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }

    private static void one(double[] s, double a, double[] b, int width) {
        for (int j = 0; j < width; j++) s[j] += a * b[j];
    }

    /// For a right matrix of few columns: each element of the result a product of two vectors.
    private static void thin(int m, int k, int n, Source left, Source right, Sink result) {
        var columns = new double[n][k];
        var element = new double[n];
        for (int i = 0; i < k; i++) {
            right.read(i, 0, element, n);
            for (int j = 0; j < n; j++) columns[j][i] = element[j];
        }
        IntStream.range(0, Math.ceilDiv(m, HEIGHT)).parallel().forEach(block -> {
            var row = new double[k];
            var sums = new double[n];
            for (int r = block * HEIGHT; r < Math.min(m, (block + 1) * HEIGHT); r++) {
                left.read(r, 0, row, k);
                for (int j = 0; j < n; j++) sums[j] = dot(row, columns[j]);
                result.write(r, 0, sums, n);
            }
        });
    }

    /// Four sums at once, since one would wait for each addition.
    private static double dot(double[] a, double[] b) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) s0 += a[i] * b[i];
        return s0 + s1 + (s2 + s3);
    }
}
