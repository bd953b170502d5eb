package pim.tool.zoo;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import pim.dialect.graph.onnx.TensorProtos;
import pim.onnx.AttributeProto.AttributeType;
import pim.onnx.AttributeProto;
import pim.onnx.GraphProto;
import pim.onnx.ModelProto;
import pim.onnx.NodeProto;
import pim.onnx.OperatorSetIdProto;
import pim.onnx.TensorProto.DataType;
import pim.onnx.TensorShapeProto.Dimension;
import pim.onnx.TensorShapeProto;
import pim.onnx.TypeProto;
import pim.onnx.ValueInfoProto;
import pim.tensor.Tensor;

/// Writes the ONNX graph of one network; the operators themselves are on [Feature].
///
/// The values of a weight depend on the seed and the weight's name alone, so a layer keeps its weights when another one changes.
final class NetworkBuilder {
    static final int OPSET = 13;
    private static final int IR_VERSION = 7;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final long seed;

    NetworkBuilder(String name, long seed) {
        this.seed = seed;
        graph.setName(name);
    }

    /// The one input, a batch of one square image.
    Feature input(int channels, int side) {
        int[] shape = {1, channels, side, side};
        graph.addInput(value("input", shape));
        return new Feature(this, "input", shape);
    }

    /// The network's model, with `last` as its one output.
    ModelProto model(Feature last) {
        graph.addOutput(value(last.name(), last.shape()));
        return ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("pimlico")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET)).setGraph(graph).build();
    }

    /// Adds a node called `name`, whose one output has its name and `shape`.
    Feature node(String type, String name, int[] shape, Iterable<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder().setOpType(type).setName(name).addAllInput(inputs).addOutput(name)
            .addAllAttribute(Arrays.asList(attributes)));
        graph.addValueInfo(value(name, shape));
        return new Feature(this, name, shape);
    }

    /// Adds a weight and answers its name; `element` draws one element.
    String weight(String name, ToDoubleFunction<Random> element, int... shape) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        var data = new float[Tensor.size(shape)];
        for (int i = 0; i < data.length; i++) data[i] = (float) element.applyAsDouble(random);
        graph.addInitializer(TensorProtos.proto(name, new Tensor.Floats(shape, data)));
        return name;
    }

    static AttributeProto ints(String name, int... values) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS)
            .addAllInts(Arrays.stream(values).mapToObj(i -> (long) i).toList()).build();
    }

    static AttributeProto integer(String name, int value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
    }

    private static ValueInfoProto value(String name, int... shape) {
        var dims = TensorShapeProto.newBuilder();
        for (int d : shape) dims.addDim(Dimension.newBuilder().setDimValue(d));
        return ValueInfoProto.newBuilder().setName(name)
            .setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()).setShape(dims)))
                .build();
    }
}
