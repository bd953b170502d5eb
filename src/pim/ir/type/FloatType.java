package pim.ir.type;

import java.util.HashMap;
import java.util.Map;
import pim.ir.AsmWriter;

/// A floating-point format, by the name it has in text. `exponent` and `mantissa` are the widths of those fields in bits, the hidden bit not counted.
public enum FloatType implements Type {
    BF16("bf16", 8, 7), F16("f16", 5, 10), TF32("tf32", 8, 10), F32("f32", 8, 23), F64("f64", 11, 52);

    private static final Map<String, FloatType> BY_NAME = new HashMap<>();

    static {
        for (var type : values()) BY_NAME.put(type.spelling, type);
    }

    private final String spelling;
    private final int exponent, mantissa;

    FloatType(String spelling, int exponent, int mantissa) {
        this.spelling = spelling;
        this.exponent = exponent;
        this.mantissa = mantissa;
    }

    /// The type spelled `name`, or null.
    public static FloatType named(String name) {
        return BY_NAME.get(name);
    }

    public int exponent() {
        return exponent;
    }

    public int mantissa() {
        return mantissa;
    }

    /// The width in bits.
    public int width() {
        return 1 + exponent + mantissa;
    }

    @Override public void print(AsmWriter out) {
        out.append(spelling);
    }

    @Override public String toString() {
        return spelling;
    }
}
