package pim.ir.attr;

import java.math.BigInteger;
import pim.ir.AsmWriter;
import pim.ir.type.FloatType;

/// `1.500000e+00 : f32`. `bits` is the value in the format of `type`, so that every NaN is kept.
public record FloatAttr(FloatType type, BigInteger bits) implements Attribute {
    public static FloatAttr of(FloatType type, double value) {
        return new FloatAttr(type, FloatFormat.encode(type, value));
    }

    public double value() {
        return FloatFormat.decode(type, bits);
    }

    @Override public void print(AsmWriter out) {
        out.append(FloatFormat.print(type, bits)).append(" : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
