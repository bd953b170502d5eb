package pim.dialect.inst;

import java.util.ArrayList;
import java.util.List;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;

/// A number of bytes that depends linearly on the variables of loops: `constant + sum(factor * variable)`.
public record Offset(long constant, List<Term> terms) {
    public static final Offset ZERO = of(0);

    /// `factor` times the variable of a loop.
    public record Term(Value variable, long factor) {}

    public static Offset of(long constant) {
        return new Offset(constant, List.of());
    }

    public static Offset of(Value variable) {
        return new Offset(0, List.of(new Term(variable, 1)));
    }

    public Offset plus(long bytes) {
        return new Offset(constant + bytes, terms);
    }

    public Offset plus(Offset other) {
        var sum = new ArrayList<>(terms);
        for (var term : other.terms) {
            int at = 0;
            while (at < sum.size() && sum.get(at).variable != term.variable) at++;
            if (at == sum.size()) sum.add(term);
            else sum.set(at, new Term(term.variable, sum.get(at).factor + term.factor));
        }
        sum.removeIf(t -> t.factor == 0);
        return new Offset(constant + other.constant, List.copyOf(sum));
    }

    public Offset times(long factor) {
        if (factor == 0) return ZERO;
        return new Offset(constant * factor, terms.stream().map(t -> new Term(t.variable, t.factor * factor)).toList());
    }

    /// The expression in which dimension `k` stands for `indices.get(k)`.
    AffineExpr expression(List<Value> indices) {
        AffineExpr sum = null;
        for (var term : terms) {
            var product = AffineExpr.dim(indices.indexOf(term.variable)).times(term.factor);
            sum = sum == null ? product : sum.plus(product);
        }
        return sum == null ? AffineExpr.constant(constant) : sum.plus(constant);
    }
}
