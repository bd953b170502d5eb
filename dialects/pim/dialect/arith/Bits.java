package pim.dialect.arith;

import java.math.BigInteger;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// Integers of one width in two's complement. Constants are kept as signed numbers; an index is taken to have 64 bits.
record Bits(int width) {
    /// Those of a scalar type; null for any other.
    static Bits of(Type type) {
        return switch (type) {
            case IntegerType i when i.signedness() == IntegerType.Signedness.SIGNLESS && i.width() > 0 -> new Bits(i.width());
            case IndexType _ -> new Bits(64);
            default -> null;
        };
    }

    /// What is left of `value` in these bits, as a signed number.
    BigInteger signed(BigInteger value) {
        var rest = unsigned(value);
        return rest.testBit(width - 1) ? rest.subtract(BigInteger.ONE.shiftLeft(width)) : rest;
    }

    BigInteger unsigned(BigInteger value) {
        return value.and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
    }

    BigInteger least() {
        return BigInteger.ONE.shiftLeft(width - 1).negate();
    }

    /// Whether `by`, as an unsigned number, is below the width.
    boolean isShift(BigInteger by) {
        return by.signum() >= 0 && by.compareTo(BigInteger.valueOf(width)) < 0;
    }

    IntegerAttr constant(Type type, BigInteger value) {
        return new IntegerAttr(type, signed(value));
    }
}
