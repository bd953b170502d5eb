package pim.dialect.inst.interpret;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.inst.FnAttr;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;

/// What a function of the vector unit computes: `z` from `x` and, if it has a second operand, `y`. The arithmetic is that of [FixedPoint].
interface VectorFunction {
    void apply(long[] x, long[] y, long[] z);

    static VectorFunction of(FnAttr fn) {
        int fraction = fn.a().fraction();
        if (fn.kind() == FnAttr.Kind.ACCUMULATE) {
            int shift = fn.b().orElseThrow().fraction() - fraction;
            return (x, y, z) -> {
                if (shift != 0) for (int i = 0; i < y.length; i++) y[i] = FixedPoint.roundShift(y[i], shift);
                accumulate(x, y, z);
            };
        }
        var to = fn.to().type();
        return switch (fn.kind()) {
            case ACCUMULATE -> throw new IllegalStateException("has no elements as result");
            case REQUANTIZE -> requantize(fn, fraction, to);
            case ADD, SUB, MUL, DIV -> arithmetic(fn, fn.a().type(), fn.b().orElseThrow().type(), to);
            case MAX -> VectorFunction::max;
            case ACTIVATE -> {
                var function = fn.activation().orElseThrow().onIntegers(fn.a().type(), to);
                yield unary(v -> function.applyAsInt((int) v));
            }
            case AVERAGE -> {
                long count = (long) (double) fn.parameters().getFirst();
                yield unary(v -> FixedPoint.average(v, count, fraction, to));
            }
            case SOFTMAX -> (x, _, z) -> put(FixedPoint.softmax(ints(x), fraction, to), z);
            case LRN -> {
                var p = fn.parameters();
                yield (x, _, z) -> put(FixedPoint.lrn(ints(x), fraction, (long) (double) p.get(0), p.get(1), p.get(2), p.get(3), to), z);
            }
            case MEAN -> (x, _, z) -> z[0] = FixedPoint.average(Arrays.stream(x).sum(), x.length, fraction, to);
        };
    }

    private static VectorFunction requantize(FnAttr fn, int fraction, UniformType to) {
        var range = fn.activation().map(f -> f.range(to)).orElse(Optional.of(new ActivationAttr.Range(to.min(), to.max())));
        if (range.isPresent()) {
            int low = range.get().low(), high = range.get().high();
            return (x, _, z) -> FixedPoint.requantize(x, fraction, to.fraction(), low, high, z);
        }
        var piecewise = fn.activation().orElseThrow().onIntegers(to, to);
        return unary(v -> piecewise.applyAsInt(FixedPoint.requantize(v, fraction, to)));
    }

    private static void accumulate(long[] x, long[] y, long[] z) {
        long wrong = 0;
        for (int i = 0; i < z.length; i++) {
            long a = x[i], b = y[i], sum = a + b;
            // Negative where the sum has another sign than both of what it is of.
            wrong |= (a ^ sum) & (b ^ sum);
            z[i] = sum;
        }
        if (wrong < 0) throw new Fault("gives a sum that does not fit 64 bits");
    }

    private static void max(long[] x, long[] y, long[] z) {
        for (int i = 0; i < z.length; i++) z[i] = Math.max(x[i], y[i]);
    }

    private static VectorFunction arithmetic(FnAttr fn, UniformType a, UniformType b, UniformType to) {
        return switch (fn.kind()) {
            case ADD -> binary((x, y) -> FixedPoint.add((int) x, a, (int) y, b, to));
            case SUB -> binary((x, y) -> FixedPoint.sub((int) x, a, (int) y, b, to));
            case MUL -> binary((x, y) -> FixedPoint.mul((int) x, a, (int) y, b, to));
            default -> binary((x, y) -> FixedPoint.div((int) x, a, (int) y, b, to));
        };
    }

    private static VectorFunction binary(LongBinaryOperator f) {
        return (x, y, z) -> {
            for (int i = 0; i < z.length; i++) z[i] = f.applyAsLong(x[i], y[i]);
        };
    }

    private static VectorFunction unary(LongUnaryOperator f) {
        return (x, _, z) -> {
            for (int i = 0; i < z.length; i++) z[i] = f.applyAsLong(x[i]);
        };
    }

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }

    private static void put(int[] from, long[] to) {
        for (int i = 0; i < to.length; i++) to[i] = from[i];
    }
}
