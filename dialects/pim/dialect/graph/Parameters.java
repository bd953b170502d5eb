package pim.dialect.graph;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pim.define.Builder;
import pim.dialect.quant.UniformType;
import pim.diagnose.Diagnostics;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.tensor.Storage;
import pim.tensor.Tensor;

/// The constants of a network for passes that compute with them: reads those there are and makes new ones, whose elements are resources.
record Parameters(Resources resources, Diagnostics diagnostics) {
    /// The elements of a constant of floats; null when `value` is no such constant.
    ///
    /// @throws pim.diagnose.CompileFailure when the resource behind it is missing or of the wrong size; the error has been reported
    float[] floats(Value value) {
        if (!(value.op() instanceof Graph.Constant constant) || ((RankedTensorType) constant.result()).element() != FloatType.F32) return null;
        return switch (constant.value()) {
            case DenseElementsAttr a -> narrow(a.toDoubles());
            case DenseResourceAttr a -> resource(a, value.definingOp().location());
            default -> null;
        };
    }

    private static float[] narrow(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    private float[] resource(DenseResourceAttr attribute, Location location) {
        var bytes = resources.get(attribute.key());
        if (bytes == null) throw diagnostics.failure(location, "'graph.constant' op has no resource '" + attribute.key() + "'; is the file of weights missing?");
        var shape = attribute.type().shape().toInts();
        long expected = Storage.F32.bytes(shape);
        if (bytes.remaining() != expected) {
            throw diagnostics.failure(location, "'graph.constant' op expects " + expected + " bytes in resource '" + attribute.key() + "', but got " + bytes.remaining());
        }
        return ((Tensor.Floats) Storage.F32.read(MemorySegment.ofBuffer(bytes), shape)).data();
    }

    /// The name of a constant's elements, be it that of its resource or of the layer it stands in.
    String key(Value constant) {
        if (constant.op() instanceof Graph.Constant(DenseResourceAttr resource, _)) return resource.key();
        return constant.definingOp().location() instanceof Location.Name(var name, _) ? name : "constant";
    }

    /// A new constant of floats, under `key` or, where that is taken, a key made from it.
    Value floats(Builder builder, String key, float[] data, long... shape) {
        var bytes = ByteBuffer.allocate(4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        return constant(builder, key, bytes, RankedTensorType.of(FloatType.F32, shape));
    }

    /// A new constant of fixed-point numbers: `data`, little-endian and as wide as the storage of `element`.
    Value fixedPoint(Builder builder, String key, int[] data, UniformType element, long... shape) {
        int width = element.bits() / 8;
        var bytes = ByteBuffer.allocate(width * data.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int v : data) {
            switch (width) {
                case 1 -> bytes.put((byte) v);
                case 2 -> bytes.putShort((short) v);
                case 4 -> bytes.putInt(v);
                default -> throw new IllegalArgumentException("no constants of " + element.bits() + " bits");
            }
        }
        return constant(builder, key, bytes.flip(), RankedTensorType.of(element, shape));
    }

    private Value constant(Builder builder, String key, ByteBuffer bytes, RankedTensorType type) {
        var fresh = key;
        for (int i = 1; resources.get(fresh) != null; i++) fresh = key + "." + i;
        resources.put(fresh, bytes);
        return builder.value(new Graph.Constant(new DenseResourceAttr(fresh, type), type));
    }
}
