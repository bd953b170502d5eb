package pim.pass.generic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.PrintOptions;

/// A program of the built-in dialects that passes are run on; what goes wrong is an error of the test.
record Program(Operation top) {
    static final Registry REGISTRY = Registry.standard();
    private static final Path MLIR_OPT = Path.of("/usr/lib/llvm-22/bin/mlir-opt");

    static Program of(String text) {
        var top = ModuleReader.read(new SourceText("program.mlir", text), REGISTRY, failing(text), true).top();
        Verifier.verify(top, failing(text));
        return new Program(top);
    }

    Program run(Pass... passes) {
        for (var pass : passes) {
            pass.run(top, new PassContext(REGISTRY, failing(generic()), new Resources()));
            Verifier.verify(top, failing(generic()));
        }
        return this;
    }

    String generic() {
        return ModulePrinter.print(top, null, PrintOptions.GENERIC);
    }

    String custom() {
        return ModulePrinter.print(top);
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        top.walk(all::add);
        return all;
    }

    /// What `mlir-opt` 22 makes of the program; without it the test is not run.
    String byMlirOpt(String... options) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(MLIR_OPT), "mlir-opt 22 is not installed");
        var command = new ArrayList<>(List.of(MLIR_OPT.toString(), "--allow-unregistered-dialect", "--mlir-print-op-generic"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(generic().getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Diagnostics failing(String text) {
        return new Diagnostics(d -> {
            throw new AssertionError(d.headline() + " in\n" + text);
        });
    }
}
