package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.interpret.ControlFlow;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Symbols;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IntegerType;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.pass.PassRunner;
import pim.pass.Pipeline;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.PrintOptions;

/// A program of the built-in dialects that passes are run on; what goes wrong is an error of the test.
public record Program(Operation top) {
    public static final Registry REGISTRY = Registry.standard();
    private static final Path MLIR_OPT = Path.of("/usr/lib/llvm-22/bin/mlir-opt");

    public static Program of(String text) {
        var top = ModuleReader.read(new SourceText("program.mlir", text), REGISTRY, failing(text), true).top();
        Verifier.verify(top, failing(text));
        return new Program(top);
    }

    public Program run(Pass... passes) {
        var context = new PassContext(REGISTRY, failing(generic()), new Resources());
        new PassRunner(context, Verifier::verify, List.of()).run(Pipeline.of(top.name(), List.of(passes)), top);
        return this;
    }

    /// What the passes show.
    public String shown(Pass... passes) {
        var text = new StringBuilder();
        var context = new PassContext(REGISTRY, failing(generic()).showingOn(text), new Resources());
        for (var pass : passes) pass.run(top, context);
        return text.toString();
    }

    public String generic() {
        return ModulePrinter.print(top, null, PrintOptions.GENERIC);
    }

    public String custom() {
        return ModulePrinter.print(top);
    }

    public List<Operation> operations() {
        var all = new ArrayList<Operation>();
        top.walk(all::add);
        return all;
    }

    /// What `@main` returns for the numbers; null where it has no meaning for them.
    public List<Attribute> main(int... arguments) {
        var main = Symbols.lookup(top, "main");
        try {
            return new ControlFlow(new Diagnostics(_ -> {}), 10_000).call(main, IntStream.of(arguments)
                .<Attribute>mapToObj(a -> IntegerAttr.of(IntegerType.I32, a)).toList());
        } catch (CompileFailure e) {
            return null;
        }
    }

    /// What `@main` returns for several numbers, in order.
    public List<List<Attribute>> results() {
        var results = new ArrayList<List<Attribute>>();
        for (int x = -2; x < 5; x++) results.add(main(x, 3 * x - 4));
        return results;
    }

    /// That `after` are the results of [#results] wherever those of `before` had a meaning.
    public static void assertSameResults(List<List<Attribute>> before, Program after) {
        var results = after.results();
        for (int i = 0; i < results.size(); i++) if (before.get(i) != null) assertEquals(before.get(i), results.get(i), after::generic);
    }

    /// What `mlir-opt` 22 makes of the program; without it the test is not run.
    public String byMlirOpt(String... options) throws IOException, InterruptedException {
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
