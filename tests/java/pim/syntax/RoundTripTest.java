package pim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;

/// What is printed reads back as the same program, here and in MLIR's own tool.
class RoundTripTest {
    private static final Registry REGISTRY = Registry.standard();

    @Property(tries = 300) void genericText(@ForAll long seed) {
        var text = print(seed, PrintOptions.GENERIC);
        assertEquals(text, again(text, PrintOptions.GENERIC));
    }

    @Property(tries = 200) void customText(@ForAll long seed) {
        var text = print(seed, PrintOptions.CUSTOM);
        assertEquals(text, again(text, PrintOptions.CUSTOM));
        assertEquals(print(seed, PrintOptions.GENERIC), again(text, PrintOptions.GENERIC));
    }

    @Property(tries = 200) void withLocations(@ForAll long seed) {
        var options = PrintOptions.GENERIC.with(PrintOptions.Flag.LOCATIONS);
        var text = print(seed, options);
        assertEquals(text, again(text, options));
    }

    @Test void zeroBytesAreBlanks() {
        assertEquals(again("module {}", PrintOptions.GENERIC), again("module\0 {\0}\0", PrintOptions.GENERIC));
    }

    /// An editor may send half of a character behind an escape, which no file has.
    @Test void halfACharacterIsNoFault() {
        var text = "module attributes {a.b = @\"\\09x\ud83d\"} {}";
        assertEquals(again(text.replace('\ud83d', '?'), PrintOptions.GENERIC), again(text, PrintOptions.GENERIC));
    }

    private static String print(long seed, PrintOptions options) {
        return ModulePrinter.print(new RandomModules(seed, REGISTRY).module(), null, options);
    }

    private static String again(String text, PrintOptions options) {
        var messages = new StringBuilder();
        var diagnostics = Diagnostics.printingTo(messages);
        try {
            var module = ModuleReader.read(new SourceText("random.mlir", text), REGISTRY, diagnostics, true);
            return ModulePrinter.print(module.top(), module.resources(), options);
        } catch (CompileFailure e) {
            return messages + "\nin\n" + text;
        }
    }

    private static boolean reads(String text, StringBuilder messages) {
        try {
            ModuleReader.read(new SourceText("theirs.mlir", text), REGISTRY, Diagnostics.printingTo(messages), true);
            return true;
        } catch (CompileFailure e) {
            return false;
        }
    }

    @Test void mlirOptReadsWhatIsPrintedAndTheOtherWayRound() throws Exception {
        var mlirOpt = Stream.of("/usr/lib/llvm-22/bin/mlir-opt").map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(mlirOpt.isPresent(), "mlir-opt 22 is not installed");
        var directory = Files.createTempDirectory("modules");
        var differing = new ArrayList<String>();
        for (int seed = 0; seed < 40; seed++) {
            var file = directory.resolve(seed + ".mlir");
            var text = print(seed, PrintOptions.GENERIC);
            Files.writeString(file, text);
            var output = directory.resolve(seed + ".out");
            var process = new ProcessBuilder(mlirOpt.get().toString(), "--allow-unregistered-dialect", "--mlir-print-op-generic", file.toString())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
            process.waitFor();
            var theirs = Files.readString(output);
            var messages = new StringBuilder();
            if (process.exitValue() != 0 || !reads(theirs, messages)) differing.add(file + "\n" + theirs.lines().limit(3).toList() + messages);
        }
        assertTrue(differing.isEmpty(), () -> String.join("\n", differing));
    }
}
