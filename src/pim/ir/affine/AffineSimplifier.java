package pim.ir.affine;

import pim.ir.affine.AffineExpr.Binary;
import pim.ir.affine.AffineExpr.Constant;
import pim.ir.affine.AffineExpr.Kind;

/// The local simplifications that MLIR applies whenever an affine expression is built: constants fold and move to the right.
final class AffineSimplifier {
    private AffineSimplifier() {}

    static AffineExpr simplify(Kind kind, AffineExpr left, AffineExpr right) {
        if (left instanceof Constant(var a) && right instanceof Constant(var b)) {
            var folded = fold(kind, a, b);
            return folded == null ? new Binary(kind, left, right) : folded;
        }
        var simple = switch (kind) {
            case ADD -> add(left, right);
            case MUL -> multiply(left, right);
            case MOD -> modulo(left, right);
            case FLOORDIV, CEILDIV -> divide(kind, left, right);
        };
        return simple == null ? new Binary(kind, left, right) : simple;
    }

    /// Null where there is no such number, or none of 64 bits.
    private static AffineExpr fold(Kind kind, long a, long b) {
        try {
            return switch (kind) {
                case ADD -> new Constant(Math.addExact(a, b));
                case MUL -> new Constant(Math.multiplyExact(a, b));
                case MOD -> b < 1 ? null : new Constant(Math.floorMod(a, b));
                case FLOORDIV -> b == 0 ? null : new Constant(Math.floorDivExact(a, b));
                case CEILDIV -> b == 0 ? null : new Constant(Math.ceilDivExact(a, b));
            };
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    /// Whether a sum or product has its operands the other way round: symbols behind dimensions, both by their numbers, constants last.
    private static boolean goesRight(AffineExpr left, AffineExpr right) {
        return switch (left) {
            case Constant _ -> true;
            case AffineExpr.Dim(var a) -> right instanceof AffineExpr.Dim(var b) && a > b;
            case AffineExpr.Symbol(var a) when right instanceof AffineExpr.Symbol(var b) -> a > b;
            default -> left.isSymbolicOrConstant() && !right.isSymbolicOrConstant();
        };
    }

    private static AffineExpr add(AffineExpr left, AffineExpr right) {
        if (goesRight(left, right)) return right.plus(left);
        if (right instanceof Constant(var c)) {
            if (c == 0) return left;
            // (x + a) + b -> x + (a + b)
            if (left instanceof Binary(var k, var x, Constant a) && k == Kind.ADD) return x.plus(a.plus(right));
        }
        // c1 * e + c2 * e -> (c1 + c2) * e
        if (term(left).equals(term(right)) && !(right instanceof Constant)) return term(left).times(coefficient(left) + coefficient(right));
        // (x + a) + y -> (x + y) + a
        if (left instanceof Binary(var k, var x, Constant a) && k == Kind.ADD) return x.plus(right).plus(a);
        if (!(right instanceof Binary(var product, var quotient, var factor)) || product != Kind.MUL) return null;
        // e + e floordiv q * q * -1 -> e mod q
        if (factor.equals(new Constant(-1)) && quotient instanceof Binary(var inner, var division, var q) && inner == Kind.MUL) {
            return division instanceof Binary(var k, var e, var divisor) && k == Kind.FLOORDIV && divisor.equals(q) && e.equals(left)
                ? left.mod(q) : null;
        }
        if (!(quotient instanceof Binary(var k, var e, var divisor)) || k != Kind.FLOORDIV) return null;
        // e + e floordiv c * -c -> e mod c
        if (e.equals(left) && divisor.equals(factor.times(-1)) && !(divisor instanceof Constant(var c) && c < 1)) return left.mod(divisor);
        // (x + e) + e floordiv c * -c -> x + e mod c
        if (left instanceof Binary(var sum, var x, var last) && sum == Kind.ADD) {
            var simple = add(last, right);
            if (simple != null) return x.plus(simple);
        }
        return null;
    }

    private static AffineExpr multiply(AffineExpr left, AffineExpr right) {
        if (goesRight(left, right)) return right.times(left);
        if (right instanceof Constant(var c)) {
            if (c == 1) return left;
            if (c == 0) return right;
            // (x * a) * b -> x * (a * b)
            if (left instanceof Binary(var k, var x, Constant a) && k == Kind.MUL) return x.times(a.times(right));
        }
        // (x * a) * y -> (x * y) * a
        if (left instanceof Binary(var k, var x, Constant a) && k == Kind.MUL) return x.times(right).times(a);
        return null;
    }

    private static AffineExpr divide(Kind kind, AffineExpr left, AffineExpr right) {
        if (!(right instanceof Constant(var d)) || d == 0) return null;
        if (d == 1) return left;
        // (x * c) div d -> x * (c / d) when d divides c
        if (left instanceof Binary(var k, var x, Constant(var c)) && k == Kind.MUL && c % d == 0) return x.times(c / d);
        // (x + y) floordiv d -> x floordiv d + y floordiv d when d divides x or y
        if (kind == Kind.FLOORDIV && left instanceof Binary(var k, var x, var y) && k == Kind.ADD && (divisor(x) % d == 0 || divisor(y) % d == 0)) {
            return x.floorDiv(right).plus(y.floorDiv(right));
        }
        return null;
    }

    private static AffineExpr modulo(AffineExpr left, AffineExpr right) {
        if (!(right instanceof Constant(var m)) || m < 1) return null;
        if (divisor(left) % m == 0) return new Constant(0);
        return switch (left) {
            // (x + y) mod m -> y mod m when m divides x
            case Binary(var k, var x, var y) when k == Kind.ADD && divisor(x) % m == 0 -> y.mod(right);
            case Binary(var k, var x, var y) when k == Kind.ADD && divisor(y) % m == 0 -> x.mod(right);
            // (x mod n) mod m -> x mod m when m divides n
            case Binary(var k, var x, Constant(var n)) when k == Kind.MOD && n >= 1 && n % m == 0 -> x.mod(right);
            default -> null;
        };
    }

    /// A number that is known to divide the expression, the greatest as far as 64 bits go; 0 for what is always 0.
    private static long divisor(AffineExpr e) {
        return switch (e) {
            case AffineExpr.Dim _, AffineExpr.Symbol _ -> 1;
            case Constant(var value) -> value == Long.MIN_VALUE ? 1L << 62 : Math.abs(value);
            case Binary(var kind, var x, var y) -> switch (kind) {
                case MUL -> product(divisor(x), divisor(y));
                case ADD, MOD -> commonDivisor(divisor(x), divisor(y));
                case FLOORDIV, CEILDIV -> y instanceof Constant(var d) && d != 0 && divisor(x) % d == 0 ? Math.abs(divisor(x) / d) : 1;
            };
        };
    }

    /// `a * b` or, where that is too large, the greater of both, which divides it as well.
    private static long product(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Math.max(a, b);
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private static AffineExpr term(AffineExpr e) {
        return e instanceof Binary(var k, var x, Constant _) && k == Kind.MUL ? x : e;
    }

    private static long coefficient(AffineExpr e) {
        return e instanceof Binary(var k, _, Constant(var c)) && k == Kind.MUL ? c : 1;
    }
}
