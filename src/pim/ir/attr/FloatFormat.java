package pim.ir.attr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import pim.ir.type.FloatType.Special;
import pim.ir.type.FloatType;

/// The bits of floating-point formats, and their decimal form as LLVM's `APFloat` writes it. The sign of a format without negative numbers is kept,
/// as there, in a bit above its own.
public final class FloatFormat {
    private static final BigInteger ONE = BigInteger.ONE;
    /// By their exponents the powers of ten by which numbers near one are cut.
    private static final BigInteger[] TENS = new BigInteger[40];

    /// Powers of ten with a larger exponent are beyond all formats.
    private static final int LARGEST_EXPONENT = 10_000;
    private static final double LOG2_OF_TEN = Math.log(10) / Math.log(2);
    /// The powers of ten that a double holds exactly.
    private static final double[] QUICK_TENS = new double[23];

    static {
        TENS[0] = ONE;
        for (int i = 1; i < TENS.length; i++) TENS[i] = TENS[i - 1].multiply(BigInteger.TEN);
        QUICK_TENS[0] = 1;
        for (int i = 1; i < QUICK_TENS.length; i++) QUICK_TENS[i] = QUICK_TENS[i - 1] * 10;
    }

    private FloatFormat() {}

    /// The bits of `value` rounded to the nearest number of the format, ties to even.
    public static BigInteger encode(FloatType type, double value) {
        return switch (type) {
            case F64 -> unsigned(Double.doubleToRawLongBits(value));
            case F32 -> BigInteger.valueOf(Float.floatToRawIntBits((float) value) & 0xffffffffL);
            default -> rounded(type, value);
        };
    }

    private static BigInteger rounded(FloatType type, double value) {
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        if (Double.isNaN(value)) return signed(type, negative, nan(type));
        if (Double.isInfinite(value)) return overflow(type, negative);
        return encode(type, new BigDecimal(value).abs(), negative);
    }

    /// As above, of the number that `digits` are, with a point and an exponent but no sign.
    public static BigInteger encode(FloatType type, String digits, boolean negative) {
        int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        var value = new BigDecimal(e < 0 ? digits : digits.substring(0, e));
        var exponent = e < 0 ? BigInteger.ZERO : new BigInteger(digits.substring(e + 1));
        // Far beyond all formats one number is like another, and is not spelt out.
        var longest = BigInteger.valueOf(LARGEST_EXPONENT + (long) value.scale() + value.precision());
        return encode(type, value.scaleByPowerOfTen(exponent.max(longest.negate()).min(longest).intValueExact()), negative);
    }

    private static BigInteger encode(FloatType type, BigDecimal value, boolean negative) {
        if (value.signum() == 0) return zero(type, negative);
        // The number is numerator / denominator; its leading bit is of weight 2^exponent.
        var numerator = value.unscaledValue().abs().multiply(BigInteger.TEN.pow(Math.max(0, -value.scale())));
        var denominator = BigInteger.TEN.pow(Math.max(0, value.scale()));
        int exponent = numerator.bitLength() - denominator.bitLength();
        if (compare(numerator, denominator, exponent) < 0) exponent--;
        int unit = Math.max(exponent, 1 - type.bias() - (type.isExponentOnly() ? 1 : 0)) - type.mantissa();
        var parts = (unit > 0 ? numerator : numerator.shiftLeft(-unit)).divideAndRemainder(unit > 0 ? denominator.shiftLeft(unit) : denominator);
        int half = parts[1].shiftLeft(1).compareTo(unit > 0 ? denominator.shiftLeft(unit) : denominator);
        var units = half > 0 || half == 0 && parts[0].testBit(0) ? parts[0].add(ONE) : parts[0];
        // Rounded up to the next power of two, the number has the same units in a wider place: the carry goes into the exponent.
        var field = BigInteger.valueOf(unit + type.mantissa() + type.bias());
        if (type.isExponentOnly()) field = units.signum() == 0 ? BigInteger.ZERO : field.add(BigInteger.valueOf(units.bitLength() - 1));
        else field = units.add(field.subtract(ONE).shiftLeft(type.mantissa()));
        if (field.signum() == 0 && !type.isExponentOnly()) return zero(type, negative);
        return field.compareTo(largest(type)) > 0 ? overflow(type, negative) : signed(type, negative, withIntegerBit(type, field));
    }

    /// Compares `a / b` with `2^exponent`.
    private static int compare(BigInteger a, BigInteger b, int exponent) {
        return exponent > 0 ? a.compareTo(b.shiftLeft(exponent)) : a.shiftLeft(-exponent).compareTo(b);
    }

    /// The largest finite number, without sign and stored integer bit.
    private static BigInteger largest(FloatType type) {
        var ones = ONE.shiftLeft(type.exponent() + type.mantissa()).subtract(ONE);
        return switch (type.special()) {
            case NONE, NEGATIVE_ZERO -> ones;
            case ALL_ONES -> ones.subtract(ONE);
            case IEEE -> infinity(type).subtract(ONE);
        };
    }

    private static BigInteger infinity(FloatType type) {
        return ONE.shiftLeft(type.exponent()).subtract(ONE).shiftLeft(type.mantissa());
    }

    private static BigInteger nan(FloatType type) {
        return switch (type.special()) {
            case IEEE -> withIntegerBit(type, infinity(type).setBit(type.mantissa() - 1));
            case ALL_ONES -> ONE.shiftLeft(type.exponent() + type.mantissa()).subtract(ONE);
            case NEGATIVE_ZERO -> ONE.shiftLeft(type.width() - 1);
            case NONE -> largest(type);
        };
    }

    private static BigInteger overflow(FloatType type, boolean negative) {
        return signed(type, negative, type.special() == Special.IEEE ? withIntegerBit(type, infinity(type)) : nan(type));
    }

    private static BigInteger zero(FloatType type, boolean negative) {
        return type.special() == Special.NEGATIVE_ZERO ? BigInteger.ZERO : signed(type, negative && !type.isExponentOnly(), BigInteger.ZERO);
    }

    private static BigInteger signed(FloatType type, boolean negative, BigInteger magnitude) {
        // Where a sign has no bit of its own, what is no number has none.
        boolean shown = negative && !(type.isExponentOnly() && magnitude.equals(nan(type)));
        return shown ? magnitude.setBit(signBit(type)) : magnitude;
    }

    private static int signBit(FloatType type) {
        return type.isExponentOnly() ? type.width() : type.width() - 1;
    }

    private static BigInteger withIntegerBit(FloatType type, BigInteger field) {
        if (!type.isIntegerBitStored()) return field;
        var exponent = field.shiftRight(type.mantissa());
        var fraction = field.subtract(exponent.shiftLeft(type.mantissa()));
        return exponent.shiftLeft(type.mantissa() + 1).or(exponent.signum() == 0 ? fraction : fraction.setBit(type.mantissa()));
    }

    /// The number of these bits; a format of more than 64 bits loses what a double does not hold.
    public static double decode(FloatType type, BigInteger bits) {
        if (type == FloatType.F64) return Double.longBitsToDouble(bits.longValue());
        if (type == FloatType.F32) return Float.intBitsToFloat(bits.intValue());
        boolean negative = bits.testBit(signBit(type));
        if (isNan(type, bits)) return Double.NaN;
        var magnitude = exact(type, bits);
        double a = magnitude == null ? Double.POSITIVE_INFINITY : magnitude.doubleValue();
        return negative ? -a : a;
    }

    private static BigInteger unsigned(long bits) {
        var value = BigInteger.valueOf(bits);
        return bits < 0 ? value.add(ONE.shiftLeft(64)) : value;
    }

    private static boolean isNan(FloatType type, BigInteger bits) {
        var field = bits.clearBit(signBit(type));
        return switch (type.special()) {
            case NONE -> false;
            case ALL_ONES -> field.equals(nan(type));
            case NEGATIVE_ZERO -> bits.equals(nan(type));
            case IEEE -> type.isIntegerBitStored() ? field.shiftRight(type.mantissa() + 1).bitCount() == type.exponent()
                && !field.equals(withIntegerBit(type, infinity(type))) : field.compareTo(infinity(type)) > 0;
        };
    }

    /// The number without its sign; null for what is none.
    private static BigDecimal exact(FloatType type, BigInteger bits) {
        int m = type.mantissa() + (type.isIntegerBitStored() ? 1 : 0);
        var field = bits.clearBit(signBit(type));
        int exponent = field.shiftRight(m).intValue();
        var fraction = field.subtract(BigInteger.valueOf(exponent).shiftLeft(m));
        if (isNan(type, bits) || type.special() == Special.IEEE && exponent == (1 << type.exponent()) - 1) return null;
        boolean implied = !type.isIntegerBitStored() && (exponent > 0 || type.isExponentOnly());
        var units = implied ? fraction.setBit(m) : fraction;
        int unit = (type.isExponentOnly() ? exponent : Math.max(exponent, 1)) - type.bias() - type.mantissa();
        int zeros = units.signum() == 0 ? 0 : units.getLowestSetBit();
        units = units.shiftRight(zeros);
        unit += zeros;
        return unit >= 0 ? new BigDecimal(units.shiftLeft(unit)) : new BigDecimal(units.multiply(BigInteger.valueOf(5).pow(-unit)), -unit);
    }

    /// Six digits, with a zero behind them, where they name the number exactly, else all that are needed, else the bits in hexadecimal.
    public static String print(FloatType type, BigInteger bits) {
        boolean usual = type == FloatType.F32 || type == FloatType.F64;
        double number = usual ? Math.abs(decode(type, bits)) : Double.NaN;
        var value = usual ? null : exact(type, bits);
        if (value != null || Double.isFinite(number)) {
            boolean negative = bits.testBit(signBit(type));
            if (value != null ? value.signum() == 0 : number == 0) return negative ? "-0.000000e+00" : "0.000000e+00";
            var sign = negative ? "-" : "";
            var round = usual ? round(number) : null;
            if (round != null) return sign + round;
            var six = rounded(value, number, 6);
            if (usual ? six.isNearest(type, number) : encode(type, six.exact(), negative).equals(bits)) return sign + six.scientific();
            int digits = 2 + (type.mantissa() + 1) * 59 / 196;
            var full = rounded(value, number, digits).plain(digits);
            if (full.indexOf('.') >= 0) return sign + full;
        }
        return "0x" + bits.toString(16).toUpperCase(Locale.ROOT);
    }

    /// A number that is exact in six digits, as most are that someone has written; null for others. It needs no big numbers, of which the JVM
    /// computes tables at their first use.
    private static String round(double number) {
        int scale = Math.max(0, fractionBits(number));
        if (scale >= QUICK_TENS.length || number * QUICK_TENS[scale] >= 1e6) return null;
        return new Decimal((long) (number * QUICK_TENS[scale]), scale).scientific();
    }

    /// How many bits behind the point the number has, which are as many digits; below zero where it is a multiple of a power of two.
    private static int fractionBits(double number) {
        return 52 - Long.numberOfTrailingZeros(significand(number)) - Math.getExponent(number);
    }

    /// The 53 bits of a number that is not less than normal.
    private static long significand(double number) {
        return Double.doubleToRawLongBits(number) & (1L << 52) - 1 | 1L << 52;
    }

    /// The number, `exact` or else a double, in so many decimal digits, as `APFloat::toString` finds them: first cut to as many as that many bits may
    /// need, then rounded half up.
    private static Decimal rounded(BigDecimal exact, double number, int digits) {
        var quick = exact != null ? null : roundedQuickly(number, digits);
        if (quick != null) return quick;
        var rounded = cut(exact != null ? exact : new BigDecimal(number), digits).round(new MathContext(digits, RoundingMode.HALF_UP));
        return new Decimal(rounded.unscaledValue().toString(), rounded.scale());
    }

    private static BigDecimal cut(BigDecimal exact, int digits) {
        var significand = exact.unscaledValue();
        int tens = surplusTens(significand.bitLength(), digits);
        return tens == 0 ? exact
            : new BigDecimal(significand.divide(tens < TENS.length ? TENS[tens] : BigInteger.TEN.pow(tens)), exact.scale() - tens);
    }

    private static int surplusTens(int bits, int digits) {
        return Math.max(0, bits - (digits * 196 + 58) / 59) * 59 / 196;
    }

    /// The same of a double, with nothing larger than a long; null where they might not be exact enough, and where little or nothing is cut.
    private static Decimal roundedQuickly(double number, int digits) {
        int scale = fractionBits(number);
        if (Math.getExponent(number) < Double.MIN_EXPONENT || scale < 0) return null;
        double length = Math.log(number) / Math.log(2) + scale * LOG2_OF_TEN;
        if (Math.abs(length - Math.rint(length)) < 1e-6) return null;
        int places = scale - surplusTens((int) length + 1, digits);
        if (places < 0 || places >= QUICK_TENS.length || places == scale) return null;
        long significand = significand(number) >> Long.numberOfTrailingZeros(significand(number)), cut;
        if (scale < Long.SIZE && significand < Long.MAX_VALUE / (long) QUICK_TENS[places]) {
            cut = significand * (long) QUICK_TENS[places] >> scale;
        } else {
            double scaled = number * QUICK_TENS[places], doubt = Math.abs(scaled - Math.rint(scaled));
            if (scaled >= 1L << 40 || doubt <= 1e-3) return null;
            cut = (long) scaled;
        }
        long unit = 1;
        while (cut / unit >= QUICK_TENS[digits]) {
            unit *= 10;
            places--;
        }
        return new Decimal((cut + unit / 2) / unit, places);
    }

    /// A number above zero, `scale` of whose digits stand behind the point.
    private record Decimal(String digits, int scale) {
        Decimal(long digits, int scale) {
            this(Long.toString(digits), scale);
        }

        BigDecimal exact() {
            return new BigDecimal(new BigInteger(digits), scale);
        }

        /// Whether no number of the type, a float or a double, is nearer than `number`.
        boolean isNearest(FloatType type, double number) {
            var text = digits + "e" + -scale;
            return number == (type == FloatType.F32 ? Float.parseFloat(text) : Double.parseDouble(text));
        }

        /// Seven digits, the first before the point.
        String scientific() {
            int exponent = digits.length() - 1 - scale;
            var seven = (digits + "0000000").substring(0, 7);
            return seven.charAt(0) + "." + seven.substring(1) + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
        }

        /// `APFloat::toString` with its default precision and at most three zeros of padding.
        ///
        /// @param most how many digits are written at most
        String plain(int most) {
            int n = digits.length();
            while (digits.charAt(n - 1) == '0') n--;
            var shown = digits.substring(0, n);
            int exponent = digits.length() - n - scale, leading = exponent + n - 1;
            boolean scientific = exponent >= 0 ? exponent > 3 || n + exponent > most : leading < 0 && -leading > 3;
            if (scientific) {
                var fraction = n == 1 ? "0" : shown.substring(1);
                return shown.charAt(0) + "." + fraction + "E" + (leading < 0 ? "-" : "+") + Math.abs(leading);
            }
            if (exponent >= 0) return shown + "0".repeat(exponent);
            return leading >= 0 ? shown.substring(0, leading + 1) + "." + shown.substring(leading + 1) : "0." + "0".repeat(-leading - 1) + shown;
        }
    }
}
