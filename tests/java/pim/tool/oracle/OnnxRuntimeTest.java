package pim.tool.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.onnx.GraphProto;
import pim.onnx.ModelProto;
import pim.onnx.NodeProto;
import pim.onnx.OperatorSetIdProto;
import pim.onnx.TensorProto.DataType;
import pim.onnx.TensorShapeProto.Dimension;
import pim.onnx.TensorShapeProto;
import pim.onnx.TypeProto;
import pim.onnx.ValueInfoProto;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

class OnnxRuntimeTest {
    @TempDir Path directory;

    private static ModelProto adding(DataType type) {
        var shape = TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("N")).addDim(Dimension.newBuilder().setDimValue(2));
        var tensor = TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)).build();
        var graph = GraphProto.newBuilder().setName("add").addNode(NodeProto.newBuilder().setOpType("Add").addInput("a").addInput("b")
            .addOutput("c"));
        for (var name : List.of("a", "b")) graph.addInput(ValueInfoProto.newBuilder().setName(name).setType(tensor));
        graph.addOutput(ValueInfoProto.newBuilder().setName("c").setType(tensor));
        return ModelProto.newBuilder().setIrVersion(7).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13)).setGraph(graph).build();
    }

    @Test void namedTensorsOfEachKind() {
        try (var oracle = OnnxRuntime.of(adding(DataType.FLOAT))) {
            assertEquals(List.of("a", "b"), List.copyOf(oracle.inputs().keySet()));
            assertArrayEquals(new int[] {-1, 2}, oracle.outputs().get("c"));
            var a = new Tensor.Floats(new int[] {1, 2}, new float[] {1, 2});
            assertEquals(Map.of("c", new Tensor.Floats(new int[] {1, 2}, new float[] {2, 4})), oracle.run(Map.of("a", a, "b", a)));
        }
        try (var oracle = OnnxRuntime.of(adding(DataType.INT32))) {
            var a = new Tensor.Ints(new int[] {1, 2}, new int[] {1, -2});
            assertEquals(Map.of("c", new Tensor.Ints(new int[] {1, 2}, new int[] {2, -4})), oracle.run(Map.of("a", a, "b", a)));
        }
        try (var oracle = OnnxRuntime.of(adding(DataType.INT64))) {
            var a = new Tensor.Longs(new int[] {1, 2}, new long[] {1L << 40, -2});
            assertEquals(Map.of("c", new Tensor.Longs(new int[] {1, 2}, new long[] {1L << 41, -4})), oracle.run(Map.of("a", a, "b", a)));
        }
    }

    @Test void whatTheModelDoesNotTake() {
        try (var oracle = OnnxRuntime.of(adding(DataType.FLOAT))) {
            var floats = new Tensor.Floats(new int[] {1, 2}, new float[2]);
            assertThrows(IllegalArgumentException.class, () -> oracle.run(Map.of("a", floats)));
            assertThrows(IllegalArgumentException.class, () -> oracle.run(Map.of("a", floats, "b", new Tensor.Ints(new int[] {1, 2}, new int[2]))));
        }
    }

    @Test void aFileThatIsNoModel() throws IOException {
        var path = Files.writeString(directory.resolve("text.onnx"), "this is text");
        var failure = assertThrows(MalformedFileException.class, () -> OnnxRuntime.open(path));
        assertTrue(failure.getMessage().startsWith("ONNX Runtime: "), failure.getMessage());
    }

    @Test void aFileThatIsAModel() throws IOException {
        var path = Files.write(directory.resolve("add.onnx"), adding(DataType.FLOAT).toByteArray());
        try (var oracle = OnnxRuntime.open(path)) {
            assertEquals(List.of("c"), List.copyOf(oracle.outputs().keySet()));
        }
    }
}
