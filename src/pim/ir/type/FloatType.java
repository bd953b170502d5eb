package pim.ir.type;

import java.util.HashMap;
import java.util.Map;
import pim.ir.AsmWriter;

/// A floating-point format, by the name it has in text.
public enum FloatType implements Type {
    F4E2M1FN("f4E2M1FN", 2, 1, 1, Special.NONE), F6E2M3FN("f6E2M3FN", 2, 3, 1, Special.NONE), F6E3M2FN("f6E3M2FN", 3, 2, 3, Special.NONE),
    F8E5M2("f8E5M2", 5, 2, 15, Special.IEEE), F8E4M3("f8E4M3", 4, 3, 7, Special.IEEE), F8E4M3FN("f8E4M3FN", 4, 3, 7, Special.ALL_ONES),
    F8E5M2FNUZ("f8E5M2FNUZ", 5, 2, 16, Special.NEGATIVE_ZERO), F8E4M3FNUZ("f8E4M3FNUZ", 4, 3, 8, Special.NEGATIVE_ZERO),
    F8E4M3B11FNUZ("f8E4M3B11FNUZ", 4, 3, 11, Special.NEGATIVE_ZERO), F8E3M4("f8E3M4", 3, 4, 3, Special.IEEE),
    F8E8M0FNU("f8E8M0FNU", 8, 0, 127, Special.ALL_ONES),
    BF16("bf16", 8, 7, 127, Special.IEEE), F16("f16", 5, 10, 15, Special.IEEE), TF32("tf32", 8, 10, 127, Special.IEEE),
    F32("f32", 8, 23, 127, Special.IEEE), F64("f64", 11, 52, 1023, Special.IEEE), F80("f80", 15, 63, 16383, Special.IEEE),
    F128("f128", 15, 112, 16383, Special.IEEE);

    /// What a format has besides numbers: infinities and many NaNs; nothing; NaNs only, of all ones; a NaN only, in the place of minus zero.
    public enum Special { IEEE, NONE, ALL_ONES, NEGATIVE_ZERO }

    private static final Map<String, FloatType> BY_NAME = new HashMap<>();

    static {
        for (var type : values()) BY_NAME.put(type.spelling, type);
    }

    private final String spelling;
    private final int exponent, mantissa, bias;
    private final Special special;

    FloatType(String spelling, int exponent, int mantissa, int bias, Special special) {
        this.spelling = spelling;
        this.exponent = exponent;
        this.mantissa = mantissa;
        this.bias = bias;
        this.special = special;
    }

    /// The type spelled `name`, or null.
    public static FloatType named(String name) {
        return BY_NAME.get(name);
    }

    /// The width of the exponent in bits.
    public int exponent() {
        return exponent;
    }

    /// The number of bits behind the binary point.
    public int mantissa() {
        return mantissa;
    }

    /// What is added to an exponent to be stored.
    public int bias() {
        return bias;
    }

    public Special special() {
        return special;
    }

    /// Whether the bit before the binary point is stored too.
    public boolean isIntegerBitStored() {
        return this == F80;
    }

    /// Whether there are no negative numbers, and no zero.
    public boolean isExponentOnly() {
        return mantissa == 0;
    }

    /// The width in bits.
    public int width() {
        return exponent + mantissa + (isExponentOnly() ? 0 : 1) + (isIntegerBitStored() ? 1 : 0);
    }

    @Override public void print(AsmWriter out) {
        out.append(spelling);
    }

    @Override public String toString() {
        return spelling;
    }
}
