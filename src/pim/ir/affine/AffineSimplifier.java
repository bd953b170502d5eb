package pim.ir.affine;

import pim.ir.affine.AffineExpr.Binary;
import pim.ir.affine.AffineExpr.Constant;
import pim.ir.affine.AffineExpr.Kind;

/// The local simplifications that MLIR applies whenever an affine expression is built: constants fold and move to the right.
final class AffineSimplifier {
    private AffineSimplifier() {}

    static AffineExpr simplify(Kind kind, AffineExpr left, AffineExpr right) {
        if (left instanceof Constant(var a) && right instanceof Constant(var b) && (b > 0 || kind == Kind.ADD || kind == Kind.MUL)) {
            return new Constant(kind.apply(a, b));
        }
        return switch (kind) {
            case ADD -> add(left, right);
            case MUL -> multiply(left, right);
            case MOD -> right instanceof Constant(var m) && m == 1 ? new Constant(0) : multipleOf(left, right) ? new Constant(0)
                : new Binary(kind, left, right);
            case FLOORDIV, CEILDIV -> divide(kind, left, right);
        };
    }

    private static AffineExpr add(AffineExpr left, AffineExpr right) {
        if (left instanceof Constant || left.isSymbolicOrConstant() && !right.isSymbolicOrConstant()) return add(right, left);
        if (right instanceof Constant(var c)) {
            if (c == 0) return left;
            // (x + a) + b -> x + (a + b)
            if (left instanceof Binary(var k, var x, Constant(var a)) && k == Kind.ADD) return x.plus(a + c);
        }
        // c1 * e + c2 * e -> (c1 + c2) * e
        if (term(left).equals(term(right)) && !(right instanceof Constant)) return term(left).times(coefficient(left) + coefficient(right));
        // (x + a) + y -> (x + y) + a
        if (left instanceof Binary(var k, var x, Constant a) && k == Kind.ADD) return x.plus(right).plus(a);
        return new Binary(Kind.ADD, left, right);
    }

    private static AffineExpr multiply(AffineExpr left, AffineExpr right) {
        if (left instanceof Constant || left.isSymbolicOrConstant() && !right.isSymbolicOrConstant()) return multiply(right, left);
        if (right instanceof Constant(var c)) {
            if (c == 1) return left;
            if (c == 0) return right;
            // (x * a) * b -> x * (a * b)
            if (left instanceof Binary(var k, var x, Constant(var a)) && k == Kind.MUL) return x.times(a * c);
        }
        // (x * a) * y -> (x * y) * a
        if (left instanceof Binary(var k, var x, Constant a) && k == Kind.MUL) return x.times(right).times(a);
        return new Binary(Kind.MUL, left, right);
    }

    private static AffineExpr divide(Kind kind, AffineExpr left, AffineExpr right) {
        if (right instanceof Constant(var d) && d > 0) {
            if (d == 1) return left;
            // (x * c) div d -> x * (c / d) when d divides c
            if (left instanceof Binary(var k, var x, Constant(var c)) && k == Kind.MUL && c % d == 0) return x.times(c / d);
        }
        return new Binary(kind, left, right);
    }

    private static boolean multipleOf(AffineExpr e, AffineExpr modulus) {
        return modulus instanceof Constant(var m) && m > 0 && e instanceof Binary(var k, _, Constant(var c)) && k == Kind.MUL && c % m == 0;
    }

    private static AffineExpr term(AffineExpr e) {
        return e instanceof Binary(var k, var x, Constant _) && k == Kind.MUL ? x : e;
    }

    private static long coefficient(AffineExpr e) {
        return e instanceof Binary(var k, _, Constant(var c)) && k == Kind.MUL ? c : 1;
    }
}
