package pim.dialect.arith;

import java.math.BigInteger;
import pim.ir.Folded;
import pim.ir.Value;

/// What is known of a result when not both operands are constant. The constant is looked for on the right, where the canonical form has it.
final class Identities {
    private Identities() {}

    /// @param b the constant that the second operand is, or null
    static Folded fold(IntegerBinary op, BigInteger b, Bits bits) {
        if (op.lhs() == op.rhs()) {
            var same = ofEqual(op, bits);
            if (same != null) return same;
        }
        return b != null ? withConstant(op, op.lhs(), b, bits) : inverse(op);
    }

    /// Both operands are one value.
    private static Folded ofEqual(IntegerBinary op, Bits bits) {
        return switch (op) {
            // x - x -> 0, x ^ x -> 0
            case IntegerBinary.Subi _, IntegerBinary.Xori _ -> constant(op, BigInteger.ZERO, bits);
            // x & x -> x, and so on
            case IntegerBinary.Andi _, IntegerBinary.Ori _, IntegerBinary.Maxsi _, IntegerBinary.Maxui _, IntegerBinary.Minsi _,
                IntegerBinary.Minui _ -> new Folded.Existing(op.lhs());
            default -> null;
        };
    }

    private static Folded withConstant(IntegerBinary op, Value x, BigInteger c, Bits bits) {
        return switch (op) {
            // x + 0, x - 0, x | 0, x ^ 0, and shifts by 0 -> x
            case IntegerBinary.Addi _, IntegerBinary.Subi _, IntegerBinary.Xori _, IntegerBinary.Shli _, IntegerBinary.Shrsi _,
                IntegerBinary.Shrui _ when c.signum() == 0 -> new Folded.Existing(x);
            // x * 1, x / 1 -> x
            case IntegerBinary.Muli _, IntegerBinary.Divsi _, IntegerBinary.Divui _ when bits.unsigned(c).equals(BigInteger.ONE) ->
                new Folded.Existing(x);
            // x % 1 -> 0
            case IntegerBinary.Remsi _, IntegerBinary.Remui _ when bits.unsigned(c).equals(BigInteger.ONE) -> constant(op, BigInteger.ZERO, bits);
            // x * 0 -> 0
            case IntegerBinary.Muli _ when c.signum() == 0 -> constant(op, c, bits);
            case IntegerBinary.Andi _, IntegerBinary.Minui _ -> between(op, x, c, BigInteger.ZERO, BigInteger.ONE.negate(), bits);
            case IntegerBinary.Ori _, IntegerBinary.Maxui _ -> between(op, x, c, BigInteger.ONE.negate(), BigInteger.ZERO, bits);
            case IntegerBinary.Minsi _ -> between(op, x, c, bits.least(), bits.least().not(), bits);
            case IntegerBinary.Maxsi _ -> between(op, x, c, bits.least().not(), bits.least(), bits);
            default -> null;
        };
    }

    /// `x op absorbing -> absorbing` and `x op neutral -> x`.
    private static Folded between(IntegerBinary op, Value x, BigInteger c, BigInteger absorbing, BigInteger neutral, Bits bits) {
        return c.equals(absorbing) ? constant(op, c, bits) : c.equals(neutral) ? new Folded.Existing(x) : null;
    }

    private static Folded inverse(IntegerBinary op) {
        return switch (op) {
            // (x - y) + y -> x, y + (x - y) -> x
            case IntegerBinary.Addi(var a, var b, _) when a.op() instanceof IntegerBinary.Subi(var x, var y, _) && y == b -> new Folded.Existing(x);
            case IntegerBinary.Addi(var a, var b, _) when b.op() instanceof IntegerBinary.Subi(var x, var y, _) && y == a -> new Folded.Existing(x);
            // (x + y) - y -> x, (x + y) - x -> y
            case IntegerBinary.Subi(var a, var b, _) when a.op() instanceof IntegerBinary.Addi(var x, var y, _) && y == b -> new Folded.Existing(x);
            case IntegerBinary.Subi(var a, var b, _) when a.op() instanceof IntegerBinary.Addi(var x, var y, _) && x == b -> new Folded.Existing(y);
            default -> null;
        };
    }

    private static Folded constant(IntegerBinary op, BigInteger value, Bits bits) {
        return new Folded.Constant(bits.constant(op.lhs().type(), value));
    }
}
