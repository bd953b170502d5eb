package pim.tool.pimc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.onnx.ModelProto;
import pim.onnx.NodeProto;
import pim.onnx.TensorShapeProto;
import pim.tensor.Npy;
import pim.tensor.Tensor;
import pim.tool.Streams;
import pim.tool.Tools;
import pim.tool.zoo.Zoo;

/// What is wrong with the input is said in one clear message, with status 1, and nothing is left behind.
class BadInputTest {
    @TempDir private Path folder;
    private byte[] lenet;

    @BeforeEach void network() throws IOException {
        lenet = Zoo.build("lenet", 0).toByteArray();
        Files.write(folder.resolve("lenet.onnx"), lenet);
    }

    @Test void textFileNamedOnnx() throws IOException {
        Files.writeString(folder.resolve("text.onnx"), "this is not a network\n");
        assertTrue(fails(1, "text.onnx", "isaac").contains("text.onnx: error: "), "names the file");
    }

    @Test void truncatedModel() throws IOException {
        Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(lenet, lenet.length / 2));
        assertTrue(fails(1, "cut.onnx", "isaac").contains("cut.onnx: error: "));
    }

    @Test void missingModel() throws IOException {
        assertTrue(fails(1, "nowhere.onnx", "isaac").contains("nowhere.onnx: error: there is no such file"));
    }

    @Test void unsupportedOperator() throws IOException {
        var model = ModelProto.parseFrom(lenet).toBuilder();
        var output = model.getGraph().getOutput(0).getName();
        model.getGraphBuilder().addNode(NodeProto.newBuilder().setName("strange").setOpType("Erf").addInput(output).addOutput("erf"));
        Files.write(folder.resolve("erf.onnx"), model.build().toByteArray());
        var message = fails(1, "erf.onnx", "isaac");
        assertTrue(message.contains("Erf") && message.contains("strange") && message.contains("erf.onnx"), message);
    }

    @Test void dynamicShapeNotGiven() throws IOException {
        var model = ModelProto.parseFrom(lenet).toBuilder();
        var shape = TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        for (int extent : new int[] {1, 28, 28}) shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(extent));
        model.getGraphBuilder().getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setShape(shape);
        Files.write(folder.resolve("dynamic.onnx"), model.build().toByteArray());
        var message = fails(1, "dynamic.onnx", "isaac");
        assertTrue(message.contains("'input'") && message.contains("--shape"), message);
    }

    @Test void networkTooLargeForTheAccelerator() throws IOException {
        var message = fails(1, "lenet.onnx", "tiny");
        assertTrue(message.startsWith("lenet.onnx: error: at loc(\""), "names the file and the layer: " + message);
        assertTrue(message.contains("arrays"), message);
        assertTrue(message.matches("(?s).*[0-9]+ .*[0-9]+.*"), "says how many: " + message);
    }

    @Test void acceleratorFile() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{ \"chip_config\": ");
        assertTrue(fails(1, "lenet.onnx", "broken.json").contains("broken.json:1:"));
        var preset = preset();
        Files.writeString(folder.resolve("unknown.json"), preset.replaceFirst("\"xbar_size\"", "\"xbar_sise\""));
        var message = fails(1, "lenet.onnx", "unknown.json");
        assertTrue(message.contains("xbar_sise") && message.contains("xbar_size") && message.contains("unknown.json:"), message);
        Files.writeString(folder.resolve("negative.json"), preset.replaceFirst("(\"xbar_array_count\"\\s*:\\s*)[0-9]+", "$1-3"));
        message = fails(1, "lenet.onnx", "negative.json");
        assertTrue(message.contains("xbar_array_count") && message.contains("-3"), message);
        Files.writeString(folder.resolve("missing.json"), preset.replaceFirst("\"xbar_array_count\"\\s*:\\s*[0-9]+,", ""));
        message = fails(1, "lenet.onnx", "missing.json");
        assertTrue(message.contains("xbar_array_count"), message);
    }

    @Test void usage() throws IOException {
        assertTrue(run(2, "compile", "lenet.onnx", "--arch", "isaac", "--mode", "ht", "-o", "out").contains("--mode ht is not there yet"));
        assertTrue(run(2, "compile", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "--bits", "4", "-o",
            "out").contains("--bits must be 8 or 16, but is 4"));
        assertTrue(run(2, "compile", "zoo:lennet", "--arch", "isaac", "--mode", "sequential", "-o", "out").contains("lenet"));
        assertTrue(run(2, "compile", "lenet.onnx", "--mode", "sequential", "-o", "out").contains("--arch"));
        assertTrue(run(2, "frobnicate").contains("frobnicate"));
        assertTrue(run(2).contains("compile"));
        assertTrue(run(2, "zoo", "nothing").contains("there is no network 'nothing'"));
    }

    @Test void inputFiles() throws IOException {
        assertTrue(verifyFails(new Tensor.Floats(new int[] {28, 28}, new float[784])).contains("has shape [1, 1, 28, 28], but the file holds [28, 28]"));
        assertTrue(verifyFails(new Tensor.Ints(new int[] {1, 1, 28, 28}, new int[784])).contains("is of floats, but the file holds integers"));
        var broken = new float[784];
        broken[3] = Float.NaN;
        assertTrue(verifyFails(new Tensor.Floats(new int[] {1, 1, 28, 28}, broken)).contains("needs finite numbers, but the file holds NaN"));
    }

    @Test void repeatedNames() throws IOException {
        var message = run(2, "compile", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "-o", "out", "--shape", "input=1x1x28x28",
            "--shape=input=2x1x28x28");
        assertTrue(message.contains("--shape is given twice for 'input'"), message);
        for (var text : List.of("input", "input=", "=1x1", "input=0x1", "input=99999999999", "input=-1x2")) {
            message = run(2, "compile", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "-o", "out", "--shape", text);
            assertTrue(message.contains("--shape expects NAME=1x3x224x224, but got '" + text + "'"), message);
        }
    }

    @Test void networksOfTheZooGoByTheirNames() throws IOException {
        var message = run(1, "verify", "zoo:lenet", "--arch", "isaac", "--mode", "sequential", "--shape", "input=2x1x28x28");
        assertTrue(message.startsWith("zoo:lenet: error: input 'input' has the shape 1x1x28x28, --shape gives 2x1x28x28"), message);
        assertTrue(run(2, "verify", "zoo:lenet", "--arch", "isaac", "--mode", "sequential", "--min-sqnr", "NaN").contains("--min-sqnr must be a number"));
    }

    @Test void samples() throws IOException {
        assertTrue(run(2, "verify", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "--samples", "0").contains(
            "--samples must be at least 1, but is 0"));
        assertTrue(run(2, "verify", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "--samples", "2", "--input", "input=x.npy").contains(
            "--samples 2 would run the same input again and again: --input gives input, and there is no other"));
        assertTrue(run(2, "verify", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "--input", "x=x.npy").contains(
            "--input x: the model has no such input; it has input"));
    }

    @Test void outputInTheWay() throws IOException {
        assertTrue(run(1, "compile", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "-o", "lenet.onnx/out")
            .startsWith("lenet.onnx/out: error: the folder cannot be made"));
        assertTrue(run(1, "compile", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "-o", "lenet.onnx")
            .startsWith("lenet.onnx: error: a file of this name is in the way"));
        Files.createDirectory(folder.resolve("taken.onnx"));
        assertTrue(run(1, "zoo", "lenet", "-o", "taken.onnx").startsWith("taken.onnx: error: "));
        assertTrue(run(2, "zoo", "lenet", "--list").contains("--list"));
    }

    private String verifyFails(Tensor input) throws IOException {
        Npy.write(folder.resolve("x.npy"), input);
        var message = run(1, "verify", "lenet.onnx", "--arch", "isaac", "--mode", "sequential", "--input", "input=x.npy");
        assertTrue(message.startsWith("x.npy: error: input 'input' "), message);
        return message;
    }

    private static String preset() throws IOException {
        try (var in = BadInputTest.class.getResourceAsStream("/pim/dialect/arch/presets/isaac.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String fails(int status, String model, String arch) throws IOException {
        return run(status, "compile", model, "--arch", arch, "--mode", "sequential", "-o", "out");
    }

    private String run(int status, String... arguments) throws IOException {
        var before = files();
        var err = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        var io = new Streams(folder, new ByteArrayInputStream(new byte[0]), new PrintStream(out, true), new PrintStream(err, true));
        int actual = Tools.named("pimc").run(List.of(arguments), io);
        var message = err.toString(StandardCharsets.UTF_8);
        assertEquals(status, actual, message);
        assertFalse(message.contains("\tat "), message);
        assertTrue(message.contains("error: "), message);
        assertEquals(before, files(), "something was written");
        return message;
    }

    private List<String> files() throws IOException {
        try (var walk = Files.walk(folder)) {
            return new ArrayList<>(walk.map(Path::toString).sorted().toList());
        }
    }
}
