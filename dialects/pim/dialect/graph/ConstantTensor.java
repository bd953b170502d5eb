package pim.dialect.graph;

import java.lang.foreign.MemorySegment;
import pim.diagnose.Diagnostics;
import pim.dialect.quant.UniformType;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Storage;
import pim.tensor.Tensor;

/// The elements of constants: floats, or the integers of fixed-point numbers.
public final class ConstantTensor {
    private ConstantTensor() {}

    /// The elements of the constant that `value` is the result of. They are read anew each time.
    ///
    /// @throws pim.diagnose.CompileFailure when the resource behind it is missing or of another size; the error has been reported
    public static Tensor read(Value value, Resources resources, Diagnostics diagnostics) {
        var constant = (Graph.Constant) value.op();
        return switch (constant.value()) {
            case DenseElementsAttr a -> new Tensor.Floats(a.type().shape().toInts(), floats(a.toDoubles()));
            case DenseResourceAttr a -> resource(a, value.definingOp().location(), resources, diagnostics);
            default -> throw new IllegalArgumentException("not a constant that is verified: " + value.definingOp());
        };
    }

    /// How elements of the type lie in a resource.
    public static Storage storage(Type element) {
        if (!(element instanceof UniformType type)) return Storage.F32;
        return type.bits() <= 8 ? Storage.I8 : type.bits() <= 16 ? Storage.I16 : Storage.I32;
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    private static Tensor resource(DenseResourceAttr attribute, Location location, Resources resources, Diagnostics diagnostics) {
        var type = (RankedTensorType) attribute.type();
        var where = "'graph.constant' op resource '" + attribute.key() + "' ";
        var bytes = resources.get(attribute.key());
        if (bytes == null) throw diagnostics.failure(location, where + "is neither in the program's text nor in its file of weights");
        var shape = type.shape().toInts();
        var storage = storage(type.element());
        if (bytes.remaining() != storage.bytes(shape)) {
            throw diagnostics.failure(location,
                where + "is expected to have the " + storage.bytes(shape) + " bytes of " + type + ", but got " + bytes.remaining());
        }
        return storage.read(MemorySegment.ofBuffer(bytes), shape);
    }
}
