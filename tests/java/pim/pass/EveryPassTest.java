package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pim.define.Registry;
import pim.diagnose.Diagnostics;

/// What goes with each pass that is registered, found by its name: a property test and a lit file.
class EveryPassTest {
    private static final Path TESTS = Path.of("tests/java");

    @TestFactory Stream<DynamicTest> everyPass() {
        var passes = ServiceLoader.load(Pass.class).stream().map(ServiceLoader.Provider::get).toList();
        return passes.stream().flatMap(pass -> Stream.of(
            DynamicTest.dynamicTest(pass.name() + " has a lit test", () -> hasLitTest(pass)),
            DynamicTest.dynamicTest(pass.name() + " has a property test", () -> hasPropertyTest(pass)),
            DynamicTest.dynamicTest(pass.name() + " is described in one line",
                () -> assertTrue(pass.summary().matches("[A-Z][^\n]{5,100}[^.\n]"), pass.summary())),
            DynamicTest.dynamicTest(pass.name() + " is read back from its text", () -> isReadBack(pass, passes)),
            DynamicTest.dynamicTest(pass.name() + " alone has its name",
                () -> assertEquals(1, passes.stream().filter(p -> p.name().equals(pass.name())).count()))));
    }

    private static void hasLitTest(Pass pass) throws IOException {
        var file = Path.of("tests/lit/passes", pass.name() + ".mlir");
        assertTrue(Files.exists(file), "no " + file);
        assertTrue(Files.readString(file).contains(pass.name()), file + " does not run the pass");
    }

    private static void hasPropertyTest(Pass pass) throws IOException, ClassNotFoundException {
        var name = pass.getClass().getSimpleName() + "Test.java";
        List<Path> found;
        try (var files = Files.walk(TESTS)) {
            found = files.filter(file -> file.getFileName().toString().equals(name)).toList();
        }
        assertEquals(1, found.size(), "files called " + name + " in " + TESTS + ": " + found);
        var type = Class.forName(TESTS.relativize(found.getFirst()).toString().replaceFirst("\\.java$", "").replace('/', '.'));
        assertTrue(Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(Property.class)), type + " has no @Property");
    }

    private static void isReadBack(Pass pass, List<Pass> passes) {
        var pipeline = new Pipeline(pass.anchor(), List.of(new Step.Run(pass)));
        var parser = new PipelineParser(new PassRegistry(passes), Registry.standard(), new Diagnostics(d -> {}));
        assertEquals(pipeline, parser.parse(pipeline.toString()));
    }
}
