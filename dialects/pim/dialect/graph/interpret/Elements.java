package pim.dialect.graph.interpret;

import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// The elements of floats and of fixed-point numbers as doubles, which hold both exactly.
final class Elements {
    private Elements() {}

    /// Puts `count` elements, the first of them number `from`, the next `stride` further, into `into` from `at` on.
    static void read(Tensor tensor, int from, int stride, double[] into, int at, int count) {
        switch (tensor) {
            case Tensor.Floats(_, var data) -> {
                if (stride == 1) for (int i = 0; i < count; i++) into[at + i] = data[from + i];
                else for (int i = 0; i < count; i++) into[at + i] = data[from + i * stride];
            }
            case Tensor.Ints(_, var data) -> {
                if (stride == 1) for (int i = 0; i < count; i++) into[at + i] = data[from + i];
                else for (int i = 0; i < count; i++) into[at + i] = data[from + i * stride];
            }
            case Tensor.Longs _ -> throw new IllegalArgumentException("a network computes with floats and with fixed-point numbers");
        }
    }

    /// The shape of a tensor type.
    static int[] shape(Type type) {
        return ((RankedTensorType) type).shape().toInts();
    }

    /// A tensor of floats or of integers, as the type says, of zeros.
    static Tensor zeros(Type type) {
        var shape = shape(type);
        int size = Tensor.size(shape);
        if (((RankedTensorType) type).element() instanceof UniformType) return new Tensor.Ints(shape, new int[size]);
        return new Tensor.Floats(shape, new float[size]);
    }
}
