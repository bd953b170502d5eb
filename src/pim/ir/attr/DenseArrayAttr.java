package pim.ir.attr;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import pim.ir.AsmWriter;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType.Signedness;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// `array<i64: 1, 2>`: numbers of one width in a plain array. Those of a float type are kept as the bits of their format, those wider than 64 bits
/// in `wide` alone, which is null for all others.
public record DenseArrayAttr(Type element, long[] values, List<BigInteger> wide) implements Attribute {
    public DenseArrayAttr(Type element, long[] values) {
        this(element, values, null);
    }

    /// The numbers of any width.
    public static DenseArrayAttr of(Type element, List<BigInteger> values) {
        int width = element instanceof FloatType f ? f.width() : ((IntegerType) element).width();
        if (width > 64) return new DenseArrayAttr(element, new long[0], values);
        var narrow = new long[values.size()];
        for (int i = 0; i < narrow.length; i++) narrow[i] = values.get(i).longValue();
        return new DenseArrayAttr(element, narrow);
    }

    public static DenseArrayAttr i64(long... values) {
        return new DenseArrayAttr(IntegerType.I64, values);
    }

    public static DenseArrayAttr i32(long... values) {
        return new DenseArrayAttr(IntegerType.I32, values);
    }

    @Override public void print(AsmWriter out) {
        out.append("array<").type(element);
        int count = wide == null ? values.length : wide.size();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? ": " : ", ");
            if (element instanceof FloatType f) out.append(FloatFormat.print(f, bits(i)));
            else if (element instanceof IntegerType(var width, _) && width == 1) out.append(values[i] != 0 ? "true" : "false");
            else if (wide != null) out.append(wide.get(i));
            else if (element instanceof IntegerType(_, var sign) && sign == Signedness.UNSIGNED) out.append(Long.toUnsignedString(values[i]));
            else out.append(values[i]);
        }
        out.append(">");
    }

    private BigInteger bits(int index) {
        if (wide != null) return wide.get(index);
        var value = BigInteger.valueOf(values[index]);
        return value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(64)) : value;
    }

    @Override public boolean equals(Object o) {
        return o instanceof DenseArrayAttr other && element.equals(other.element) && Arrays.equals(values, other.values)
            && (wide == null || wide.equals(other.wide));
    }

    @Override public int hashCode() {
        return 31 * element.hashCode() + (wide == null ? Arrays.hashCode(values) : wide.hashCode());
    }

    @Override public String toString() {
        return text();
    }
}
