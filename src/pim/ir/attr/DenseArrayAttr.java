package pim.ir.attr;

import java.util.Arrays;
import pim.ir.AsmWriter;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// `array<i64: 1, 2>`: numbers of one width in a plain array. Those of a float type are kept as the bits of their format.
public record DenseArrayAttr(Type element, long[] values) implements Attribute {
    public static DenseArrayAttr i64(long... values) {
        return new DenseArrayAttr(IntegerType.I64, values);
    }

    public static DenseArrayAttr i32(long... values) {
        return new DenseArrayAttr(IntegerType.I32, values);
    }

    @Override public void print(AsmWriter out) {
        out.append("array<").type(element);
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? ": " : ", ");
            if (element instanceof FloatType f) out.append(FloatFormat.print(f, values[i]));
            else if (element.equals(IntegerType.I1)) out.append(values[i] != 0 ? "true" : "false");
            else out.append(values[i]);
        }
        out.append(">");
    }

    @Override public boolean equals(Object o) {
        return o instanceof DenseArrayAttr other && element.equals(other.element) && Arrays.equals(values, other.values);
    }

    @Override public int hashCode() {
        return 31 * element.hashCode() + Arrays.hashCode(values);
    }

    @Override public String toString() {
        return text();
    }
}
