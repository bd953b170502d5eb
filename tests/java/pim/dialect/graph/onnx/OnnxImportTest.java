package pim.dialect.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pim.dialect.graph.onnx.TinyModel.integer;
import static pim.dialect.graph.onnx.TinyModel.ints;
import static pim.dialect.graph.onnx.TinyModel.random;
import static pim.dialect.graph.onnx.TinyModel.real;
import static pim.dialect.graph.onnx.TinyModel.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.dialect.func.Func;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.onnx.NodeProto;
import pim.onnx.TensorProto.DataType;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;
import pim.tool.zoo.Zoo;

class OnnxImportTest {
    @TempDir Path directory;
    private final Resources resources = new Resources();

    private List<Operation> body(TinyModel model, Map<String, int[]> shapes) throws IOException {
        return body(OnnxImport.read(model.write(directory), shapes, resources));
    }

    private static List<Operation> body(Operation module) {
        var messages = new StringBuilder();
        assertTrue(Verifier.verify(module, Diagnostics.printingTo(messages)), messages::toString);
        var operations = new ArrayList<Operation>();
        module.region(0).entry().first().region(0).entry().forEach(operations::add);
        return operations;
    }

    private static List<String> names(List<Operation> body) {
        return body.stream().map(Operation::name).toList();
    }

    private String failure(TinyModel model) throws IOException {
        var path = model.write(directory);
        return assertThrows(MalformedFileException.class, () -> OnnxImport.read(path, Map.of(), resources)).getMessage();
    }

    private String failure(TinyModel model, Map<String, int[]> shapes) throws IOException {
        var path = model.write(directory);
        return assertThrows(MalformedFileException.class, () -> OnnxImport.read(path, shapes, resources)).getMessage();
    }

    @Test void aConvolution() throws IOException {
        var body = body(new TinyModel(13).input("x", 1, 3, 8, 8).weight("w", random(1, 4, 3, 3, 3)).weight("b", random(2, 4))
            .node("Conv", "x w b", "y", ints("pads", 1, 1, 1, 1)).node("Relu", "y", "z").output("z"), Map.of());
        assertEquals(List.of("graph.constant", "graph.constant", "graph.conv2d", "graph.relu", "func.return"), names(body));
        assertEquals("tensor<1x4x8x8xf32>", body.get(3).result().type().toString());
        assertEquals("dense_resource<w> : tensor<4x3x3x3xf32>", body.get(0).attribute("value").toString());
        assertEquals(Location.named("y_node"), body.get(2).location());
        assertEquals(List.of("w", "b"), List.copyOf(resources.inline().keySet()));
        assertEquals(random(1, 4, 3, 3, 3).data()[5], resources.get("w").getFloat(20));
        var function = (Func.Function) body.get(0).parent().op();
        assertEquals("(tensor<1x3x8x8xf32>) -> tensor<1x4x8x8xf32>", function.type().toString());
        assertEquals("[{graph.name = \"x\"}]", function.argAttrs().orElseThrow().toString());
        assertEquals("[{graph.name = \"z\"}]", function.resAttrs().orElseThrow().toString());
    }

    @Test void aWeightOfTwoNodesIsOneConstant() throws IOException {
        var body = body(new TinyModel(13).input("x", 1, 4).weight("w", random(1, 4, 4)).weight("unused", random(3, 9))
            .node("Gemm", "x w", "y", integer("transB", 1))
            .node("Gemm", "y w", "z", integer("transB", 1)).output("z"), Map.of());
        assertEquals(List.of("graph.constant", "graph.linear", "graph.linear", "func.return"), names(body));
        assertEquals(List.of("w"), List.copyOf(resources.inline().keySet()));
    }

    /// The transposed weight must not be taken for the other one, though they are called the same.
    @Test void namesOfConstantsAreUnique() throws IOException {
        body(new TinyModel(13).input("x", 1, 4).weight("w", random(1, 4, 4)).weight("w.transposed", random(2, 4, 4)).node("MatMul", "x w", "y")
            .node("Gemm", "y w.transposed", "z", integer("transB", 1)).output("z"), Map.of());
        assertEquals(List.of("w.transposed", "w.transposed.1"), List.copyOf(resources.inline().keySet()));
        assertEquals(random(1, 4, 4).data()[4], resources.get("w.transposed").getFloat(4));
        assertEquals(random(2, 4, 4).data()[1], resources.get("w.transposed.1").getFloat(4));
    }

    /// How exporters write `x.view(x.size(0), -1)`.
    @Test void shapeArithmeticLeavesNoOperation() throws IOException {
        var body = body(new TinyModel(13).input("x", 2, 3, 4, 5).weight("zero", new Tensor.Longs(new int[0], new long[1])).longs("axes", 0)
            .longs("rest", -1).longs("two", 2).longs("ends", 3)
            .node("Shape", "x", "shape").node("Gather", "shape zero", "n").node("Unsqueeze", "n axes", "n1")
            .node("Slice", "shape axes ends", "nch").node("Cast", "nch", "real", integer("to", DataType.FLOAT_VALUE))
                .node("Cast", "real", "back", integer("to", DataType.INT64_VALUE))
            .node("Mul", "n1 two", "n2").node("Div", "n2 two", "n3").node("Concat", "n3 rest", "target", integer("axis", 0))
                .node("Reshape", "x target", "y")
            .node("Concat", "back two", "other", integer("axis", 0)).node("Slice", "other axes ends", "nchAgain")
                .node("Concat", "nchAgain rest", "all", integer("axis", 0))
            .node("Reshape", "y all", "z").output("z"), Map.of());
        assertEquals(List.of("graph.reshape", "graph.reshape", "func.return"), names(body));
        assertEquals("tensor<2x60xf32>", body.get(0).result().type().toString());
        assertEquals("tensor<2x3x4x5xf32>", body.get(1).result().type().toString());
    }

    @Test void softmaxOfOldSetsIsOverAllFurtherAxes() throws IOException {
        var model = new TinyModel(11).input("x", 1, 3, 2, 2).node("Softmax", "x", "y").output("y");
        assertEquals(List.of("graph.reshape", "graph.softmax", "graph.reshape", "func.return"), names(body(model, Map.of())));
    }

    @Test void openShapes() throws IOException {
        var model = new TinyModel(13).input("x", "N", 3, "", 8).node("Relu", "x", "y").output("y");
        assertEquals("input 'x' has the dynamic shape Nx3x?x8: fix it with --shape x=Nx3xHx8", failure(model));
        assertEquals("input 'x' has the shape Nx3x?x8, --shape gives 1x4x8x8", failure(model, Map.of("x", new int[] {1, 4, 8, 8})));
        assertEquals("--shape names 'a', the model's inputs are 'x'", failure(model, Map.of("x", new int[] {1, 3, 8, 8}, "a", new int[] {1})));
        assertEquals("tensor<1x3x6x8xf32>", body(model, Map.of("x", new int[] {1, 3, 6, 8})).getFirst().result().type().toString());
        assertEquals("input 'x' has the dynamic shape BxA: fix it with --shape x=AxB",
            failure(new TinyModel(13).input("x", "B", "A").node("Relu", "x", "y").output("y")));
        var integers = new TinyModel(13).node("Relu", "x", "y").output("y");
        integers.graph.addInput(TinyModel.value("x", DataType.INT64, 1));
        assertEquals("input 'x' has elements of type INT64, only FLOAT is supported", failure(integers));
    }

    @Test void anInitializerListedAsInputIsNone() throws IOException {
        var model = new TinyModel(7).input("x", 1, 4).input("w", 4, 4).weight("w", random(1, 4, 4)).node("MatMul", "x w", "y").output("y");
        var module = OnnxImport.read(model.write(directory), Map.of(), resources);
        assertEquals("(tensor<1x4xf32>) -> tensor<1x4xf32>", ((Func.Function) module.region(0).entry().first().op()).type().toString());
    }

    @Test void whatIsNotSupportedIsSaid() throws IOException {
        var x = new int[] {1, 2, 4, 4};
        assertEquals("Fft 'y_node': the operator is not supported", failure(unary(13, "Fft", x)));
        var foreign = unary(13, "Relu", x);
        foreign.graph.setNode(0, NodeProto.newBuilder(foreign.graph.getNode(0)).setDomain("com.acme"));
        assertEquals("Relu 'y_node': the operator is not supported (domain 'com.acme')", failure(foreign));
        assertEquals("Relu 'y_node': attribute 'gain' is not supported in operator set 13",
            failure(new TinyModel(13).input("x", 1).node("Relu", "x", "y", real("gain", 2)).output("y")));
        assertEquals("Relu 'y_node': its input 'a' is defined by no node before it",
            failure(new TinyModel(13).input("x", 1).node("Relu", "a", "y").output("y")));
        assertEquals("the output 'z' is defined by no node", failure(new TinyModel(13).input("x", 1).node("Relu", "x", "y").output("z")));
        assertEquals("the name 'y' is defined twice", failure(new TinyModel(13).input("x", 1).node("Relu", "x", "y").node("Tanh", "x", "y")
            .output("y")));
        assertEquals("Relu 'y_node': input 0 is missing", failure(new TinyModel(13).input("x", 1).node("Relu", "", "y").output("y")));
        assertEquals("Cast 'y_node': a cast to INT64 is not supported",
            failure(new TinyModel(13).input("x", 1).node("Cast", "x", "y", integer("to", 7)).output("y")));
        assertEquals("LeakyRelu 'y_node': attribute 'alpha' is of type INT, FLOAT is expected",
            failure(new TinyModel(13).input("x", 1).node("LeakyRelu", "x", "y", integer("alpha", 1)).output("y")));
        assertEquals("Reshape 'y_node': its shape must not depend on the network's input",
            failure(new TinyModel(13).input("x", 1).node("Reshape", "x x", "y").output("y")));
        assertEquals("Pad 'y_node': mode 'reflect' is not supported, only 'constant' is",
            failure(new TinyModel(13).input("x", 1).longs("p", 1, 1).node("Pad", "x p", "y", text("mode", "reflect")).output("y")));
        assertEquals("Slice 'y_node': negative steps are not supported",
            failure(new TinyModel(13).input("x", 4).longs("s", 3).longs("e", -9).longs("a", 0).longs("t", -1).node("Slice", "x s e a t", "y")
                .output("y")));
        assertEquals("Conv 'y_node': input 0 of shape [1, 3, 8] is not supported: 4 dimensions are expected",
            failure(new TinyModel(13).input("x", 1, 3, 8).weight("w", random(1, 4, 3, 3)).node("Conv", "x w", "y").output("y")));
        assertEquals("Conv 'y_node': filters [4, 3, 3, 3] in 1 groups do not fit an input of 2 channels",
            failure(new TinyModel(13).input("x", 1, 2, 8, 8).weight("w", random(1, 4, 3, 3, 3)).node("Conv", "x w", "y").output("y")));
        assertEquals("Conv 'y_node': its window reaches over 3 pixels, the padded input has only 2",
            failure(new TinyModel(13).input("x", 1, 3, 2, 8).weight("w", random(1, 4, 3, 3, 3)).node("Conv", "x w", "y").output("y")));
        assertEquals("MaxPool 'y_node': auto_pad 'SAME_UPPER' where windows do not touch is not supported: say 'pads'",
            failure(new TinyModel(13).input("x", 1, 3, 9, 9).node("MaxPool", "x", "y", ints("kernel_shape", 1, 1), ints("strides", 3, 3),
                text("auto_pad", "SAME_UPPER")).output("y")));
        assertEquals("Add 'y_node': the integers of 'i' are not supported as an operand",
            failure(new TinyModel(13).input("x", 1).longs("i", 3).node("Add", "x i", "y").output("y")));
        assertEquals("Flatten 'y_node': its shapes or numbers are too large",
            failure(new TinyModel(13).input("x", 1 << 20, 1, 1 << 20, 1).node("Flatten", "x", "y", integer("axis", 3)).output("y")));
        assertEquals("Div 'y_node': it divides by zero", failure(new TinyModel(13).input("x", 1).longs("i", 3).longs("o", 0).node("Div", "i o", "y")
            .output("y")));
        assertEquals("Gemm 'y_node': the integers of 'i' are not supported as an operand",
            failure(new TinyModel(13).input("x", 1, 1).weight("i", new Tensor.Longs(new int[] {1, 1}, new long[1]))
                .node("Gemm", "x i", "y", real("alpha", 2), integer("transB", 1)).output("y")));
        assertEquals("Add 'y_node': shapes [2, 3] and [4] do not broadcast",
            failure(new TinyModel(13).input("x", 2, 3).weight("w", random(1, 4)).node("Add", "x w", "y").output("y")));
        assertEquals("BatchNormalization 'y_node': training is not supported",
            failure(new TinyModel(14).input("x", 1, 1, 1, 1).weight("w", random(1, 1))
                .node("BatchNormalization", "x w w w w", "y", integer("training_mode", 1)).output("y")));
    }

    private static TinyModel unary(int opset, String type, int... shape) {
        return new TinyModel(opset).input("x", Arrays.stream(shape).boxed().toArray()).node(type, "x", "y").output("y");
    }

    @Test void operatorSets() throws IOException {
        assertEquals("operator set 6 is not supported: convert the model to one from 7 to 22", failure(unary(6, "Relu", 1)));
        assertEquals("operator set 99 is not supported: convert the model to one from 7 to 22", failure(unary(99, "Relu", 1)));
    }

    @Test void damagedFiles() throws IOException {
        assertEquals("this is not an ONNX model, or it is cut off", failure(Files.writeString(directory.resolve("text.onnx"), "this is text")));
        assertEquals("this is not an ONNX model: it has no graph", failure(Files.writeString(directory.resolve("empty.onnx"), "")));
        var whole = Zoo.build("lenet", 1).toByteArray();
        for (int length = 0; length < whole.length; length += 1 + length / 7) failure(Files.write(directory.resolve("cut.onnx"),
            Arrays.copyOf(whole, length)));
        failure(Files.write(directory.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length - 1)));
    }

    /// A byte changed anywhere is read as another model or said to be wrong, never a failure of the program.
    @Property(tries = 400, seed = "9") void changedBytes(@ForAll @IntRange(min = 0, max = 1 << 20) int at, @ForAll byte value) throws IOException {
        var bytes = new TinyModel(13).input("x", 1, 2, 6, 6).weight("w", random(1, 2, 2, 3, 3)).weight("b", random(2, 2)).longs("s", 1, -1)
            .longs("p", 0, 0, 1, 1, 0, 0, 1, 1)
            .node("Pad", "x p", "q").node("Conv", "q w b", "c", ints("strides", 1, 1)).node("MaxPool", "c", "m", ints("kernel_shape", 2, 2))
            .node("Reshape", "m s", "f").weight("g", random(3, 5, 50)).node("Gemm", "f g", "y", integer("transB", 1)).output("y").model()
                .toByteArray();
        bytes[at % bytes.length] = value;
        var file = Files.createTempFile("changed", ".onnx");
        try {
            OnnxImport.read(Files.write(file, bytes), Map.of(), new Resources());
        } catch (MalformedFileException e) {
            assertFalse(e.getMessage().isEmpty());
        } finally {
            Files.delete(file);
        }
    }

    private String failure(Path path) {
        var failure = assertThrows(MalformedFileException.class, () -> OnnxImport.read(path, Map.of(), resources));
        assertEquals(path, failure.path());
        return failure.getMessage();
    }

    @ParameterizedTest @ValueSource(strings = {"lenet", "vgg8", "squeezenet1.0", "resnet18", "mobilenetv2"})
    void theZoo(String name) throws IOException {
        var model = Zoo.build(name, 1);
        var module = OnnxImport.read(Files.write(directory.resolve("m.onnx"), model.toByteArray()), Map.of(), resources);
        // all nodes stay, all weights become constants except the bounds of Clip, and there is a return
        long bounds = 2 * model.getGraph().getNodeList().stream().filter(n -> n.getOpType().equals("Clip")).count();
        assertEquals(model.getGraph().getNodeCount() + model.getGraph().getInitializerCount() - bounds + 1, body(module).size());
    }

    @Test void aTrainedNetwork() throws IOException {
        var path = directory.resolve("cls.onnx");
        try (var in = OnnxImportTest.class.getResourceAsStream("/models/ch_ppocr_mobile_v2.0_cls_infer.onnx")) {
            Files.copy(in, path);
        }
        assertTrue(failure(path).startsWith("input 'x' has the dynamic shape "));
        var module = OnnxImport.read(path, Map.of("x", new int[] {1, 3, 48, 192}), resources);
        var returned = body(module).getLast();
        assertEquals("func.return", returned.name());
        assertArrayEquals(new String[] {"tensor<1x2xf32>"}, returned.operands().stream().map(v -> v.type().toString()).toArray());
    }
}
