package pim.dialect.irdl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.irdl.load.BaseName;
import pim.dialect.irdl.load.DialectLoading;
import pim.ir.attr.Attribute;
import pim.ir.type.FloatType;
import pim.ir.type.Type;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.PrintOptions;

/// Dialects that are defined in IRDL are understood as `mlir-opt --irdl-file` understands them.
class IrdlFileTest {
    private static final int DIALECTS = 40, USES = 30;

    @TempDir Path folder;

    @Test void randomDialectsAndTheirUsesGetTheVerdictsOfMlirOpt() throws Exception {
        var mlirOpt = MlirOpt.installed();
        var differing = new ArrayList<String>();
        int loaded = 0, right = 0, wrong = 0;
        for (int seed = 0; seed < DIALECTS; seed++) {
            var dialect = new RandomDialect(seed);
            Files.writeString(folder.resolve("made.irdl.mlir"), dialect.definition());
            var uses = Stream.generate(dialect::use).limit(USES).toList();
            Files.writeString(folder.resolve("uses.mlir"), String.join("// -----\n", uses));
            var theirs = mlirOpt.run(folder, List.of("uses.mlir", "--irdl-file=made.irdl.mlir", "--split-input-file", "--allow-unregistered-dialect"));
            var registry = Registry.standard();
            var messages = new StringBuilder();
            boolean loads = load(dialect.definition(), registry, messages);
            if (loads == theirs.err().contains("made.irdl.mlir:")) differing.add("seed " + seed + " is loaded by one only: " + messages + theirs.err());
            if (!loads) continue;
            loaded++;
            int line = 1;
            for (var use : uses) {
                int end = line + (int) use.lines().count();
                boolean good = theirs.errorLines().subSet(line, end).isEmpty();
                messages.setLength(0);
                if (verifies(use, registry, messages) != good) {
                    differing.add("seed " + seed + ", line " + line + ": mlir-opt " + (good ? "accepts" : "refuses") + "\n" + use + messages);
                }
                if (good) right++;
                else wrong++;
                line = end + 1;
            }
        }
        assertTrue(differing.isEmpty(), () -> String.join("\n", differing));
        assertTrue(loaded > DIALECTS / 2 && loaded < DIALECTS, "of " + DIALECTS + " dialects " + loaded + " are loaded");
        assertTrue(right > 200 && wrong > 200, right + " uses are right and " + wrong + " are wrong");
    }

    @Test void printedDefinitionsAreTheOnesOfMlirOpt() throws Exception {
        var mlirOpt = MlirOpt.installed();
        for (int seed = 0; seed < 10; seed++) {
            var text = new RandomDialect(seed).definition();
            Files.writeString(folder.resolve("made.irdl.mlir"), text);
            for (var options : List.of(PrintOptions.CUSTOM, PrintOptions.GENERIC)) {
                var arguments = new ArrayList<>(List.of("made.irdl.mlir"));
                if (options.has(PrintOptions.Flag.GENERIC)) arguments.add("--mlir-print-op-generic");
                var module = ModuleReader.read(new SourceText("made.irdl.mlir", text), Registry.standard(), Diagnostics.printingTo(System.err), false);
                assertEquals(mlirOpt.run(folder, arguments).out(), ModulePrinter.print(module.top(), null, options));
            }
        }
    }

    @Test void mlirOptSaysTheSameInTheCasesOfTheLitTests() throws Exception {
        var mlirOpt = MlirOpt.installed();
        var tests = Path.of("tests/lit/irdl").toAbsolutePath();
        var definitions = tests.resolve("Inputs/cmath.irdl.mlir");
        var invalid = mlirOpt.run(folder, List.of(tests.resolve("invalid.mlir").toString(), "--split-input-file", "--verify-diagnostics"));
        assertEquals(0, invalid.status(), invalid::err);
        for (var name : List.of("values.mlir", "values-invalid.mlir")) {
            var outcome = mlirOpt.run(folder, List.of(tests.resolve(name).toString(), "--split-input-file", "--verify-diagnostics",
                "--allow-unregistered-dialect", "--irdl-file=" + definitions));
            assertEquals(0, outcome.status(), outcome::err);
        }
    }

    @Test void everyBuiltInTypeAndAttributeHasItsName() {
        for (var type : leaves(Type.class)) {
            if (type != FloatType.class && !type.isInterface()) assertNotNull(BaseName.ofTypes(type), type::toString);
        }
        for (var attribute : leaves(Attribute.class)) {
            if (!attribute.isInterface()) assertNotNull(BaseName.ofAttributes(attribute), attribute::toString);
        }
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return List.of(type);
        return Stream.of(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub).stream()).toList();
    }

    static boolean load(String text, Registry registry, StringBuilder messages) {
        var diagnostics = Diagnostics.printingTo(messages);
        try {
            var module = ModuleReader.read(new SourceText("made.irdl.mlir", text), registry, diagnostics, false);
            if (!Verifier.verify(module.top(), diagnostics)) return false;
            DialectLoading.load(module.top(), registry, diagnostics);
            return true;
        } catch (CompileFailure e) {
            return false;
        }
    }

    static boolean verifies(String text, Registry registry, StringBuilder messages) {
        var diagnostics = Diagnostics.printingTo(messages);
        try {
            return Verifier.verify(ModuleReader.read(new SourceText("uses.mlir", text), registry, diagnostics, true).top(), diagnostics);
        } catch (CompileFailure e) {
            return false;
        }
    }
}
