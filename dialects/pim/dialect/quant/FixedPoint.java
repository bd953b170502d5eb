package pim.dialect.quant;

/// The arithmetic of fixed-point numbers, in the one form that every level of the IR computes with, so that all agree to the last bit.
///
/// A number is an integer `n` with a fraction `f`: it stands for `n * 2^-f`. Sums of products are exact (in `long`); they are rounded once, half up,
/// when they become a number of `b` bits again, and saturate. Functions that are no polynomials are computed in double precision with
/// [StrictMath], which gives the same bits on every machine, and rounded half to even.
public final class FixedPoint {
    /// Fraction of the slope of a leaky rectifier.
    public static final int SLOPE_FRACTION = 15;
    private static final long LARGEST = (1L << 62) - 1;

    private FixedPoint() {}

    /// `v * 2^-shift`, rounded half up. A shift to the left stops at 62 bits, beyond which every width saturates.
    public static long roundShift(long v, int shift) {
        if (shift <= 0) return shiftLeft(v, -shift);
        return shift > 63 ? 0 : roundHalf(v >> shift - 1);
    }

    /// `v / 2`, rounded half up: `(v + 1) >> 1`, where the largest `v` has no successor.
    private static long roundHalf(long v) {
        return v - (v >> 1);
    }

    private static long shiftLeft(long v, int shift) {
        if (shift == 0 || v == 0) return v;
        return shift > 62 || v > LARGEST >> shift || v < ~LARGEST >> shift ? v > 0 ? LARGEST : ~LARGEST : v << shift;
    }

    /// The number of `bits` bits that is nearest to `v`.
    public static long saturate(long v, int bits) {
        return Math.max(-1L << bits - 1, Math.min((1L << bits - 1) - 1, v));
    }

    /// The integer `v` of fraction `from` as a number of `to`.
    public static int requantize(long v, int from, UniformType to) {
        return (int) saturate(roundShift(v, from - to.fraction()), to.bits());
    }

    /// The integers `v` of fraction `from` as numbers of fraction `to`, of which those below `low` become that and those above `high` become that.
    public static void requantize(long[] v, int from, int to, long low, long high, long[] into) {
        int shift = from - to;
        if (shift < 1 || shift > 63) for (int i = 0; i < into.length; i++) into[i] = Math.min(high, Math.max(low, roundShift(v[i], shift)));
        else for (int i = 0; i < into.length; i++) into[i] = Math.min(high, Math.max(low, roundHalf(v[i] >> shift - 1)));
    }

    /// The number of `to` that is nearest to `value`; 0 for what is no number.
    public static int quantize(double value, UniformType to) {
        double scaled = Math.rint(Math.scalb(value, to.fraction()));
        return scaled >= to.max() ? to.max() : scaled <= to.min() ? to.min() : (int) scaled;
    }

    /// What `v` of the fraction stands for.
    public static double dequantize(long v, int fraction) {
        return Math.scalb((double) v, -fraction);
    }

    public static int add(int a, UniformType of, int b, UniformType ofB, UniformType to) {
        int fraction = Math.max(of.fraction(), ofB.fraction());
        return requantize(shiftLeft(a, fraction - of.fraction()) + shiftLeft(b, fraction - ofB.fraction()), fraction, to);
    }

    public static int sub(int a, UniformType of, int b, UniformType ofB, UniformType to) {
        int fraction = Math.max(of.fraction(), ofB.fraction());
        return requantize(shiftLeft(a, fraction - of.fraction()) - shiftLeft(b, fraction - ofB.fraction()), fraction, to);
    }

    public static int mul(int a, UniformType of, int b, UniformType ofB, UniformType to) {
        return requantize((long) a * b, of.fraction() + ofB.fraction(), to);
    }

    /// The quotient; by zero it saturates by the sign of `a`, and 0/0 is 0.
    public static int div(int a, UniformType of, int b, UniformType ofB, UniformType to) {
        return quantize(Math.scalb((double) a / b, ofB.fraction() - of.fraction()), to);
    }

    /// The mean of `count` numbers of fraction `from` whose sum is `sum`, rounded half up:
    /// `floor((2 * sum * 2^(to - from) + count) / (2 * count))`. The mean of none is 0.
    public static int average(long sum, long count, int from, UniformType to) {
        int shift = to.fraction() - from;
        if (count == 0 || count > LARGEST >> 1) return 0;
        // All but one of the bits of fraction that are lost go before the division: the floor of a quotient of a floor is the floor of the quotient.
        long scaled = shift < 0 ? sum >> Math.min(-shift - 1, 63) : shiftLeft(sum, shift), divisor = shift < 0 ? 2 * count : count;
        long quotient = Math.floorDiv(scaled, divisor), rest = scaled - quotient * divisor;
        return (int) saturate(rest >= divisor - rest ? quotient + 1 : quotient, to.bits());
    }

    /// `v * slope` for a negative `v`, the slope being of fraction [#SLOPE_FRACTION].
    public static int leaky(int v, long slope, UniformType type) {
        return v >= 0 ? v : (int) saturate(roundShift(v * slope, SLOPE_FRACTION), type.bits());
    }

    /// The slope of a leaky rectifier as an integer of fraction [#SLOPE_FRACTION].
    public static long slope(double alpha) {
        return (long) Math.rint(Math.scalb(alpha, SLOPE_FRACTION));
    }

    /// The softmax of a vector: `exp(x[i] - max) / sum`, the sum in the order of the elements.
    public static int[] softmax(int[] x, int from, UniformType to) {
        int max = Integer.MIN_VALUE;
        for (int v : x) max = Math.max(max, v);
        var powers = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += powers[i] = StrictMath.exp(dequantize((long) x[i] - max, from));
        var result = new int[x.length];
        for (int i = 0; i < x.length; i++) result[i] = quantize(powers[i] / sum, to);
        return result;
    }

    /// Local response normalisation of a vector of channels: `x[i] / (bias + alpha / size * s)^beta`, `s` the sum of squares from channel
    /// `i - (size - 1) / 2` to `i + size / 2`, as far as there are any.
    public static int[] lrn(int[] x, int from, long size, double alpha, double beta, double bias, UniformType to) {
        var result = new int[x.length];
        int before = (int) Math.min((size - 1) / 2, x.length), behind = (int) Math.min(size / 2, x.length);
        for (int i = 0; i < x.length; i++) {
            long squares = 0;
            for (int j = Math.max(0, i - before); j <= Math.min(x.length - 1, i + behind); j++) squares += (long) x[j] * x[j];
            double norm = bias + alpha / size * dequantize(squares, 2 * from);
            result[i] = quantize(dequantize(x[i], from) / StrictMath.pow(norm, beta), to);
        }
        return result;
    }
}
