package pim.tool.zoo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pim.onnx.ModelProto;
import pim.onnx.TensorProto;
import pim.onnx.TensorShapeProto.Dimension;
import pim.onnx.ValueInfoProto;
import pim.tensor.Tensor;
import pim.tool.oracle.OnnxRuntime;

class ZooTest {
    private static ModelProto small(String name) {
        return Zoo.build(name, 1);
    }

    private static Map<String, Long> operators(ModelProto model) {
        return model.getGraph().getNodeList().stream().collect(Collectors.groupingBy(n -> n.getOpType(), TreeMap::new, Collectors.counting()));
    }

    /// The elements of the matrices and filters: biases and normalisations have one dimension.
    private static long filterElements(ModelProto model) {
        return model.getGraph().getInitializerList().stream().filter(t -> t.getDimsCount() > 1).mapToLong(ZooTest::elements).sum();
    }

    private static long elements(TensorProto tensor) {
        return tensor.getDimsList().stream().reduce(1L, Math::multiplyExact);
    }

    /// Products that convolutions and matrices form: each filter element meets every output pixel once.
    private static long products(ModelProto model) {
        var graph = model.getGraph();
        var weights = graph.getInitializerList().stream().collect(Collectors.toMap(TensorProto::getName, ZooTest::elements));
        var pixels = graph.getValueInfoList().stream().collect(Collectors.toMap(ValueInfoProto::getName, value ->
            value.getType().getTensorType().getShape().getDimList().stream().skip(2).mapToLong(Dimension::getDimValue)
                .reduce(1, Math::multiplyExact)));
        return graph.getNodeList().stream().filter(n -> n.getOpType().equals("Conv") || n.getOpType().equals("Gemm"))
            .mapToLong(n -> weights.get(n.getInput(1)) * pixels.get(n.getOutput(0))).sum();
    }

    /// Operator counts as in the published networks, the elements of their filters and matrices, and the products these form for one image.
    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "lenet         | 61470     | 416520      | {Conv=2, Flatten=1, Gemm=3, MaxPool=2, Relu=4}",
        "vgg8          | 12973440  | 615917568   | {Conv=6, Flatten=1, Gemm=2, MaxPool=3, Relu=7}",
        "vgg16         | 138344128 | 15470264320 | {Conv=13, Dropout=2, Flatten=1, Gemm=3, MaxPool=5, Relu=15}",
        "squeezenet1.0 | 1231552   | 349151936   | {Concat=8, Conv=26, Dropout=1, GlobalAveragePool=1, MaxPool=3, Relu=26, Softmax=1}",
        "resnet18      | 11678912  | 1814073344  | {Add=8, BatchNormalization=20, Conv=20, Flatten=1, Gemm=1, GlobalAveragePool=1, MaxPool=1, Relu=17}",
        "resnet34      | 21779648  | 3663761408  | {Add=16, BatchNormalization=36, Conv=36, Flatten=1, Gemm=1, GlobalAveragePool=1, MaxPool=1, Relu=33}",
        "mobilenetv2   | 3469760   | 300774272   | {Add=10, BatchNormalization=52, Clip=35, Conv=52, Flatten=1, Gemm=1, GlobalAveragePool=1}"})
    void layers(String name, long elements, long products, String operators) {
        var model = small(name);
        assertEquals(operators, operators(model).toString());
        assertEquals(elements, filterElements(model));
        assertEquals(products, products(model));
    }

    @Test void everyNetworkIsChecked() throws NoSuchMethodException {
        var rows = ZooTest.class.getDeclaredMethod("layers", String.class, long.class, long.class, String.class).getAnnotation(CsvSource.class)
            .value();
        assertEquals(Zoo.names(), Stream.of(rows).map(row -> row.split("\\|")[0].strip()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /// All but vgg16, whose half gigabyte of weights shows nothing that vgg8 does not.
    @ParameterizedTest @ValueSource(strings = {"lenet", "vgg8", "squeezenet1.0", "resnet18", "resnet34", "mobilenetv2"})
    void theOracleRunsEveryNetwork(String name) {
        var model = small(name);
        try (var oracle = OnnxRuntime.of(model)) {
            var input = oracle.inputs().get("input");
            var random = new Random(7);
            var image = new float[Tensor.size(input)];
            for (int i = 0; i < image.length; i++) image[i] = (float) random.nextGaussian();
            var outputs = oracle.run(Map.of("input", new Tensor.Floats(input, image)));
            var declared = oracle.outputs().firstEntry();
            var result = (Tensor.Floats) outputs.get(declared.getKey());
            assertArrayEquals(declared.getValue(), result.shape());
            float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY, sum = 0;
            for (float f : result.data()) {
                assertTrue(Float.isFinite(f));
                low = Math.min(low, f);
                high = Math.max(high, f);
                sum += f;
            }
            assertTrue(high - low > 1e-4, "the output depends on the class: " + low + " to " + high);
            assertTrue(high < 1000, "activations keep their magnitude: " + high);
            if (name.startsWith("squeezenet")) assertEquals(1, sum, 1e-4);
        }
    }

    @Test void theSeedDecidesTheBytes() {
        assertEquals(Zoo.build("lenet", 5).toByteString(), Zoo.build("lenet", 5).toByteString());
        assertNotEquals(Zoo.build("lenet", 5), Zoo.build("lenet", 6));
    }

    @Test void anUnknownNetwork() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Zoo.build("lenet6", 0));
        assertEquals("there is no network 'lenet6'; there are " + String.join(", ", Zoo.names()), failure.getMessage());
    }
}
