package pim.dialect.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static pim.dialect.graph.onnx.TinyModel.integer;
import static pim.dialect.graph.onnx.TinyModel.ints;
import static pim.dialect.graph.onnx.TinyModel.random;
import static pim.dialect.graph.onnx.TinyModel.real;
import static pim.dialect.graph.onnx.TinyModel.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import pim.diagnose.Diagnostics;
import pim.interpret.Interpreter;
import pim.ir.Resources;
import pim.onnx.AttributeProto;
import pim.tensor.Tensor;
import pim.tool.oracle.OnnxRuntime;
import pim.tool.zoo.Zoo;

/// Every operator, imported and interpreted, computes what ONNX Runtime computes.
class OnnxOperatorsTest {
    private static Path directory;

    @BeforeContainer static void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("operators");
    }

    @AfterContainer static void removeDirectory() throws IOException {
        Files.deleteIfExists(directory.resolve("tiny.onnx"));
        Files.delete(directory);
    }

    private static void agree(TinyModel model) throws IOException {
        var shapes = new LinkedHashMap<String, int[]>();
        for (var input : model.graph.getInputList()) {
            var dims = input.getType().getTensorType().getShape().getDimList();
            shapes.put(input.getName(), dims.stream().mapToInt(d -> (int) d.getDimValue()).toArray());
        }
        agree(model.write(directory), shapes);
    }

    private static void agree(Path model, Map<String, int[]> shapes) throws IOException {
        var inputs = new LinkedHashMap<String, Tensor>();
        shapes.forEach((name, shape) -> inputs.put(name, random(name.hashCode(), shape)));
        Map<String, Tensor> expected;
        try (var oracle = OnnxRuntime.open(model)) {
            expected = oracle.run(inputs);
        }
        var resources = new Resources();
        var module = OnnxImport.read(model, shapes, resources);
        var messages = new StringBuilder();
        var interpreter = ServiceLoader.load(Interpreter.class).stream().map(ServiceLoader.Provider::get).filter(i -> i.accepts(module)).findFirst()
            .orElseThrow();
        var actual = interpreter.run(module, inputs, resources, Diagnostics.printingTo(messages));
        assertEquals(expected.keySet(), actual.keySet(), messages::toString);
        expected.forEach((name, tensor) -> {
            var e = (Tensor.Floats) tensor;
            var a = (Tensor.Floats) actual.get(name);
            assertArrayEquals(e.shape(), a.shape());
            for (int i = 0; i < e.data().length; i++) assertEquals(e.data()[i], a.data()[i], 1e-4 * (1 + Math.abs(e.data()[i])), name + " at " + i);
        });
    }

    private static int[] pads(Random random, int below, int... kernel) {
        return IntStream.range(0, 4).map(i -> random.nextInt(Math.min(below, kernel[i % 2]))).toArray();
    }

    private static int[] pair(Random random, int low, int high) {
        return new int[] {random.nextInt(low, high + 1), random.nextInt(low, high + 1)};
    }

    @Property(tries = 60, seed = "1") void conv(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        int groups = r.nextInt(1, 4), inputs = groups * r.nextInt(1, 3), outputs = groups * r.nextInt(1, 3);
        int[] kernel = pair(r, 1, 3), dilations = pair(r, 1, 2);
        var attributes = new ArrayList<>(List.of(integer("group", groups), ints("strides", pair(r, 1, 3))));
        if (r.nextBoolean()) attributes.add(ints("kernel_shape", kernel));
        switch (r.nextInt(4)) {
            case 0 -> attributes.add(text("auto_pad", r.nextBoolean() ? "SAME_UPPER" : "SAME_LOWER"));
            case 1 -> attributes.add(text("auto_pad", "VALID"));
            default -> {
                attributes.add(ints("pads", pads(r, 3, 3, 3)));
                attributes.add(ints("dilations", dilations));
            }
        }
        var model = new TinyModel(13).input("x", 1 + r.nextInt(2), inputs, r.nextInt(5, 9), r.nextInt(5, 9))
            .weight("w", random(seed, outputs, inputs / groups, kernel[0], kernel[1]));
        boolean bias = r.nextBoolean();
        if (bias) model.weight("b", random(seed + 1, outputs));
        agree(model.node("Conv", bias ? "x w b" : "x w", "y", attributes.toArray(AttributeProto[]::new)).output("y"));
    }

    @Property(tries = 40, seed = "2") void gemm(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        int rows = r.nextInt(1, 4), inner = r.nextInt(1, 5), columns = r.nextInt(1, 5);
        boolean transA = r.nextBoolean(), transB = r.nextBoolean(), known = r.nextInt(3) > 0;
        var model = new TinyModel(13).input("a", transA ? inner : rows, transA ? rows : inner);
        int[] b = transB ? new int[] {columns, inner} : new int[] {inner, columns};
        if (known) model.weight("b", random(seed, b));
        else model.input("b", b[0], b[1]);
        int[][] shapes = {null, {}, {1}, {columns}, {1, columns}, {rows, 1}, {rows, columns}};
        var c = shapes[r.nextInt(shapes.length)];
        if (c != null && r.nextInt(4) > 0) model.weight("c", random(seed + 1, c));
        else if (c != null) model.input("c", Arrays.stream(c).boxed().toArray());
        agree(model.node("Gemm", c == null ? "a b" : "a b c", "y", real("alpha", r.nextBoolean() ? 1 : 0.5f), real("beta", r.nextBoolean() ? 1 : -2),
            integer("transA", transA ? 1 : 0), integer("transB", transB ? 1 : 0)).output("y"));
    }

    @Example void matMul() throws IOException {
        agree(new TinyModel(13).input("a", 2, 3, 4).weight("b", random(1, 4, 5)).node("MatMul", "a b", "y").output("y"));
        agree(new TinyModel(13).input("a", 2, 3, 4).input("b", 2, 4, 5).node("MatMul", "a b", "y").output("y"));
        agree(new TinyModel(13).input("a", 3, 4).input("b", 2, 4, 5).node("MatMul", "a b", "y").output("y"));
        agree(new TinyModel(13).weight("a", random(1, 3, 4)).input("b", 4, 5).node("MatMul", "a b", "y").output("y"));
    }

    @Example void batchNormalization() throws IOException {
        var variance = random(4, 3);
        for (int i = 0; i < 3; i++) variance.data()[i] = Math.abs(variance.data()[i]);
        for (int opset : new int[] {7, 9, 13, 15}) {
            agree(new TinyModel(opset).input("x", 2, 3, 4, 5).weight("s", random(1, 3)).weight("b", random(2, 3)).weight("m", random(3, 3))
                .weight("v", variance)
                .node("BatchNormalization", "x s b m v", "y", real("epsilon", 0.01f), real("momentum", 0.8f)).output("y"));
        }
    }

    @Example void activations() throws IOException {
        for (var type : List.of("Relu", "Sigmoid", "Tanh", "HardSwish", "LeakyRelu", "HardSigmoid", "Identity", "Dropout", "Clip")) {
            agree(new TinyModel(14).input("x", 2, 30).node(type, "x", "y").output("y"));
        }
        agree(new TinyModel(13).input("x", 2, 30).node("LeakyRelu", "x", "y", real("alpha", 0.3f)).output("y"));
        agree(new TinyModel(13).input("x", 2, 30).node("HardSigmoid", "x", "y", real("alpha", 0.5f), real("beta", 0.25f)).output("y"));
        agree(new TinyModel(7).input("x", 2, 30).node("Dropout", "x", "y", real("ratio", 0.3f)).output("y"));
    }

    @Example void clip() throws IOException {
        agree(new TinyModel(9).input("x", 40).node("Clip", "x", "y", real("min", -0.5f), real("max", 0.75f)).output("y"));
        agree(new TinyModel(9).input("x", 40).node("Clip", "x", "y", real("max", 0.25f)).output("y"));
        agree(new TinyModel(13).input("x", 40).scalar("low", -0.5f).scalar("high", 0.75f).node("Clip", "x low high", "y").output("y"));
        agree(new TinyModel(13).input("x", 40).scalar("high", 0.25f).node("Clip", "x - high", "y").output("y"));
    }

    @Property(tries = 40, seed = "3") void arithmetic(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        int[] full = {1, 3, 4, 5};
        int[][] shapes = {full, {}, {1}, {5}, {4, 1}, {3, 1, 1}, {1, 3, 1, 1}, {1, 1, 4, 5}};
        var other = shapes[r.nextInt(shapes.length)];
        var model = new TinyModel(13).input("x", 1, 3, 4, 5);
        if (r.nextBoolean()) model.input("y", Arrays.stream(other).boxed().toArray());
        else model.weight("y", random(seed, other));
        agree(model.node(List.of("Add", "Sub", "Mul", "Div").get(r.nextInt(4)), r.nextBoolean() ? "x y" : "y x", "z").output("z"));
    }

    @Property(tries = 60, seed = "4") void pooling(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        boolean max = r.nextBoolean();
        int[] kernel = pair(r, 1, 4);
        var attributes = new ArrayList<>(List.of(ints("kernel_shape", kernel)));
        int padding = r.nextInt(4);
        attributes.add(ints("strides", padding == 0 ? Arrays.stream(kernel).map(k -> r.nextInt(1, k + 1)).toArray() : pair(r, 1, 3)));
        switch (padding) {
            case 0 -> attributes.add(text("auto_pad", r.nextBoolean() ? "SAME_UPPER" : "SAME_LOWER"));
            case 1 -> attributes.add(text("auto_pad", "VALID"));
            default -> {
                attributes.add(ints("pads", pads(r, 3, kernel)));
                if (r.nextBoolean()) attributes.add(ints("dilations", pair(r, 1, 2)));
                attributes.add(integer("ceil_mode", r.nextInt(2)));
            }
        }
        if (!max) attributes.add(integer("count_include_pad", r.nextInt(2)));
        agree(new TinyModel(19).input("x", 1, 2, r.nextInt(8, 12), r.nextInt(8, 12))
            .node(max ? "MaxPool" : "AveragePool", "x", "y", attributes.toArray(AttributeProto[]::new)).output("y"));
    }

    @Property(tries = 30, seed = "5") void transpose(@ForAll @Size(4) List<@IntRange(min = 1, max = 4) Integer> dims, @ForAll long seed)
        throws IOException {
        var axes = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(axes, new Random(seed));
        agree(new TinyModel(13).input("x", dims.toArray()).node("Transpose", "x", "y", ints("perm", axes.stream().mapToInt(i -> i).toArray()))
            .output("y"));
    }

    @Example void shapes() throws IOException {
        agree(new TinyModel(13).input("x", 2, 3, 4).node("Transpose", "x", "y").output("y"));
        for (int axis : new int[] {0, 1, 2, 3, -1}) agree(new TinyModel(13).input("x", 2, 3, 4).node("Flatten", "x", "y", integer("axis", axis))
            .output("y"));
        agree(new TinyModel(13).input("x", 2, 3, 4).longs("s", 0, -1).node("Reshape", "x s", "y").output("y"));
        agree(new TinyModel(13).input("x", 2, 3, 4).longs("s", 4, 1, 6).node("Reshape", "x s", "y").output("y"));
        agree(new TinyModel(11).input("x", 1, 3, 1, 4).node("Squeeze", "x", "y", ints("axes", 0, -2)).output("y"));
        agree(new TinyModel(13).input("x", 1, 3, 1, 4).longs("a", 2).node("Squeeze", "x a", "y").output("y"));
        agree(new TinyModel(13).input("x", 1, 3, 1, 4).node("Squeeze", "x", "y").output("y"));
        agree(new TinyModel(11).input("x", 3, 4).node("Unsqueeze", "x", "y", ints("axes", 0, 3)).output("y"));
        agree(new TinyModel(13).input("x", 3, 4).longs("a", -1, 1).node("Unsqueeze", "x a", "y").output("y"));
        for (int axis = -2; axis < 2; axis++) {
            agree(new TinyModel(13).input("x", 3, 4).input("z", 3, 4).weight("w", random(1, 3, 4))
                .node("Concat", "x w z x", "y", integer("axis", axis)).output("y"));
        }
    }

    @Property(tries = 40, seed = "6") void slice(@ForAll long seed) throws IOException {
        var r = new Random(seed);
        int[] from = {r.nextInt(3), r.nextInt(-6, -2)}, to = {r.nextBoolean() ? Integer.MAX_VALUE : 4, -1}, axes = {1, -1},
            steps = {1 + r.nextInt(2), 1 + r.nextInt(2)};
        agree(new TinyModel(9).input("x", 2, 5, 6).node("Slice", "x", "y", ints("starts", from), ints("ends", to), ints("axes", axes)).output("y"));
        agree(new TinyModel(13).input("x", 2, 5, 6).longs("s", from[0], from[1])
            .longs("e", to[0] == Integer.MAX_VALUE ? Long.MAX_VALUE : to[0], to[1]).longs("a", axes[0], axes[1])
            .longs("t", steps[0], steps[1]).node("Slice", "x s e a t", "y").output("y"));
    }

    /// A weight is sliced at import, backwards too.
    @Property(tries = 30, seed = "7") void sliceOfAWeight(@ForAll @IntRange(min = -8, max = 8) int from, @ForAll @IntRange(min = -8, max = 8) int to,
        @ForAll @IntRange(min = 1, max = 3) int step,
            @ForAll boolean back) throws IOException {
        agree(new TinyModel(13).input("x", 1).weight("w", random(3, 5)).longs("s", from).longs("e", to).longs("a", 0).longs("t", back ? -step : step)
            .longs("all", 0)
            .node("Slice", "w s e a t", "cut").node("Concat", "cut w", "some", integer("axis", 0)).node("Mul", "some x", "y").output("y"));
    }

    @Example void gather() throws IOException {
        agree(new TinyModel(13).input("x", 3, 4, 5).weight("i", new Tensor.Longs(new int[0], new long[] {-1}))
            .node("Gather", "x i", "y", integer("axis", 1)).output("y"));
        agree(new TinyModel(13).input("x", 3, 4, 5).weight("i", new Tensor.Longs(new int[] {2, 2}, new long[] {0, 1, 3, -3}))
            .node("Gather", "x i", "y", integer("axis", 2)).output("y"));
        agree(new TinyModel(13).input("x", 3, 4, 5).longs("i", 1, 2).node("Gather", "x i", "y").output("y"));
        agree(new TinyModel(13).input("x", 1).weight("w", random(1, 3, 4, 5))
            .weight("i", new Tensor.Longs(new int[] {2, 2}, new long[] {0, 1, 3, -3}))
            .node("Gather", "w i", "g", integer("axis", 1)).node("Mul", "g x", "y").output("y"));
        agree(new TinyModel(13).input("x", 1).weight("w", random(1, 3, 4, 5)).node("Transpose", "w", "t", ints("perm", 2, 0, 1))
            .node("Mul", "t x", "y").output("y"));
        agree(new TinyModel(13).input("x", 1).weight("w", random(1, 3, 4)).weight("v", random(2, 3, 1)).node("Div", "w v", "q")
            .node("Sub", "q w", "d").node("Mul", "d x", "y").output("y"));
    }

    @Example void pad() throws IOException {
        agree(new TinyModel(9).input("x", 1, 2, 3, 4).node("Pad", "x", "y", ints("pads", 0, 1, 2, 0, 0, 0, 1, 3), real("value", 1.5f)).output("y"));
        agree(new TinyModel(13).input("x", 1, 2, 3, 4).longs("p", 0, 1, 2, 0, 0, 0, 1, 3).scalar("v", -1)
            .node("Pad", "x p v", "y", text("mode", "constant")).output("y"));
        agree(new TinyModel(13).input("x", 1, 2, 3, 4).longs("p", 0, 0, 2, 1, 0, 0, 1, 3).node("Pad", "x p", "y").output("y"));
        agree(new TinyModel(18).input("x", 1, 2, 3, 4).longs("p", 1, 2, 0, 1).longs("a", -1, 2).node("Pad", "x p - a", "y").output("y"));
    }

    @Example void softmax() throws IOException {
        for (int opset : new int[] {11, 13}) {
            for (int axis = -3; axis < 3; axis++) agree(new TinyModel(opset).input("x", 2, 3, 4).node("Softmax", "x", "y", integer("axis", axis))
                .output("y"));
            agree(new TinyModel(opset).input("x", 2, 3, 4).node("Softmax", "x", "y").output("y"));
        }
    }

    @Example void means() throws IOException {
        agree(new TinyModel(13).input("x", 2, 3, 4, 5).node("GlobalAveragePool", "x", "y").output("y"));
        for (int keep = 0; keep < 2; keep++) {
            agree(new TinyModel(13).input("x", 2, 3, 4, 5).node("ReduceMean", "x", "y", ints("axes", 2, 3), integer("keepdims", keep)).output("y"));
            agree(new TinyModel(13).input("x", 2, 3, 4, 5).node("ReduceMean", "x", "y", ints("axes", -3), integer("keepdims", keep)).output("y"));
            agree(new TinyModel(18).input("x", 2, 3, 4, 5).longs("a", -1, 1).node("ReduceMean", "x a", "y", integer("keepdims", keep)).output("y"));
        }
        agree(new TinyModel(13).input("x", 2, 3).node("ReduceMean", "x", "y").output("y"));
        agree(new TinyModel(18).input("x", 2, 3).node("ReduceMean", "x", "y", integer("noop_with_empty_axes", 1)).output("y"));
    }

    @Property(tries = 20, seed = "8") void lrn(@ForAll @IntRange(min = 1, max = 5) int half, @ForAll @IntRange(min = 1, max = 6) int channels)
        throws IOException {
        agree(new TinyModel(13).input("x", 1, channels, 3, 2).node("LRN", "x", "y", integer("size", 2 * half - 1), real("alpha", 0.3f),
            real("beta", 0.6f), real("bias", 1.5f)).output("y"));
    }

    @Example void aTrainedNetwork() throws IOException {
        var path = directory.resolve("tiny.onnx");
        try (var in = OnnxOperatorsTest.class.getResourceAsStream("/models/ch_ppocr_mobile_v2.0_cls_infer.onnx")) {
            Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
        }
        agree(path, Map.of("x", new int[] {1, 3, 48, 192}));
    }

    @Example void aNetworkOfTheZoo() throws IOException {
        agree(Files.write(directory.resolve("tiny.onnx"), Zoo.build("lenet", 3).toByteArray()), Map.of("input", new int[] {1, 1, 28, 28}));
    }
}
