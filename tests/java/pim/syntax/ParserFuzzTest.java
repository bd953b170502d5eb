package pim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;

/// Whatever the text, reading it ends in a module or in an error with a place.
class ParserFuzzTest {
    private static final Registry REGISTRY = Registry.standard();
    private static final List<String> PIECES = List.of("%0", "%arg0#1", "^bb1", "@a", "#map", "!t.x<", "<", ">", "(", ")", "{", "}", "[", "]", "\"",
        "->", ":", ",", "=", "-",
        "tensor<", "4x", "?x", "0x", "0xf", "1.5e", "dense<", "affine_map<(d0) -> ", "loc(", "fused[", "module", "func.func @f", "return",
            "graph.conv2d %0, %1", "inst.for", "é", "\0",
        "{-#", "#-}", "dense_resource", "array<i64: ", "i99999999", "\\", "vector<[4]x", "distinct[0]<", "strided<[", "-", "unit", "true");

    @Property(tries = 1500) void damagedText(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(ModulePrinter.print(new RandomModules(seed, REGISTRY).module(), null, random.nextBoolean()
            ? PrintOptions.GENERIC : PrintOptions.CUSTOM));
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(text.length() + 1), end = Math.min(text.length(), at + random.nextInt(6));
            text.replace(at, end, random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size())));
        }
        read(text.toString());
    }

    @Property(tries = 1000) void soupOfTokens(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int n = random.nextInt(30); n > 0; n--) text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        read(text.toString());
    }

    @Test void deepNesting() {
        for (var open : List.of("[", "{a = ", "tuple<", "loc(", "dense<[", "(", "affine_map<() -> (", "#a.b<(")) {
            var messages = read("\"a.b\"() {x = " + open.repeat(100_000));
            assertEquals(1, messages.size(), open);
        }
        assertEquals(1, read("\"a.b\"() ({".repeat(100_000)).size());
    }

    private static List<Diagnostic> read(String text) {
        var messages = new ArrayList<Diagnostic>();
        var diagnostics = new Diagnostics(messages::add);
        try {
            var module = ModuleReader.read(new SourceText("fuzz.mlir", text), REGISTRY, diagnostics, true);
            if (Verifier.verify(module.top(), diagnostics)) ModulePrinter.print(module.top(), module.resources(), PrintOptions.CUSTOM);
        } catch (CompileFailure e) {
            assertTrue(diagnostics.hasErrors(), text);
        }
        assertTrue(messages.stream().allMatch(m -> m.location().file() != null || !m.message().isEmpty()), text);
        return messages;
    }
}
