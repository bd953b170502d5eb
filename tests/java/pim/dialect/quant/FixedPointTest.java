package pim.dialect.quant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The arithmetic against exact rational numbers.
class FixedPointTest {
    private static final BigDecimal HALF = new BigDecimal("0.5"), TWO = BigDecimal.valueOf(2);

    private static BigDecimal scaled(BigDecimal v, int shift) {
        return shift >= 0 ? v.multiply(TWO.pow(shift)) : v.divide(TWO.pow(-shift));
    }

    /// Rounded half up, that is half towards positive infinity, and saturated.
    private static int nearest(BigDecimal v, UniformType to) {
        var rounded = v.add(HALF).setScale(0, RoundingMode.FLOOR).toBigInteger();
        return rounded.min(BigInteger.valueOf(to.max())).max(BigInteger.valueOf(to.min())).intValueExact();
    }

    private static UniformType type(int bits, int fraction) {
        return new UniformType(bits, fraction);
    }

    @Property void requantizingRoundsHalfUpAndSaturates(@ForAll long v,
                                                        @ForAll @IntRange(min = -40, max = 60) int from,
                                                        @ForAll @IntRange(min = -20, max = 40) int fraction, @ForAll boolean wide) {
        var to = type(wide ? 16 : 8, fraction);
        assertEquals(nearest(scaled(BigDecimal.valueOf(v), fraction - from), to), FixedPoint.requantize(v, from, to));
        var all = new long[1];
        FixedPoint.requantize(new long[] {v}, from, fraction, to.min(), to.max(), all);
        assertEquals(FixedPoint.requantize(v, from, to), all[0]);
        FixedPoint.requantize(new long[] {v}, from, fraction, -5, 100, all);
        assertEquals(Math.clamp(FixedPoint.requantize(v, from, to), -5, 100), all[0]);
    }

    /// The largest sums have no successor that could be halved.
    @Test void requantizingTheLargestSums() {
        var to = type(8, 2);
        for (int shift = -2; shift <= 70; shift++) {
            var sums = new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE};
            var all = new long[sums.length];
            FixedPoint.requantize(sums, 2 + shift, to.fraction(), to.min(), to.max(), all);
            for (int i = 0; i < sums.length; i++) {
                int expected = nearest(scaled(BigDecimal.valueOf(sums[i]), -shift), to);
                assertEquals(expected, all[i], sums[i] + " by " + shift);
                assertEquals(expected, FixedPoint.requantize(sums[i], 2 + shift, to), sums[i] + " by " + shift);
            }
        }
    }

    @Property void smallShiftsRoundHalfUp(@ForAll @IntRange(min = -4000, max = 4000) int v, @ForAll @IntRange(min = 0, max = 10) int shift) {
        assertEquals(Math.floor(v / Math.pow(2, shift) + 0.5), FixedPoint.roundShift(v, shift));
    }

    @Test void shiftsUpToTheWidthOfLongAndBeyond() {
        for (long v : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            for (int shift : new int[] {1, 2, 62, 63, 64, 65, 200}) {
                var expected = new BigDecimal(v).divide(TWO.pow(shift)).add(HALF).setScale(0, RoundingMode.FLOOR).longValueExact();
                assertEquals(expected, FixedPoint.roundShift(v, shift), v + " by " + shift);
            }
        }
        assertEquals(Short.MAX_VALUE, FixedPoint.requantize(3, -100, type(16, 60)));
        assertEquals(Short.MIN_VALUE, FixedPoint.requantize(-3, -100, type(16, 60)));
        assertEquals(0, FixedPoint.requantize(0, -100, type(16, 60)));
    }

    @Property void sumsAndProductsAreRoundedOnce(@ForAll short a, @ForAll short b, @ForAll @IntRange(min = -30, max = 50) int fa,
                                                 @ForAll @IntRange(min = -30, max = 50) int fb,
                                                 @ForAll @IntRange(min = -10, max = 30) int fraction) {
        UniformType ofA = type(16, fa), ofB = type(16, fb), to = type(16, fraction);
        var x = scaled(BigDecimal.valueOf(a), -fa);
        var y = scaled(BigDecimal.valueOf(b), -fb);
        // Beyond 62 bits a sum saturates before it is rounded.
        if (Math.abs(fa - fb) < 46) {
            assertEquals(nearest(scaled(x.add(y), fraction), to), FixedPoint.add(a, ofA, b, ofB, to));
            assertEquals(nearest(scaled(x.subtract(y), fraction), to), FixedPoint.sub(a, ofA, b, ofB, to));
        }
        assertEquals(nearest(scaled(x.multiply(y), fraction), to), FixedPoint.mul(a, ofA, b, ofB, to));
    }

    @Property void averagesRoundHalfUp(@ForAll long sum,
                                       @ForAll @IntRange(min = 1, max = 4096) int count,
                                       @ForAll @IntRange(min = -20, max = 60) int from, @ForAll @IntRange(min = -20, max = 20) int fraction) {
        var to = type(16, fraction);
        // floor(sum / count * 2^shift + 1/2), as a quotient of integers
        int shift = fraction - from;
        var top = BigInteger.valueOf(sum).shiftLeft(Math.max(shift, 0) + 1).add(BigInteger.valueOf(count).shiftLeft(Math.max(-shift, 0)));
        var exact = new BigDecimal(top).divide(new BigDecimal(BigInteger.valueOf(2L * count).shiftLeft(Math.max(-shift, 0))), 0, RoundingMode.FLOOR);
        assertEquals(nearest(exact, to), FixedPoint.average(sum, count, from, to));
    }

    @Test void theMeanOfNoneIsZero() {
        assertEquals(0, FixedPoint.average(0, 0, 3, type(8, 4)));
    }

    @Property void quotientsAreNearest(@ForAll short a, @ForAll short b, @ForAll @IntRange(min = 0, max = 15) int fa,
                                       @ForAll @IntRange(min = 0, max = 15) int fb) {
        var to = type(16, 8);
        int got = FixedPoint.div(a, type(16, fa), b, type(16, fb), to);
        if (b == 0) {
            assertEquals(a == 0 ? 0 : a > 0 ? to.max() : to.min(), got);
            return;
        }
        double exact = Math.clamp((double) a / b * Math.pow(2, 8 - fa + fb), to.min(), to.max());
        assertTrue(Math.abs(got - exact) <= 0.5, a + " / " + b);
    }

    @Property void quantizingIsUndoneByDequantizing(@ForAll short v, @ForAll @IntRange(min = -20, max = 40) int fraction) {
        assertEquals(v, FixedPoint.quantize(FixedPoint.dequantize(v, fraction), type(16, fraction)));
    }

    @Test void quantizingSaturates() {
        var to = type(8, 4);
        assertEquals(127, FixedPoint.quantize(Double.POSITIVE_INFINITY, to));
        assertEquals(-128, FixedPoint.quantize(-1e30, to));
        assertEquals(0, FixedPoint.quantize(Double.NaN, to));
        assertEquals(2, FixedPoint.quantize(2.5 / 16, to), "half to even");
    }

    @Test void leakySlopesAreOf15Bits() {
        assertEquals(3277, FixedPoint.slope(0.1));
        assertEquals(-10, FixedPoint.leaky(-100, FixedPoint.slope(0.1), type(8, 0)));
        assertEquals(100, FixedPoint.leaky(100, FixedPoint.slope(0.1), type(8, 0)));
        assertEquals(127, FixedPoint.leaky(-100, FixedPoint.slope(-30), type(8, 0)));
    }

    @Property(tries = 100) void softmaxSumsToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int length) {
        var to = type(16, 14);
        var result = FixedPoint.softmax(new Random(seed).ints(length, -1 << 15, 1 << 15).toArray(), 12, to);
        int sum = 0;
        for (int v : result) sum += v;
        assertEquals(1 << 14, sum, length / 2.0);
    }

    @Test void softmaxOfTheWholeRange() {
        assertArrayEquals(new int[] {0, 1 << 14}, FixedPoint.softmax(new int[] {-32768, 32767}, -10, type(16, 14)));
    }
}
