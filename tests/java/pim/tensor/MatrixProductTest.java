package pim.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatrixProductTest {
    /// Sizes around those of the pieces that the product is computed in, and integers so that sums are exact.
    @Property(tries = 60) void isTheSumOfProducts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 140) int m,
                                                 @ForAll @IntRange(min = 0, max = 270) int k, @ForAll @IntRange(min = 1, max = 300) int n) {
        var random = new Random(seed);
        long[] a = random.longs((long) m * k, -1 << 15, 1 << 15).toArray(), b = random.longs((long) k * n, -1 << 15, 1 << 15).toArray();
        var result = new double[m][n];
        MatrixProduct.compute(m, k, n, rows(a, k), rows(b, n), (row, column, sums, count) -> System.arraycopy(sums, 0, result[row], column, count));
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                long sum = 0;
                for (int l = 0; l < k; l++) sum += a[i * k + l] * b[l * n + j];
                assertEquals(sum, result[i][j]);
            }
        }
    }

    private static MatrixProduct.Source rows(long[] matrix, int width) {
        return (row, column, into, count) -> {
            for (int i = 0; i < count; i++) into[i] = matrix[row * width + column + i];
        };
    }
}
