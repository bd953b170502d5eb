package pim.ir.affine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AffineSimplifierTest {
    private static final long[] NOTABLE = {0, 1, -1, 2, 3, 5, 6, 7, 12, 1L << 16, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE};

    /// Wherever the value of an expression can be computed as it is written, it is that of the simplified one; the expressions simplify themselves as
    /// they are built, so what is compared with is computed aside.
    @Property(tries = 20_000) void simplifiedExpressionsHaveTheSameValue(@ForAll long seed) {
        var random = new Random(seed);
        long[] dims = {random.nextInt(200) - 100, random.nextInt(7)};
        var made = new Made(random, dims);
        AffineExpr simple;
        try {
            simple = made.expression(4);
        } catch (ArithmeticException undefined) {
            return;
        }
        long value;
        try {
            value = exact(simple, dims);
        } catch (ArithmeticException beyond) {
            // In another order the parts may be larger.
            return;
        }
        assertEquals(made.value, value, simple::toString);
    }

    /// The value, of which no part goes beyond a long.
    private static long exact(AffineExpr e, long[] dims) {
        if (!(e instanceof AffineExpr.Binary(var kind, var left, var right))) return e.evaluate(dims, new long[0]);
        long l = exact(left, dims), r = exact(right, dims);
        return switch (kind) {
            case ADD -> Math.addExact(l, r);
            case MUL -> Math.multiplyExact(l, r);
            case MOD -> Math.floorMod(l, r);
            case FLOORDIV -> Math.floorDiv(l, r);
            case CEILDIV -> Math.ceilDiv(l, r);
        };
    }

    @Example void aProductTooLargeIsNotTakenForZero() {
        var factor = AffineExpr.symbol(0).times(1L << 32);
        assertNotEquals(AffineExpr.constant(0), factor.times(factor).mod(AffineExpr.constant(5)));
    }

    /// An expression and, computed step by step as it is built, its value.
    private static final class Made {
        private final Random random;
        private final long[] dims;
        long value;

        Made(Random random, long[] dims) {
            this.random = random;
            this.dims = dims;
        }

        AffineExpr expression(int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                if (random.nextBoolean()) return constant();
                int dim = random.nextInt(dims.length);
                value = dims[dim];
                return AffineExpr.dim(dim);
            }
            var left = expression(depth - 1);
            long l = value;
            int kind = random.nextInt(5);
            var right = kind == 0 ? expression(depth - 1) : constant();
            long r = value;
            value = switch (kind) {
                case 0 -> Math.addExact(l, r);
                case 1 -> Math.multiplyExact(l, r);
                case 2 -> positive(r, Math.floorMod(l, r));
                case 3 -> positive(r, Math.floorDiv(l, r));
                default -> positive(r, Math.ceilDiv(l, r));
            };
            return switch (kind) {
                case 0 -> left.plus(right);
                case 1 -> left.times(right);
                case 2 -> left.mod(right);
                case 3 -> left.floorDiv(right);
                default -> left.ceilDiv(right);
            };
        }

        private static long positive(long divisor, long result) {
            if (divisor < 1) throw new ArithmeticException("divides by " + divisor);
            return result;
        }

        private AffineExpr constant() {
            value = random.nextBoolean() ? NOTABLE[random.nextInt(NOTABLE.length)] : random.nextInt(25) - 12;
            return AffineExpr.constant(value);
        }
    }
}
