package pim.dialect.graph.onnx;

import static pim.dialect.graph.onnx.Products.longs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import pim.dialect.graph.Graph;
import pim.dialect.graph.onnx.Imported.Computed;
import pim.dialect.graph.onnx.Imported.Known;
import pim.onnx.TensorProto.DataType;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// Operators whose value is known at import: Constant, Shape, and Cast of what is known.
final class Constants {
    private Constants() {}

    static void addTo(Map<String, Conversion> all) {
        all.put("Constant", (node, _) -> new Known(node.output(), constant(node)));
        all.put("Shape", (node, _) -> new Known(node.output(), shape(node)));
        all.put("Cast", Constants::cast);
    }

    private static Tensor constant(Node node) throws IOException {
        if (node.has("value")) return node.tensor("value");
        if (node.has("value_float")) return new Tensor.Floats(new int[0], new float[] {node.real("value_float", 0)});
        if (node.has("value_int")) return new Tensor.Longs(new int[0], new long[] {node.integer("value_int", 0)});
        if (node.has("value_floats")) return vector(node.reals("value_floats"));
        if (node.has("value_ints")) return vector(node.integers("value_ints"));
        throw node.error("it has no value of a supported kind");
    }

    private static Tensor vector(float... values) {
        return new Tensor.Floats(new int[] {values.length}, values);
    }

    private static Tensor vector(int... values) {
        return new Tensor.Longs(new int[] {values.length}, longs(values));
    }

    /// The extents from axis `start` up to `end`, which opset 15 brought.
    private static Tensor shape(Node node) throws MalformedFileException {
        var shape = node.input(0).shape();
        int start = bound(node.integer("start", 0), shape.length), end = bound(node.integer("end", shape.length), shape.length);
        return vector(Arrays.copyOfRange(shape, start, Math.max(start, end)));
    }

    private static int bound(int axis, int rank) {
        return Math.clamp(axis < 0 ? axis + rank : axis, 0, rank);
    }

    private static Imported cast(Node node, Emitter emitter) throws MalformedFileException {
        int to = node.integer("to", 0);
        // what happens to a value too large for an 8-bit float, none of which is supported
        node.flag("saturate", true);
        var storage = TensorProtos.storage(to);
        if (node.input(0) instanceof Known(_, var tensor) && storage != null) return new Known(node.output(), Arithmetic.cast(tensor, storage));
        if (node.input(0) instanceof Computed(var x) && to == DataType.FLOAT_VALUE) return emitter.emit(new Graph.Identity(x));
        throw node.error("a cast to " + TensorProtos.typeName(to) + " is not supported");
    }
}
