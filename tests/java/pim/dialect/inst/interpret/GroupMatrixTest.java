package pim.dialect.inst.interpret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Products are those of the definition, whichever of the weights are zeros.
class GroupMatrixTest {
    @Property void anyWeights(@ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(min = 1, max = 40) int cols,
                              @ForAll @IntRange(max = 100) int percent, @ForAll long seed) {
        var random = new Random(seed);
        var weights = new short[rows * cols];
        for (int i = 0; i < weights.length; i++) if (random.nextInt(100) < percent) weights[i] = (short) random.nextInt();
        check(weights, rows, cols, random);
    }

    @Property void aGroupOfChannelsInEachColumn(@ForAll @IntRange(min = 1, max = 9) int taps, @ForAll @IntRange(min = 1, max = 16) int groups,
                                                @ForAll @IntRange(min = 1, max = 3) int inputs, @ForAll long seed) {
        var random = new Random(seed);
        int rows = taps * groups * inputs;
        var weights = new short[rows * groups];
        for (int row = 0; row < rows; row++) weights[row * groups + row / inputs % groups] = (short) random.nextInt();
        check(weights, rows, groups, random);
    }

    private static void check(short[] weights, int rows, int cols, Random random) {
        var inputs = random.ints(rows, Short.MIN_VALUE, Short.MAX_VALUE + 1).mapToDouble(v -> random.nextBoolean() ? v : 0).toArray();
        var expected = new double[cols];
        for (int i = 0; i < weights.length; i++) expected[i % cols] += inputs[i / cols] * weights[i];
        var matrix = new GroupMatrix(weights, rows, cols);
        var sums = new double[cols];
        // What is left of a product must not show in the next.
        for (int i = 0; i < 2; i++) {
            matrix.multiply(inputs, sums);
            assertArrayEquals(expected, sums);
        }
    }
}
