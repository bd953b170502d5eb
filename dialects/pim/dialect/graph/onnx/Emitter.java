package pim.dialect.graph.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import pim.define.Builder;
import pim.dialect.graph.Graph;
import pim.dialect.graph.onnx.Imported.Computed;
import pim.dialect.graph.onnx.Imported.Known;
import pim.ir.Op;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Shape;
import pim.tensor.MalformedFileException;
import pim.tensor.Storage;
import pim.tensor.Tensor;

/// Puts graph operations into the function under import, and the tensors they need into its resources, each once.
final class Emitter {
    private final Builder builder;
    private final Resources resources;
    private final Map<Tensor, Value> constants = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();
    private Node node;

    Emitter(Builder builder, Resources resources) {
        this.builder = builder;
        this.resources = resources;
    }

    /// What is emitted from here on comes from `node`.
    void begin(Node node) {
        this.node = node;
        setLocation(node.name());
    }

    private void setLocation(String name) {
        builder.setLocation(Location.named(name));
    }

    Computed emit(Op op) {
        return new Computed(builder.value(op));
    }

    /// The value as an operand; null stays null.
    ///
    /// @throws MalformedFileException for integers, which the network does not compute with
    Value operand(Imported imported) throws MalformedFileException {
        return switch (imported) {
            case Computed(var value) -> value;
            case Known(var name, Tensor.Floats tensor) -> constants.computeIfAbsent(tensor, _ -> constant(unused(name), tensor));
            case Known(var name, _) -> throw node.error("the integers of '" + name + "' are not supported as an operand");
            case null -> null;
        };
    }

    static RankedTensorType type(int... shape) {
        return new RankedTensorType(Shape.of(shape), FloatType.F32, null);
    }

    private Value constant(String name, Tensor.Floats tensor) {
        var here = builder.location();
        setLocation(name);
        var type = type(tensor.shape());
        var value = builder.value(new Graph.Constant(elements(name, tensor, type), type));
        builder.setLocation(here);
        return value;
    }

    /// The name, or with a number behind it where another constant has it: tensors made at import are named after those they are made from.
    private String unused(String name) {
        var candidate = name;
        for (int i = 1; !names.add(candidate); i++) candidate = name + "." + i;
        return candidate;
    }

    /// A single number stays in the text, where it can be read.
    private Attribute elements(String name, Tensor.Floats tensor, RankedTensorType type) {
        var bytes = ByteBuffer.allocate(Math.toIntExact(Storage.F32.bytes(tensor.shape()))).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.data());
        if (tensor.size() == 1) return new DenseElementsAttr(type, bytes.array());
        resources.put(name, bytes);
        return new DenseResourceAttr(name, type);
    }
}
