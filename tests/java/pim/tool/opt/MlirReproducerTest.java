package pim.tool.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.tool.Streams;

/// mlir-opt replays what pim-opt writes to reproduce a run, and the other way round.
class MlirReproducerTest {
    private static final Path MLIR_OPT = Path.of("/usr/lib/llvm-22/bin/mlir-opt");
    private static final String PROGRAM = """
        module {
          func.func @f(%arg0: i32) -> i32 {
            %0 = arith.constant 1 : i32
            %1 = arith.constant 1 : i32
            %2 = arith.addi %0, %1 : i32
            %3 = arith.xori %arg0, %2 : i32
            return %3 : i32
          }
        }
        """;
    private static final String ONE_LOOK = "--pass-pipeline=builtin.module(cse,func.func(canonicalize{max-iterations=1 test-convergence}))";

    @TempDir Path directory;

    @BeforeEach void mlirOptIsThere() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(MLIR_OPT), "mlir-opt 22 is not installed");
        Files.writeString(directory.resolve("p.mlir"), PROGRAM);
    }

    @Test void mlirOptRunsTheSamePasses() throws Exception {
        assertEquals(0, pimOpt("p.mlir", "--pass-pipeline=builtin.module(cse,func.func(canonicalize))",
            "--mlir-generate-reproducer=r.mlir", "-o", "o.mlir"));
        assertEquals(0, mlirOpt("r.mlir", "--run-reproducer", "--mlir-print-op-generic", "-o", "theirs.mlir"));
        assertEquals(0, pimOpt("r.mlir", "--run-reproducer", "--mlir-print-op-generic", "-o", "ours.mlir"));
        assertEquals(Files.readString(directory.resolve("theirs.mlir")), Files.readString(directory.resolve("ours.mlir")));
    }

    @Test void mlirOptFailsAsWeDid() throws Exception {
        assertEquals(1, pimOpt("p.mlir", ONE_LOOK, "--mlir-pass-pipeline-crash-reproducer=r.mlir"));
        assertEquals(1, mlirOpt("r.mlir", "--run-reproducer", "-o", "theirs.mlir"));
    }

    @Test void weFailAsMlirOptDid() throws Exception {
        assertEquals(1, mlirOpt("p.mlir", ONE_LOOK, "--mlir-pass-pipeline-crash-reproducer=r.mlir"));
        assertTrue(Files.readString(directory.resolve("r.mlir")).contains("mlir_reproducer"));
        assertEquals(1, pimOpt("r.mlir", "--run-reproducer"));
    }

    private int pimOpt(String... arguments) throws IOException {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new PimOpt().run(List.of(arguments), new Streams(directory, InputStream.nullInputStream(), nowhere, nowhere));
    }

    private int mlirOpt(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(MLIR_OPT.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
            .redirectOutput(directory.resolve("log.txt").toFile()).start().waitFor();
    }
}
