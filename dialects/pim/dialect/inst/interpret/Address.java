package pim.dialect.inst.interpret;

import java.util.List;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;

/// An address as a function of the counters of the loops around, by their depth. What is linear is computed from factors, the rest from the
/// expression.
final class Address {
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
    static Address of(AffineMapAttr map, List<Value> indices, List<Value> loops) {
        var expression = map.value().results().getFirst();
        var depths = indices.stream().mapToInt(loops::indexOf).toArray();
        for (int depth : depths) if (depth < 0) throw new Fault("uses an index that is not the variable of a loop around it");
        long constant = expression.evaluate(new long[depths.length], new long[0]);
        var factors = new long[depths.length];
        boolean linear = isLinear(expression);
        for (int i = 0; linear && i < factors.length; i++) {
            var unit = new long[depths.length];
            unit[i] = 1;
            factors[i] = expression.evaluate(unit, new long[0]) - constant;
        }
        return new Address(linear ? null : expression, depths, constant, factors);
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

    long at(long[] counters) {
        if (expression != null) {
            var dims = new long[depths.length];
            for (int i = 0; i < dims.length; i++) dims[i] = counters[depths[i]];
            return expression.evaluate(dims, new long[0]);
        }
        long sum = constant;
        for (int i = 0; i < factors.length; i++) sum += factors[i] * counters[depths[i]];
        return sum;
    }
}
