package pim.ir.attr;

import java.math.BigInteger;
import pim.ir.AsmWriter;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// `42 : i32`, and `true` for the `i1` of value -1 (all bits one). Signless and signed values are kept as signed, unsigned ones as unsigned numbers.
public record IntegerAttr(Type type, BigInteger value) implements Attribute {
    public static final IntegerAttr TRUE = of(IntegerType.I1, -1), FALSE = of(IntegerType.I1, 0);

    public static IntegerAttr of(Type type, long value) {
        return new IntegerAttr(type, BigInteger.valueOf(value));
    }

    public static IntegerAttr i64(long value) {
        return of(IntegerType.I64, value);
    }

    public static IntegerAttr bool(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// The value; one that needs more than 64 bits is an [ArithmeticException].
    public long longValue() {
        return value.longValueExact();
    }

    public boolean isTrue() {
        return value.signum() != 0;
    }

    @Override public void print(AsmWriter out) {
        if (type.equals(IntegerType.I1)) {
            out.append(isTrue() ? "true" : "false");
            return;
        }
        out.append(value).append(" : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
