package pim.tool.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.tensor.WeightFile;
import pim.tool.Streams;
import pim.tool.Tools;
import pim.tool.zoo.Zoo;

class PimTranslateTest {
    @TempDir Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(), err = new ByteArrayOutputStream();

    @BeforeEach void aModelThatLeavesItsShapeOpen() throws IOException {
        Files.write(directory.resolve("lenet.onnx"), Zoo.build("lenet", 1).toByteArray());
        try (var in = PimTranslateTest.class.getResourceAsStream("/models/ch_ppocr_mobile_v2.0_cls_infer.onnx")) {
            Files.copy(in, directory.resolve("cls.onnx"));
        }
    }

    private int run(String... arguments) throws IOException {
        return run("pim-translate", List.of(arguments));
    }

    private int run(String tool, List<String> arguments) throws IOException {
        out.reset();
        err.reset();
        return Tools.named(tool).run(arguments, new Streams(directory, InputStream.nullInputStream(), new PrintStream(out, true),
            new PrintStream(err, true)));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @Test void aModelAndItsWeights() throws IOException {
        assertEquals(0, run("--import-onnx", "lenet.onnx", "-o", "net.mlir"), this::err);
        var text = Files.readString(directory.resolve("net.mlir"));
        assertTrue(text.contains("graph.conv2d"), text);
        assertTrue(text.contains("loc(\"conv1\")") || text.contains("= loc(\"conv1\")"), text);
        assertTrue(text.contains("net.safetensors"), text);
        assertTrue(text.length() < 10_000, "the weights are not in the text");
        assertEquals(0, run("pim-opt", List.of("net.mlir", "-o", "again.mlir", "--mlir-print-debuginfo")), this::err);
        assertEquals(text, Files.readString(directory.resolve("again.mlir")));
        assertEquals(10, WeightFile.open(directory.resolve("net.safetensors")).names().size());
    }

    @Test void anOpenShapeIsGiven() throws IOException {
        assertEquals(1, run("--import-onnx", "cls.onnx", "-o", "net.mlir"));
        assertTrue(err().startsWith("cls.onnx: error: input 'x' has the dynamic shape "), err());
        assertTrue(err().contains("fix it with --shape x="), err());
        assertFalse(Files.exists(directory.resolve("net.mlir")));
        assertEquals(0, run("--import-onnx=cls.onnx", "--shape", "x=1x3x48x192", "-o", "net.mlir"), this::err);
    }

    @Test void badInput() throws IOException {
        assertEquals(1, run("--import-onnx", "gone.onnx", "-o", "net.mlir"));
        assertEquals("gone.onnx: error: there is no such file", err());
        Files.writeString(directory.resolve("text.onnx"), "some text");
        assertEquals(1, run("--import-onnx", "text.onnx", "-o", "net.mlir"));
        assertEquals("text.onnx: error: this is not an ONNX model, or it is cut off", err());
        assertEquals(1, run("--import-onnx", "lenet.onnx", "-o", "nowhere/net.mlir"));
        assertEquals("nowhere/net.safetensors: error: there is no folder " + directory.resolve("nowhere"), err());
        Files.createDirectory(directory.resolve("folder.mlir"));
        assertEquals(1, run("--import-onnx", "lenet.onnx", "-o", "folder.mlir"));
        assertEquals("folder.mlir: error: this is a folder, not a file", err());
        assertFalse(Files.exists(directory.resolve("folder.safetensors")), "weights without their module");
    }

    @Test void badUsage() throws IOException {
        assertEquals(2, run());
        assertTrue(err().contains("--import-onnx"), err());
        assertEquals(2, run("--import-onnx", "lenet.onnx"));
        assertTrue(err().startsWith("pim-translate: error: Missing required option: '-o"), err());
        assertEquals(2, run("--import-onnx", "lenet.onnx", "-o", "a.mlir", "--shape", "input=1x0"));
        assertTrue(err().contains("--shape expects NAME=1x3x224x224, but got 'input=1x0'"), err());
        assertEquals(2, run("--import-onnx", "lenet.onnx", "-o", "a.mlir", "--nonsense"));
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("--shape"));
    }
}
