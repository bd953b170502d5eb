package pim.tool.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.tensor.Tensor;
import pim.tensor.WeightFile;
import pim.tool.Streams;

class PimOptTest {
    private static final String GOOD = """
        module {
          func.func @f() {
            return
          }
        }
        """;

    /// The empty line behind a module, as mlir-opt writes it.
    private static final String WRITTEN = GOOD + "\n";

    @TempDir Path directory;
    private String out;
    private String err;

    @BeforeEach void write() throws IOException {
        Files.writeString(directory.resolve("good.mlir"), GOOD);
        Files.writeString(directory.resolve("bad.mlir"), "func.func @f() { rturn }\n");
    }

    @Test void aModuleGoesThroughFileOrStandardInput() throws IOException {
        assertEquals(0, run("", "good.mlir"));
        assertEquals(WRITTEN, out);
        assertEquals(0, run(GOOD, "-"));
        assertEquals(WRITTEN, out);
        assertEquals(0, run(GOOD));
        assertEquals(WRITTEN, out);
        assertEquals("", err);
    }

    @Test void theOutputFileIsWrittenWholeOrNotAtAll() throws IOException {
        Files.writeString(directory.resolve("out.mlir"), "as it was");
        assertEquals(1, run("", "bad.mlir", "-o", "out.mlir"));
        assertEquals("as it was", Files.readString(directory.resolve("out.mlir")));
        assertEquals(0, run("", "good.mlir", "-o", "out.mlir"));
        assertEquals(WRITTEN, Files.readString(directory.resolve("out.mlir")));
        assertEquals("", out);
        assertEquals(1, run("", "good.mlir", "-o", "nowhere/out.mlir"));
        assertEquals("nowhere/out.mlir: error: there is no folder " + directory.resolve("nowhere") + "\n", err);
        try (var files = Files.list(directory)) {
            assertEquals(3, files.count(), "a temporary file was left");
        }
    }

    @Test void aBadInputShowsItsLine() throws IOException {
        assertEquals(1, run("", "bad.mlir"));
        assertTrue(err.startsWith("bad.mlir:1:18: error: "), err);
        assertTrue(err.endsWith("\nfunc.func @f() { rturn }\n                 ^\n"), err);
        assertEquals("", out);
    }

    @Test void filesThatAreNoTextAreErrors() throws IOException {
        Files.write(directory.resolve("binary.mlir"), new byte[] {(byte) 0xff, 0, 1});
        assertEquals(1, run("", "binary.mlir"));
        assertEquals("binary.mlir: error: the file is not UTF-8 text\n", err);
        assertEquals(1, run("", "missing.mlir"));
        assertEquals("missing.mlir: error: there is no such file\n", err);
        assertEquals(1, run("", "a\0b.mlir"));
        assertEquals("a\0b.mlir: error: no file can have this name: Nul character not allowed\n", err);
    }

    @Test void anOutputThatCannotBeMadeIsAnErrorThatNamesItAndSaysWhy() throws IOException {
        var name = "n".repeat(250) + ".mlir";
        assertEquals(0, run("module {}", "-o", name), err);
        assertEquals(1, run("module {}", "-o", "n" + name));
        assertEquals("n" + name + ": error: File name too long\n", err);
        try (var left = Files.list(directory)) {
            assertEquals(List.of(), left.filter(file -> file.getFileName().toString().startsWith(".")).toList(), "no temporary file is left");
        }
    }

    @Test void anOptionIsNoValueOfTheOneBeforeIt() throws IOException {
        assertEquals(2, run("module {}", "-o", "--verify-roundtrip"));
        assertTrue(err.startsWith("pim-opt: error: Expected parameter for option '-o' but found '--verify-roundtrip'"), err);
        assertEquals(0, run("module {}", "-o", "--cse"));
        assertTrue(Files.exists(directory.resolve("--cse")), "what is no option of the tool itself may be a file");
    }

    @Test void partsOfAnInputAreWorkedOnByThemselvesAndKeepTheirLines() throws IOException {
        var text = "func.func @f() { return }\n// -----\nfunc.func @f() { rturn }\n// -----\nfunc.func @g() { return }\n";
        assertEquals(1, run(text, "--split-input-file"));
        assertTrue(err.startsWith("<stdin>:3:18: error: "), err);
        assertEquals(WRITTEN + "// -----\n// -----\n" + WRITTEN.replace("@f", "@g"), out);
        assertEquals(0, run(text.replace("// -----", "// ===").replace("rturn", "return"), "--split-input-file=// ===",
            "--output-split-marker=// ..."));
        assertEquals(WRITTEN + "// ...\n" + WRITTEN + "// ...\n" + WRITTEN.replace("@f", "@g"), out);
    }

    @Test void announcedMessagesAreNoErrors() throws IOException {
        assertEquals(0, run("// expected-error@+1 {{rturn}}\nfunc.func @f() { rturn }\n", "--verify-diagnostics"));
        assertEquals(1, run("func.func @f() { rturn }\n", "--verify-diagnostics"));
        assertTrue(err.startsWith("<stdin>:1:18: error: unexpected error: "), err);
        assertEquals(1, run("// expected-error@+1 {{odd}}\nfunc.func @f() { return }\n", "--verify-diagnostics"));
        assertEquals("<stdin>:1:4: error: expected error \"odd\" was not produced\n// expected-error@+1 {{odd}}\n   ^\n", err);
    }

    @Test void passesRunInTheOrderOfTheCommandLineBesideOtherOptions() throws IOException {
        assertEquals(0, run(GOOD, "--dump-pass-pipeline", "-dce", "--canonicalize=max-iterations=3 top-down=0", "-mlir-print-op-generic", "--cse"));
        assertEquals("""
            Pass Manager with 3 passes:
            builtin.module(
              dce,
              canonicalize{  max-iterations=3 max-num-rewrites=-1 region-simplify=normal test-convergence=false top-down=false},
              cse
            )

            """, err);
        assertTrue(out.startsWith("\"builtin.module\"()"), out);
    }

    @Test void theProgramIsPrintedAroundPasses() throws IOException {
        assertEquals(0, run(GOOD, "--cse", "--dce", "--mlir-print-ir-before=dce", "--mlir-print-ir-after=cse"));
        assertEquals("// -----// IR Dump After CSE (cse) //----- //\n" + GOOD + "\n\n// -----// IR Dump Before Dce (dce) //----- //\n" + GOOD
            + "\n\n", err);
        assertEquals(0, run(GOOD, "--pass-pipeline=builtin.module(func.func(cse))", "--mlir-print-ir-before-all"));
        assertEquals("// -----// IR Dump Before CSE (cse) //----- //\nfunc.func @f() {\n  return\n}\n\n", err);
    }

    @Test void timingIsATable() throws IOException {
        assertEquals(0, run(GOOD, "--cse", "--mlir-timing"));
        for (var name : List.of("Parser", "CSE", "Output", "Rest", "Total")) assertTrue(err.contains("%)  " + name + "\n"), err);
    }

    @Test void whatThereIsIsListed() throws IOException {
        assertEquals(0, run("", "--list-passes"));
        assertTrue(out.lines().anyMatch(line -> line.matches("cse +Eliminate common sub-expressions")), out);
        assertTrue(out.lines().anyMatch(line -> line.matches(" +region-simplify=normal +one of disabled, normal, aggressive")), out);
        assertTrue(out.lines().anyMatch(line -> line.matches(" +disable-patterns=\\{\\} +a string, or several")), out);
        assertEquals(0, run("", "--show-dialects"));
        assertTrue(out.matches("Available Dialects: .*builtin,.*func.*\n"), out);
        assertEquals(0, run("", "-help"));
        assertTrue(out.contains("--pass-pipeline"), out);
        assertEquals(0, run("", "--version"));
        assertTrue(out.startsWith("pim-opt"), out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --canonicalise                  | there is no option or pass '--canonicalise'; did you mean '--canonicalize'? (--help lists the options)
        --verify-each=maybe             | Invalid value for option '--verify-each': 'maybe' is not 0, 1, true or false (--help lists the options)
        --verify-diagnostics=some       | Invalid value for option '--verify-diagnostics': 'some' is not all or only-expected (--help lists the options)
        --mlir-print-ir-before=sce      | there is no pass 'sce' to print the program at; did you mean 'dce'? (--help lists the options)
        --mlir-print-ir-module-scope    | --mlir-print-ir-module-scope needs --mlir-disable-threading (--help lists the options)
        --mlir-disable-threading,--mlir-pass-pipeline-local-reproducer | --mlir-pass-pipeline-local-reproducer needs --mlir-pass-pipeline-crash-reproducer=FILE (--help lists the options)
        --mlir-pass-pipeline-local-reproducer | --mlir-pass-pipeline-local-reproducer needs --mlir-disable-threading (--help lists the options)
        --pass-pipeline=any(cse),--cse  | --pass-pipeline can't be used with individual passes; write them into the pipeline (--help lists the options)
        """)
    void aWrongCommandLineHasStatusTwo(String arguments, String message) throws IOException {
        assertEquals(2, run(GOOD, arguments.split(",(?=-)")));
        assertEquals("pim-opt: error: " + message + "\n", err);
        assertEquals("", out);
    }

    @Test void aWrongPipelineHasStatusTwoAndShowsItsPlace() throws IOException {
        assertEquals(2, run(GOOD, "--cse=deep=1"));
        assertEquals("<pass-options>:1:7: error: pass 'cse' has no option 'deep'\n--cse=deep=1\n      ^\n", err);
    }

    @Test void theWeightFileIsFoundFromWhereTheTextGoes() throws IOException {
        var sub = Files.createDirectories(directory.resolve("sub"));
        WeightFile.write(directory.resolve("w.safetensors"), Map.of("a", new Tensor.Floats(new int[] {2}, new float[] {1, 2})));
        Files.writeString(directory.resolve("w.mlir"),
            "\"x.y\"() {v = dense_resource<a> : tensor<2xf32>} : () -> ()\n{-# external_resources: { pimlico: { weights: \"w.safetensors\" } } #-}\n");
        assertEquals(0, run("", "w.mlir", "--allow-unregistered-dialect", "-o", "sub/w.mlir"), () -> err);
        assertTrue(Files.readString(sub.resolve("w.mlir")).contains("\"../w.safetensors\""));
        assertEquals(0, run("", "sub/w.mlir", "--allow-unregistered-dialect"), () -> err);
        assertTrue(out.contains("\"../w.safetensors\""), "on standard output as in the input: " + out);
        Files.delete(directory.resolve("w.safetensors"));
        assertEquals(1, run("", "w.mlir", "--allow-unregistered-dialect"));
        assertEquals("w.safetensors: error: there is no such weight file, which w.mlir names", err.lines().findFirst().orElseThrow());
        Files.writeString(directory.resolve("w.safetensors"), "abc");
        assertEquals(1, run("", "w.mlir", "--allow-unregistered-dialect"));
        assertEquals("w.safetensors: error: this is not a weight file: it ends at byte 3, within the length of its header", err.strip());
        assertFalse(err.contains("\tat "), err);
    }

    @Test void valuesThatTheWeightFileLacksGoIntoOneBesideTheOutput() throws IOException {
        WeightFile.write(directory.resolve("w.safetensors"), Map.of("a", new Tensor.Floats(new int[] {2}, new float[] {1, 2})));
        Files.writeString(directory.resolve("w.mlir"), """
            "x.y"() {v = dense_resource<a> : tensor<2xf32>, w = dense_resource<b> : tensor<1xf32>} : () -> ()
            {-# dialect_resources: { builtin: { b: "0x040000000000803F" } },
                external_resources: { pimlico: { weights: "w.safetensors" } } #-}
            """);
        assertEquals(0, run("", "w.mlir", "--allow-unregistered-dialect", "-o", "out.mlir"), () -> err);
        var text = Files.readString(directory.resolve("out.mlir"));
        assertTrue(text.contains("\"out.safetensors\"") && !text.contains("803F"), text);
        var file = WeightFile.open(directory.resolve("out.safetensors"));
        assertEquals(Set.of("a", "b"), Set.copyOf(file.names()));
        assertEquals(1f, file.bytes("b").order(ByteOrder.LITTLE_ENDIAN).getFloat(0));
    }

    private int run(String in, String... arguments) throws IOException {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        int status;
        try (var printOut = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
            var printErr = new PrintStream(errBytes, true, StandardCharsets.UTF_8)) {
            var io = new Streams(directory, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), printOut, printErr);
            status = new PimOpt().run(List.of(arguments), io);
        }
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }
}
