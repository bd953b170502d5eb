package pim.dialect.graph.onnx;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
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

/// A model of a few nodes, written by a test.
final class TinyModel {
    final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
    private final int opset;

    TinyModel(int opset) {
        this.opset = opset;
    }

    TinyModel input(String name, Object... dims) {
        graph.addInput(value(name, DataType.FLOAT, dims));
        return this;
    }

    /// An output whose shape the model does not say.
    TinyModel output(String name) {
        graph.addOutput(ValueInfoProto.newBuilder().setName(name)
            .setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()))));
        return this;
    }

    TinyModel weight(String name, Tensor tensor) {
        graph.addInitializer(TensorProtos.proto(name, tensor));
        return this;
    }

    TinyModel longs(String name, long... values) {
        return weight(name, new Tensor.Longs(new int[] {values.length}, values));
    }

    TinyModel scalar(String name, float value) {
        return weight(name, new Tensor.Floats(new int[0], new float[] {value}));
    }

    /// A node whose inputs are written `a b c`, `-` for one that is omitted. Its output is `output`.
    TinyModel node(String type, String inputs, String output, AttributeProto... attributes) {
        var node = NodeProto.newBuilder().setOpType(type).setName(output + "_node").addOutput(output).addAllAttribute(Arrays.asList(attributes));
        for (var input : inputs.split(" ")) if (!inputs.isEmpty()) node.addInput(input.equals("-") ? "" : input);
        graph.addNode(node);
        return this;
    }

    ModelProto model() {
        return ModelProto.newBuilder().setIrVersion(7).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset)).setGraph(graph).build();
    }

    Path write(Path directory) throws IOException {
        return Files.write(directory.resolve("tiny.onnx"), model().toByteArray());
    }

    static Tensor.Floats random(long seed, int... shape) {
        var random = new Random(seed);
        var data = new float[Tensor.size(shape)];
        for (int i = 0; i < data.length; i++) data[i] = (float) random.nextGaussian();
        return new Tensor.Floats(shape, data);
    }

    static ValueInfoProto value(String name, DataType type, Object... dims) {
        var shape = TensorShapeProto.newBuilder();
        for (var dim : dims) {
            shape.addDim(switch (dim) {
                case Integer i -> Dimension.newBuilder().setDimValue(i);
                case String s when !s.isEmpty() -> Dimension.newBuilder().setDimParam(s);
                default -> Dimension.newBuilder();
            });
        }
        return ValueInfoProto.newBuilder().setName(name)
            .setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape))).build();
    }

    static AttributeProto ints(String name, int... values) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS)
            .addAllInts(Arrays.stream(values).mapToObj(i -> (long) i).toList()).build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
    }

    static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
    }

    static AttributeProto tensor(String name, Tensor value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.TENSOR).setT(TensorProtos.proto("", value)).build();
    }
}
