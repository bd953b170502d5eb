package pim.ir.affine;

import java.util.function.IntFunction;
import pim.ir.AsmWriter;

/// An affine expression over dimensions `d0, d1, ...` and symbols `s0, s1, ...`. Built through the factories, which simplify as MLIR does.
public sealed interface AffineExpr {
    record Dim(int position) implements AffineExpr {}

    record Symbol(int position) implements AffineExpr {}

    record Constant(long value) implements AffineExpr {}

    record Binary(Kind kind, AffineExpr left, AffineExpr right) implements AffineExpr {}

    enum Kind {
        ADD(" + "), MUL(" * "), MOD(" mod "), FLOORDIV(" floordiv "), CEILDIV(" ceildiv ");

        private final String spelling;

        Kind(String spelling) {
            this.spelling = spelling;
        }

        long apply(long a, long b) {
            return switch (this) {
                case ADD -> a + b;
                case MUL -> a * b;
                case MOD -> Math.floorMod(a, b);
                case FLOORDIV -> Math.floorDiv(a, b);
                case CEILDIV -> Math.ceilDiv(a, b);
            };
        }
    }

    static AffineExpr dim(int position) {
        return new Dim(position);
    }

    static AffineExpr symbol(int position) {
        return new Symbol(position);
    }

    static AffineExpr constant(long value) {
        return new Constant(value);
    }

    default AffineExpr plus(AffineExpr other) {
        return AffineSimplifier.simplify(Kind.ADD, this, other);
    }

    default AffineExpr plus(long value) {
        return plus(constant(value));
    }

    default AffineExpr minus(AffineExpr other) {
        return plus(other.times(-1));
    }

    default AffineExpr times(AffineExpr other) {
        return AffineSimplifier.simplify(Kind.MUL, this, other);
    }

    default AffineExpr times(long value) {
        return times(constant(value));
    }

    default AffineExpr mod(AffineExpr other) {
        return AffineSimplifier.simplify(Kind.MOD, this, other);
    }

    default AffineExpr floorDiv(AffineExpr other) {
        return AffineSimplifier.simplify(Kind.FLOORDIV, this, other);
    }

    default AffineExpr ceilDiv(AffineExpr other) {
        return AffineSimplifier.simplify(Kind.CEILDIV, this, other);
    }

    /// Whether no dimension occurs in the expression.
    default boolean isSymbolicOrConstant() {
        return switch (this) {
            case Dim _ -> false;
            case Symbol _, Constant _ -> true;
            case Binary(_, var l, var r) -> l.isSymbolicOrConstant() && r.isSymbolicOrConstant();
        };
    }

    /// The value under the given dimensions and symbols.
    default long evaluate(long[] dims, long[] symbols) {
        return switch (this) {
            case Dim(var p) -> dims[p];
            case Symbol(var p) -> symbols[p];
            case Constant(var v) -> v;
            case Binary(var kind, var l, var r) -> kind.apply(l.evaluate(dims, symbols), r.evaluate(dims, symbols));
        };
    }

    /// This expression with `replacement` of each dimension's number in its place.
    default AffineExpr replaceDims(IntFunction<AffineExpr> replacement) {
        return switch (this) {
            case Dim(var p) -> replacement.apply(p);
            case Symbol _, Constant _ -> this;
            case Binary(var kind, var l, var r) -> AffineSimplifier.simplify(kind, l.replaceDims(replacement), r.replaceDims(replacement));
        };
    }

    default void print(AsmWriter out) {
        AffinePrinter.print(this, out, false, p -> "d" + p);
    }

    /// Writes the expression with `dims` in place of `d0, d1, ...`.
    default void print(AsmWriter out, IntFunction<String> dims) {
        AffinePrinter.print(this, out, false, dims);
    }

    static String spelling(Kind kind) {
        return kind.spelling;
    }
}
