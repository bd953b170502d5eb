package pim.dialect.sim.timing;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import pim.ir.affine.AffineExpr;

/// A sum of products, `constant + factor * term + ...`, in which each term stands once: two expressions that are the same sum are equal. Terms are
/// dimensions, symbols, and divisions and remainders as they are.
///
/// All methods throw an [ArithmeticException] when a number overflows.
record Form(SortedMap<AffineExpr, Long> factors, long constant) {
    private static final Comparator<AffineExpr> ORDER = Comparator.<AffineExpr>comparingInt(Form::rank).thenComparing(Object::toString);

    private static final SortedMap<AffineExpr, Long> NONE = Collections.unmodifiableSortedMap(new TreeMap<>(ORDER));

    private static int rank(AffineExpr term) {
        return switch (term) {
            case AffineExpr.Dim(var p) -> p;
            default -> Integer.MAX_VALUE;
        };
    }

    static Form constant(long value) {
        return new Form(NONE, value);
    }

    static Form symbol(int position) {
        return of(AffineExpr.symbol(position));
    }

    static Form of(AffineExpr e) {
        return switch (e) {
            case AffineExpr.Constant(var value) -> constant(value);
            case AffineExpr.Binary(var kind, var left, var right) when kind == AffineExpr.Kind.ADD -> of(left).plus(of(right));
            case AffineExpr.Binary(var kind, var left, AffineExpr.Constant(var value)) when kind == AffineExpr.Kind.MUL -> of(left).times(value);
            default -> {
                var factors = new TreeMap<AffineExpr, Long>(ORDER);
                factors.put(e, 1L);
                yield new Form(factors, 0);
            }
        };
    }

    boolean isConstant() {
        return factors.isEmpty();
    }

    Form plus(Form other) {
        var sum = new TreeMap<>(factors);
        other.factors.forEach((term, factor) -> sum.merge(term, factor, Math::addExact));
        sum.values().removeIf(factor -> factor == 0);
        return new Form(sum, Math.addExact(constant, other.constant));
    }

    Form times(long factor) {
        var products = new TreeMap<AffineExpr, Long>(ORDER);
        if (factor != 0) factors.forEach((term, f) -> products.put(term, Math.multiplyExact(f, factor)));
        return new Form(products, Math.multiplyExact(constant, factor));
    }

    Form minus(Form other) {
        return plus(other.times(-1));
    }

    /// With `replacement` of each dimension's number in its place.
    Form replaceDims(IntFunction<AffineExpr> replacement) {
        return of(expression().replaceDims(replacement));
    }

    /// With `replacement` of each symbol's number in its place; null when one of those is null.
    Form replaceSymbols(IntFunction<Form> replacement) {
        var sum = constant(constant);
        for (var entry : factors.entrySet()) {
            var term = entry.getKey() instanceof AffineExpr.Symbol(var p) ? replacement.apply(p) : of(entry.getKey());
            if (term == null) return null;
            sum = sum.plus(term.times(entry.getValue()));
        }
        return sum;
    }

    AffineExpr expression() {
        var sum = AffineExpr.constant(0);
        for (var entry : factors.entrySet()) sum = sum.plus(entry.getKey().times(entry.getValue()));
        return sum.plus(constant);
    }
}
