package pim.dialect.graph.interpret;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// What becomes of the sums of products: the bias is added, and they are brought to the numbers of the result.
sealed interface Sums {
    /// Takes `count` sums of one output channel; the first is element `at` of the result, the next `stride` further.
    void store(int channel, int at, int stride, double[] sums, int count);

    Tensor tensor();

    /// @param fraction     of the products, where numbers are fixed-point
    /// @param bias         null where there is none
    /// @param biasFraction of the bias, where numbers are fixed-point
    static Sums of(Type result, int fraction, Tensor bias, int biasFraction, Optional<ActivationAttr> activation) {
        return switch (Elements.zeros(result)) {
            case Tensor.Floats t -> new Floats(t, bias == null ? null : ((Tensor.Floats) bias).data(), activation.orElse(null));
            case Tensor.Ints t -> {
                var to = (UniformType) ((RankedTensorType) result).element();
                yield new Fixed(t, fraction, to, aligned(bias, fraction - biasFraction), activation.map(a -> a.onIntegers(to, to)).orElse(null));
            }
            case Tensor.Longs _ -> throw new IllegalArgumentException("a network has no results of 64 bits");
        };
    }

    private static long[] aligned(Tensor bias, int shift) {
        if (bias == null) return null;
        var data = ((Tensor.Ints) bias).data();
        var aligned = new long[data.length];
        for (int i = 0; i < data.length; i++) aligned[i] = FixedPoint.roundShift(data[i], -shift);
        return aligned;
    }

    record Floats(Tensor.Floats tensor, float[] bias, ActivationAttr activation) implements Sums {
        @Override public void store(int channel, int at, int stride, double[] sums, int count) {
            double b = bias == null ? 0 : bias[channel];
            var data = tensor.data();
            for (int i = 0; i < count; i++, at += stride) data[at] = (float) (activation == null ? sums[i] + b : activation.apply(sums[i] + b));
        }
    }

    /// @param bias of the fraction of the products
    record Fixed(Tensor.Ints tensor, int fraction, UniformType to, long[] bias, IntUnaryOperator activation) implements Sums {
        @Override public void store(int channel, int at, int stride, double[] sums, int count) {
            long b = bias == null ? 0 : bias[channel];
            var data = tensor.data();
            for (int i = 0; i < count; i++, at += stride) {
                int v = FixedPoint.requantize((long) sums[i] + b, fraction, to);
                data[at] = activation == null ? v : activation.applyAsInt(v);
            }
        }
    }
}
