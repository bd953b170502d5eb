package pim.dialect.sim;

import java.util.function.IntFunction;
import pim.ir.affine.AffineExpr;

/// The values from `least` to `most`, both included.
public record Interval(long least, long most) {
    /// Values that an expression takes at most, when its dimensions take those of their intervals.
    ///
    /// @throws ArithmeticException when they overflow or something is divided by what may not be positive
    public static Interval of(AffineExpr e, IntFunction<Interval> dims) {
        return switch (e) {
            case AffineExpr.Dim(var p) -> dims.apply(p);
            case AffineExpr.Constant(var v) -> new Interval(v, v);
            case AffineExpr.Symbol s -> throw new IllegalArgumentException("no address has symbols, but there is " + s);
            case AffineExpr.Binary(var kind, var left, var right) -> {
                var a = of(left, dims);
                var b = of(right, dims);
                yield switch (kind) {
                    case ADD -> new Interval(Math.addExact(a.least, b.least), Math.addExact(a.most, b.most));
                    case MUL -> a.times(b);
                    case MOD -> new Interval(0, b.positive().most - 1);
                    // Division by more than zero: the ends of both meet at the ends of the quotient.
                    case FLOORDIV -> new Interval(Math.min(Math.floorDiv(a.least, b.positive().least), Math.floorDiv(a.least, b.most)),
                        Math.max(Math.floorDiv(a.most, b.least), Math.floorDiv(a.most, b.most)));
                    case CEILDIV -> new Interval(Math.min(Math.ceilDiv(a.least, b.positive().least), Math.ceilDiv(a.least, b.most)),
                        Math.max(Math.ceilDiv(a.most, b.least), Math.ceilDiv(a.most, b.most)));
                };
            }
        };
    }

    private Interval times(Interval other) {
        long a = Math.multiplyExact(least, other.least), b = Math.multiplyExact(least, other.most);
        long c = Math.multiplyExact(most, other.least), d = Math.multiplyExact(most, other.most);
        return new Interval(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    private Interval positive() {
        if (least <= 0) throw new ArithmeticException("a divisor that is not above zero");
        return this;
    }

    public boolean isWithin(long from, long to) {
        return least >= from && most <= to;
    }
}
