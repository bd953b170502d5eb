package pim.ir.attr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;
import pim.ir.type.FloatType;

/// The bits of floating-point formats, and their decimal form as LLVM's `APFloat` writes it.
public final class FloatFormat {
    /// By their exponents the powers of ten by which numbers near one are cut.
    private static final BigInteger[] TENS = Stream.iterate(BigInteger.ONE, BigInteger.TEN::multiply).limit(40).toArray(BigInteger[]::new);

    private FloatFormat() {}

    /// The bits of `value` rounded to the nearest number of the format, ties to even.
    public static long encode(FloatType type, double value) {
        return switch (type) {
            case F64 -> Double.doubleToRawLongBits(value);
            case F32 -> Float.floatToRawIntBits((float) value) & 0xffffffffL;
            default -> narrow(type, value);
        };
    }

    private static long narrow(FloatType type, double value) {
        int m = type.mantissa(), e = type.exponent(), bias = (1 << e - 1) - 1;
        long sign = (Double.doubleToRawLongBits(value) >>> 63) << m + e;
        long infinity = ((1L << e) - 1) << m;
        double a = Math.abs(value);
        if (Double.isNaN(a)) return sign | infinity | 1L << m - 1;
        if (Double.isInfinite(a)) return sign | infinity;
        if (a == 0) return sign;
        int exponent = Math.max(Math.getExponent(a), 1 - bias);
        // The number of units in the last place: exact in a double, since m is below 52.
        long units = (long) Math.rint(Math.scalb(a, m - exponent));
        long bits = units + ((long) (exponent + bias - 1) << m);
        return sign | Math.min(bits, infinity);
    }

    public static double decode(FloatType type, long bits) {
        return switch (type) {
            case F64 -> Double.longBitsToDouble(bits);
            case F32 -> Float.intBitsToFloat((int) bits);
            default -> {
                int m = type.mantissa(), e = type.exponent(), bias = (1 << e - 1) - 1;
                long fraction = bits & (1L << m) - 1;
                int exponent = (int) (bits >>> m) & (1 << e) - 1;
                double a = exponent == (1 << e) - 1 ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                    : exponent == 0 ? Math.scalb((double) fraction, 1 - bias - m) : Math.scalb((double) (fraction | 1L << m), exponent - bias - m);
                yield bits >>> m + e != 0 ? -a : a;
            }
        };
    }

    /// Six digits, with a zero behind them, where they name the number exactly, else all that are needed, else the bits in hexadecimal.
    public static String print(FloatType type, long bits) {
        double value = decode(type, bits);
        if (Double.isFinite(value)) {
            if (value == 0) return bits == 0 ? "0.000000e+00" : "-0.000000e+00";
            if (mayBeBrief(type, value)) {
                var brief = scientific(rounded(value, 6));
                if (encode(type, Double.parseDouble(brief)) == bits) return brief;
            }
            int digits = 2 + (type.mantissa() + 1) * 59 / 196;
            var full = plain(rounded(value, digits), digits);
            if (full.indexOf('.') >= 0) return full;
        }
        return "0x" + String.format("%0" + (type.width() + 3) / 4 + "X", bits);
    }

    /// Whether six digits may name the number: not when the shortest name of it that Java finds, quickly, is longer.
    private static boolean mayBeBrief(FloatType type, double value) {
        var shortest = type == FloatType.F32 ? Float.toString((float) value) : type == FloatType.F64 ? Double.toString(value) : "";
        int digits = 0, zeros = 0;
        for (int i = 0; i < shortest.length() && shortest.charAt(i) != 'E'; i++) {
            char c = shortest.charAt(i);
            if (c < '0' || c > '9' || c == '0' && digits == 0) continue;
            digits++;
            zeros = c == '0' ? zeros + 1 : 0;
        }
        return digits - zeros <= 6;
    }

    /// The number in so many decimal digits, as `APFloat::toString` finds them: first cut to as many as that many bits may need, then rounded half up.
    private static BigDecimal rounded(double value, int digits) {
        var exact = new BigDecimal(value);
        var significand = exact.unscaledValue();
        int surplus = significand.abs().bitLength() - (digits * 196 + 58) / 59, tens = surplus > 0 ? surplus * 59 / 196 : 0;
        var cut = tens == 0 ? exact : new BigDecimal(significand.divide(tens < TENS.length ? TENS[tens] : BigInteger.TEN.pow(tens)),
            exact.scale() - tens);
        return cut.round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static String scientific(BigDecimal d) {
        var digits = d.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - d.scale();
        digits = (digits + "0000000").substring(0, 7);
        return (d.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + digits.substring(1) + "e" + (exponent < 0 ? "-" : "+")
            + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /// `APFloat::toString` with its default precision and at most three zeros of padding.
    private static String plain(BigDecimal rounded, int digits) {
        var d = rounded.stripTrailingZeros();
        var shown = d.unscaledValue().abs().toString();
        int n = shown.length(), exponent = -d.scale(), leading = exponent + n - 1;
        var sign = d.signum() < 0 ? "-" : "";
        boolean scientific = exponent >= 0 ? exponent > 3 || n + exponent > digits : leading < 0 && -leading > 3;
        if (scientific) {
            var fraction = n == 1 ? "0" : shown.substring(1);
            return sign + shown.charAt(0) + "." + fraction + "E" + (leading < 0 ? "-" : "+") + Math.abs(leading);
        }
        if (exponent >= 0) return sign + shown + "0".repeat(exponent);
        return leading >= 0 ? sign + shown.substring(0, leading + 1) + "." + shown.substring(leading + 1) : sign + "0." + "0".repeat(-leading - 1)
            + shown;
    }
}
