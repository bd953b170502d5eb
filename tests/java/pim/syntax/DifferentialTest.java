package pim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;

/// Every program in a folder means the same to both tools: what one prints in generic form, the other reads and prints the same, byte for byte;
/// or, where mlir-opt itself prints its own text as another, that one.
/// Texts that differ are put into `target/differential`.
class DifferentialTest {
    private static final Registry REGISTRY = Registry.standard();
    private static final Path DIFFERING = Path.of("target/differential");

    /// One part of a file, between the marks where mlir-opt would split it.
    private record Part(String name, String text) {}

    /// What the tools make of a part: null where a tool refuses its input.
    private record Outcome(Part part, boolean compared, String expected, String got) {
        boolean same() {
            return !compared || got.equals(expected);
        }
    }

    /// The cases written for this test. What mlir-opt accepts, this project accepts, and the other way round.
    @Test void ownCases() throws Exception {
        compare(Path.of("tests/lit/syntax/mlir"), true);
    }

    /// All programs in the folder that the property `pim.differential` names, those that mlir-opt refuses left out.
    @Test void givenFolder() throws Exception {
        var folder = System.getProperty("pim.differential");
        Assumptions.assumeTrue(folder != null, "no folder is given by -Dpim.differential=...");
        compare(Path.of(folder), false);
    }

    /// Programs made by chance: what mlir-opt prints of ours comes back the same.
    @Test void randomPrograms() throws Exception {
        var texts = new ArrayList<String>();
        for (int seed = 0; seed < 150; seed++) {
            var text = ModulePrinter.print(new RandomModules(seed, REGISTRY).module(), null, PrintOptions.GENERIC);
            // The dialect `test` is one of mlir-opt's, which knows some operations of it.
            texts.add(text.replace("\"test.", "\"probe."));
        }
        var printed = MlirOpt.installed().printAll(texts, MlirOpt.GENERIC);
        assertEquals(texts.size(), printed.size(), "mlir-opt refuses some");
        for (var text : printed) assertEquals(text, ours(text, true));
    }

    /// Affine expressions are simplified in the same way.
    @Test void randomAffineMaps() throws Exception {
        var random = new Random(42);
        var texts = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            texts.add("\"t.a\"() {a = affine_map<(d0, d1)[s0, s1] -> (" + affine(random, 4) + ", " + affine(random, 3) + ")>} : () -> ()");
        }
        var printed = MlirOpt.installed().printAll(texts, MlirOpt.GENERIC);
        assertEquals(texts.size(), printed.size(), "mlir-opt refuses some");
        for (int i = 0; i < texts.size(); i++) assertEquals(printed.get(i), ours(texts.get(i), true), texts.get(i));
    }

    private static String affine(Random random, int depth) {
        if (depth == 0) return List.of("d0", "d1", "s0", "s1", number(random)).get(random.nextInt(5));
        var left = affine(random, depth - 1);
        var symbolic = random.nextBoolean() ? number(random) : "s" + random.nextInt(2);
        return "(" + switch (random.nextInt(8)) {
            case 0, 1 -> left + " + " + affine(random, depth - 1);
            case 2 -> left + " - " + affine(random, depth - 1);
            case 3 -> left + " * " + symbolic;
            case 4 -> left + " floordiv " + symbolic;
            case 5 -> left + " ceildiv " + symbolic;
            case 6 -> left + " mod " + symbolic;
            default -> left + " - (" + left + " floordiv " + symbolic + ") * " + symbolic;
        } + ")";
    }

    private static String number(Random random) {
        return Integer.toString(List.of(0, 1, 2, 3, 4, 6, 8, 64, -1, -2, -4).get(random.nextInt(11)));
    }

    private static void compare(Path folder, boolean bothWays) throws Exception {
        var mlirOpt = MlirOpt.installed();
        var parts = new ArrayList<Part>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".mlir")).sorted().toList()) split(folder, file, parts);
        }
        var tasks = new ArrayList<Callable<Outcome>>();
        for (var part : parts) {
            tasks.add(() -> theirsFirst(mlirOpt, part));
            if (bothWays) tasks.add(() -> oursFirst(mlirOpt, part));
        }
        var differing = new ArrayList<String>();
        int compared = 0;
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var result : threads.invokeAll(tasks)) {
                var outcome = result.get();
                if (outcome.compared) compared++;
                if (!outcome.same()) differing.add(keep(outcome));
            }
        }
        System.out.println(parts.size() + " programs, " + compared + " comparisons, " + differing.size() + " differences");
        assertTrue(compared > 0, "there is no program in " + folder + " that mlir-opt accepts");
        assertEquals(List.of(), differing);
    }

    private static void split(Path folder, Path file, List<Part> parts) throws IOException {
        var texts = Files.readString(file).split("(?m)^// -----.*$");
        for (int i = 0; i < texts.length; i++) parts.add(new Part(folder.relativize(file) + (texts.length == 1 ? "" : "#" + i), texts[i]));
    }

    private static Outcome theirsFirst(MlirOpt mlirOpt, Part part) throws Exception {
        var theirs = mlirOpt.print(part.text, MlirOpt.GENERIC);
        if (theirs == null) return new Outcome(part, false, null, null);
        var ours = ours(theirs, true);
        // A sum in an affine map whose right side is a sum is written without brackets, so mlir-opt reads its own text as another program.
        return new Outcome(part, true, ours.equals(theirs) ? theirs : mlirOpt.print(theirs, MlirOpt.GENERIC), ours);
    }

    private static Outcome oursFirst(MlirOpt mlirOpt, Part part) throws Exception {
        var ours = ours(part.text, false);
        return new Outcome(new Part(part.name + ".back", part.text), ours != null, ours, ours == null ? null : mlirOpt.print(ours, MlirOpt.GENERIC));
    }

    /// What this project prints, in generic form; the messages or null where it refuses the text.
    private static String ours(String text, boolean orMessages) {
        var messages = new StringBuilder();
        var diagnostics = Diagnostics.printingTo(messages);
        try {
            var module = ModuleReader.read(new SourceText("module.mlir", text), REGISTRY, diagnostics, true);
            if (Verifier.verify(module.top(), diagnostics)) {
                var printed = new StringBuilder();
                ModulePrinter.print(module, PrintOptions.GENERIC, printed::append);
                return printed.toString();
            }
        } catch (CompileFailure e) {
            // The messages say why.
        } catch (RuntimeException | StackOverflowError crash) {
            return "crash: " + crash;
        }
        return orMessages ? messages.toString() : null;
    }

    private static String keep(Outcome outcome) throws IOException {
        Files.createDirectories(DIFFERING);
        var name = outcome.part.name.replace('/', '_');
        Files.writeString(DIFFERING.resolve(name + ".expected"), outcome.expected);
        Files.writeString(DIFFERING.resolve(name + ".got"), outcome.got == null ? "refused\n" : outcome.got);
        return outcome.part.name;
    }
}
