package pim.dialect.irdl;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Registry;

/// Whatever stands in an IRDL file and in a program that uses it, it is read or refused with a message; nothing else happens.
class IrdlFuzzTest {
    private static final List<String> WORDS = List.of("irdl.any", "irdl.is", "irdl.base", "irdl.any_of", "irdl.region", "irdl.operands", "irdl.dialect",
        "irdl.parametric", "@made::@t0", "@made", "@", "%0", "%1", "(", ")", "<", ">", "{", "}", "\"!builtin.integer\"", "\"!\"", "\"\"", "variadic ",
        "optional ", ": ", "i32", "-1", "array<i32: 1>", "!made.t0", "#made.a1<", "^bb0:", "with size 2", "99999999999999999999");

    @Property(tries = 200) void mutatedDefinitions(@ForAll long seed) {
        var random = new Random(seed);
        var dialect = new RandomDialect(random.nextInt(1000));
        var registry = Registry.standard();
        if (IrdlFileTest.load(mutated(dialect.definition(), random), registry, new StringBuilder())) {
            IrdlFileTest.verifies(dialect.use(), registry, new StringBuilder());
        }
    }

    @Property(tries = 100) void mutatedUses(@ForAll long seed) {
        var random = new Random(seed);
        var dialect = new RandomDialect(random.nextInt(20));
        var registry = Registry.standard();
        if (!IrdlFileTest.load(dialect.definition(), registry, new StringBuilder())) return;
        for (int i = 0; i < 10; i++) IrdlFileTest.verifies(mutated(dialect.use(), random), registry, new StringBuilder());
    }

    @Property(tries = 50) void mutatedLitTests(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var folder = Path.of("tests/lit/irdl");
        var registry = Registry.standard();
        IrdlFileTest.load(mutated(Files.readString(folder.resolve("ops.mlir")), random), registry, new StringBuilder());
        if (IrdlFileTest.load(mutated(Files.readString(folder.resolve("Inputs/cmath.irdl.mlir")), random), registry, new StringBuilder())) {
            IrdlFileTest.verifies(mutated(Files.readString(folder.resolve("values.mlir")), random), registry, new StringBuilder());
        }
    }

    @Test void aConditionThatIsUsedTwiceIsAskedOnce() {
        var registry = Registry.standard();
        assertTrue(IrdlFileTest.load(nested(400), registry, new StringBuilder()));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertTrue(IrdlFileTest.verifies("%0 = \"made.op0\"() : () -> i32\n", registry, new StringBuilder()));
            assertFalse(IrdlFileTest.verifies("%0 = \"made.op0\"() : () -> f32\n", registry, new StringBuilder()));
        });
    }

    @Test void conditionsAreNestedSoDeep() {
        var messages = new StringBuilder();
        assertFalse(IrdlFileTest.load(nested(10_000), Registry.standard(), messages));
        assertTrue(messages.toString().startsWith("made.irdl.mlir:504:12: error: 'irdl.any_of' op is nested too deeply: no more than 500 conditions"),
            messages::toString);
    }

    /// A dialect with a condition of two others, each of which is one of two others, and so on.
    private static String nested(int depth) {
        var text = new StringBuilder("irdl.dialect @made {\n  irdl.operation @op0 {\n    %0 = irdl.is i32\n    %1 = irdl.is i64\n");
        for (int i = 2; i < depth; i++) text.append("    %").append(i).append(" = irdl.any_of(%").append(i - 1).append(", %").append(i - 2).append(")\n");
        return text.append("    irdl.results(r: %").append(depth - 1).append(")\n  }\n}\n").toString();
    }

    /// The text with a few words left out, doubled, exchanged or put in.
    private static String mutated(String text, Random random) {
        var words = new ArrayList<>(List.of(text.split("(?<=[\\s(),<>:])|(?=[(),<>:])")));
        for (int i = 1 + random.nextInt(3); i > 0 && !words.isEmpty(); i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, words.get(random.nextInt(words.size())));
                case 3 -> words.set(at, WORDS.get(random.nextInt(WORDS.size())) + " ");
                default -> words.add(at, WORDS.get(random.nextInt(WORDS.size())) + " ");
            }
        }
        return String.join("", words);
    }
}
