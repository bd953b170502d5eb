package pim.dialect.inst.interpret;

import java.util.Arrays;
import java.util.List;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;

/// An address as a function of the counters of the loops around, by their depth. What is linear is computed from factors, the rest from the
/// expression.
public final class Address implements Position {
    /// The span at an address within this can be computed with; memory ends long before.
    private static final long LARGEST = Long.MAX_VALUE / 4;

    private final AffineExpr expression;
    private final int[] depths;
    private final long constant;
    private final long[] factors;

    private Address(AffineExpr expression, int[] depths, long constant, long[] factors) {
        this.expression = expression;
        this.depths = depths;
        this.constant = constant;
        this.factors = factors;
    }

    /// @param loops the variables of the loops around, the outermost first
    public static Address of(AffineMapAttr map, List<Value> indices, List<Value> loops) {
        var expression = map.value().results().getFirst();
        var depths = new int[indices.size()];
        for (int i = 0; i < depths.length; i++) {
            depths[i] = loops.indexOf(indices.get(i));
            if (depths[i] < 0) throw new Fault("uses an index that is not the variable of a loop around it");
        }
        try {
            return isLinear(expression) ? linear(expression, depths) : new Address(expression, depths, 0, new long[depths.length]);
        } catch (ArithmeticException e) {
            throw beyond();
        }
    }

    private static Address linear(AffineExpr expression, int[] depths) {
        var unit = new long[depths.length];
        var symbols = new long[0];
        long constant = expression.evaluate(unit, symbols);
        var factors = new long[depths.length];
        var used = new int[depths.length];
        int count = 0;
        for (int i = 0; i < depths.length; i++) {
            unit[i] = 1;
            long factor = Math.subtractExact(expression.evaluate(unit, symbols), constant);
            unit[i] = 0;
            if (factor == 0) continue;
            factors[count] = factor;
            used[count++] = depths[i];
        }
        return new Address(null, Arrays.copyOf(used, count), constant, Arrays.copyOf(factors, count));
    }

    private static boolean isLinear(AffineExpr e) {
        return switch (e) {
            case AffineExpr.Binary(var kind, var l, var r) -> switch (kind) {
                case ADD -> isLinear(l) && isLinear(r);
                case MUL -> isLinear(l) && r instanceof AffineExpr.Constant;
                case MOD, FLOORDIV, CEILDIV -> false;
            };
            default -> true;
        };
    }

    /// The same as an expression whose dimensions are the loops around, by their depth.
    public AffineExpr expression() {
        if (expression != null) return expression.replaceDims(d -> AffineExpr.dim(depths[d]));
        var sum = AffineExpr.constant(0);
        for (int i = 0; i < factors.length; i++) sum = sum.plus(AffineExpr.dim(depths[i]).times(factors[i]));
        return sum.plus(constant);
    }

    @Override public long at(long[] counters) {
        long at;
        try {
            at = expression == null ? linear(counters) : expression.evaluate(dims(counters), new long[0]);
        } catch (ArithmeticException e) {
            throw beyond();
        }
        if (at > LARGEST || at < -LARGEST) throw beyond();
        return at;
    }

    private long linear(long[] counters) {
        long sum = constant;
        for (int i = 0; i < factors.length; i++) sum = Math.addExact(sum, Math.multiplyExact(factors[i], counters[depths[i]]));
        return sum;
    }

    private long[] dims(long[] counters) {
        var dims = new long[depths.length];
        for (int i = 0; i < dims.length; i++) dims[i] = counters[depths[i]];
        return dims;
    }

    private static Fault beyond() {
        return new Fault("computes an address that no memory has: it overflows or divides by zero");
    }
}
