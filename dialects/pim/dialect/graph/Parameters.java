package pim.dialect.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import pim.define.Builder;
import pim.diagnose.Diagnostics;
import pim.dialect.quant.UniformType;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// The constants of a network for passes that compute with them: reads those there are and makes new ones, whose elements are resources.
record Parameters(Resources resources, Diagnostics diagnostics) {
    /// The elements of a constant of floats; null when `value` is no such constant.
    ///
    /// @throws pim.diagnose.CompileFailure when the resource behind it is missing or of the wrong size; the error has been reported
    float[] floats(Value value) {
        if (!(value.op() instanceof Graph.Constant)) return null;
        return ConstantTensor.read(value, resources, diagnostics) instanceof Tensor.Floats(_, var data) ? data : null;
    }

    /// The name of a constant's elements, be it that of its resource or of the layer it stands in.
    String key(Value constant) {
        if (constant.op() instanceof Graph.Constant(DenseResourceAttr resource, _)) return resource.key();
        return constant.definingOp().location() instanceof Location.Name(var name, _) ? name : "constant";
    }

    /// A new constant of floats, under `key` or, where that is taken, a key made from it.
    Value floats(Builder builder, String key, float[] data, long... shape) {
        return constant(builder, key, new Tensor.Floats(ints(shape), data), FloatType.F32, shape);
    }

    /// A new constant of fixed-point numbers, which are the integers `data`.
    Value fixedPoint(Builder builder, String key, int[] data, UniformType element, long... shape) {
        return constant(builder, key, new Tensor.Ints(ints(shape), data), element, shape);
    }

    private static int[] ints(long[] shape) {
        return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    }

    private Value constant(Builder builder, String key, Tensor tensor, Type element, long... shape) {
        var type = RankedTensorType.of(element, shape);
        var bytes = new ByteArrayOutputStream();
        try {
            ConstantTensor.storage(element).write(tensor, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var fresh = key;
        for (int i = 1; resources.get(fresh) != null; i++) fresh = key + "." + i;
        resources.put(fresh, ByteBuffer.wrap(bytes.toByteArray()));
        return builder.value(new Graph.Constant(new DenseResourceAttr(fresh, type), type));
    }
}
