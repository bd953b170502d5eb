package pim.dialect.sim;

import pim.ir.attr.DenseElementsAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.tensor.Tensor;

/// The elements that a test bench spells out, as interpreters take and give them.
public final class BenchTensor {
    private BenchTensor() {}

    static boolean isOfFloats(DenseElementsAttr value) {
        return value.type().element() instanceof FloatType;
    }

    /// What is wrong with the elements, as it reads behind the name of the op; null when nothing is.
    static String verify(DenseElementsAttr value) {
        boolean known = value.type() instanceof RankedTensorType && switch (value.type().element()) {
            case FloatType f -> f == FloatType.F32;
            case IntegerType(var width, _) -> width >= 1 && width <= Long.SIZE;
            default -> false;
        };
        return known ? null : "expects a tensor of f32 or of integers of 1 to " + Long.SIZE + " bits, but got " + value.type();
    }

    /// The elements, integers of more than 32 bits as longs.
    public static Tensor of(DenseElementsAttr value) {
        var shape = value.type().shape().toInts();
        if (isOfFloats(value)) {
            var doubles = value.toDoubles();
            var floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) floats[i] = (float) doubles[i];
            return new Tensor.Floats(shape, floats);
        }
        var longs = value.toLongs();
        if (((IntegerType) value.type().element()).width() > Integer.SIZE) return new Tensor.Longs(shape, longs);
        var ints = new int[longs.length];
        for (int i = 0; i < ints.length; i++) ints[i] = (int) longs[i];
        return new Tensor.Ints(shape, ints);
    }
}
