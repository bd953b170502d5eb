package pim.dialect.arith;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.ir.Folded;
import pim.ir.Traits.Commutative;
import pim.ir.Traits.SameType;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;

/// From two integers a third of the same type.
public sealed interface IntegerBinary extends Arith, SameType {
    String FORMAT = "$lhs `,` $rhs attr-dict `:` type($result)";
    String FLAGGED = "$lhs `,` $rhs `` custom<Overflow>($overflowFlags) attr-dict `:` type($result)";
    String EXACT = "$lhs `,` $rhs (`exact` $isExact^)? attr-dict `:` type($result)";

    Value lhs();

    Value rhs();

    /// The result for signed numbers `a` and `b`, of which the bits there are will be kept; null where the op has no meaning.
    BigInteger compute(BigInteger a, BigInteger b, Bits bits);

    @Format(value = FLAGGED, parts = Overflow.class)
    record Addi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs,
        @Name("overflowFlags") Optional<OverflowAttr> overflowFlags) implements IntegerBinary, Commutative {
        public Addi(Value lhs, Value rhs) {
            this(lhs, rhs, Optional.of(OverflowAttr.NONE));
        }

        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.add(b);
        }
    }

    @Format(value = FLAGGED, parts = Overflow.class)
    record Subi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs,
        @Name("overflowFlags") Optional<OverflowAttr> overflowFlags) implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.subtract(b);
        }
    }

    @Format(value = FLAGGED, parts = Overflow.class)
    record Muli(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs,
        @Name("overflowFlags") Optional<OverflowAttr> overflowFlags) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.multiply(b);
        }
    }

    /// The quotient of signed numbers, rounded towards zero. Without meaning for a divisor of 0, and where the quotient does not fit.
    @Format(EXACT)
    record Divsi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs, @Name("isExact") boolean isExact)
        implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return b.signum() == 0 || a.equals(bits.least()) && b.equals(ONE.negate()) ? null : a.divide(b);
        }
    }

    /// The quotient of unsigned numbers, rounded down. Without meaning for a divisor of 0.
    @Format(EXACT)
    record Divui(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs, @Name("isExact") boolean isExact)
        implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return b.signum() == 0 ? null : bits.unsigned(a).divide(bits.unsigned(b));
        }
    }

    /// What the signed quotient, rounded towards zero, leaves; it has the sign of `lhs`. Without meaning for a divisor of 0.
    @Format(FORMAT)
    record Remsi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return b.signum() == 0 ? null : a.remainder(b);
        }
    }

    /// What the unsigned quotient leaves. Without meaning for a divisor of 0.
    @Format(FORMAT)
    record Remui(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return b.signum() == 0 ? null : bits.unsigned(a).remainder(bits.unsigned(b));
        }
    }

    @Format(FORMAT)
    record Andi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.and(b);
        }
    }

    @Format(FORMAT)
    record Ori(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.or(b);
        }
    }

    @Format(FORMAT)
    record Xori(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.xor(b);
        }
    }

    /// Moves bits up, by an unsigned number. Without meaning where that is not below the width.
    @Format(value = FLAGGED, parts = Overflow.class)
    record Shli(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs,
        @Name("overflowFlags") Optional<OverflowAttr> overflowFlags) implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return bits.isShift(b) ? a.shiftLeft(b.intValue()) : null;
        }
    }

    /// Moves bits down, by an unsigned number, and repeats the sign. Without meaning where that is not below the width.
    @Format(EXACT)
    record Shrsi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs, @Name("isExact") boolean isExact)
        implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return bits.isShift(b) ? a.shiftRight(b.intValue()) : null;
        }
    }

    /// Moves bits down, by an unsigned number, and puts zeros in. Without meaning where that is not below the width.
    @Format(EXACT)
    record Shrui(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs, @Name("isExact") boolean isExact)
        implements IntegerBinary {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return bits.isShift(b) ? bits.unsigned(a).shiftRight(b.intValue()) : null;
        }
    }

    @Format(FORMAT)
    record Maxsi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.max(b);
        }
    }

    @Format(FORMAT)
    record Maxui(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return bits.unsigned(a).max(bits.unsigned(b));
        }
    }

    @Format(FORMAT)
    record Minsi(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return a.min(b);
        }
    }

    @Format(FORMAT)
    record Minui(@Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements IntegerBinary, Commutative {
        @Override public BigInteger compute(BigInteger a, BigInteger b, Bits bits) {
            return bits.unsigned(a).min(bits.unsigned(b));
        }
    }

    @Override default Folded fold(List<Attribute> operands) {
        var type = lhs().type();
        var bits = Bits.of(type);
        if (bits == null) return null;
        if (operands.get(0) instanceof IntegerAttr a && operands.get(1) instanceof IntegerAttr b) {
            var result = compute(a.value(), b.value(), bits);
            return result == null ? null : new Folded.Constant(bits.constant(type, result));
        }
        return Identities.fold(this, operands.get(1) instanceof IntegerAttr b ? b.value() : null, bits);
    }
}
