package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pim.dialect.arch.AcceleratorFixture.parse;
import static pim.dialect.arch.AcceleratorFixture.preset;
import static pim.dialect.arch.AcceleratorFixture.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.schema.Field;
import pim.dialect.arch.schema.Key;
import pim.dialect.arch.schema.Schema;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;

/// Every description that the schema allows survives the file and the attribute.
class RoundTripTest {
    @Property(tries = 60)
    void writtenAndReadIsTheSame(@ForAll long seed) {
        var accelerator = random(seed);
        assertEquals(accelerator, parse(Description.write(accelerator)));
    }

    @Property(tries = 60)
    void attributeAndBackIsTheSame(@ForAll long seed) {
        var accelerator = random(seed);
        assertEquals(accelerator, Accelerator.of(accelerator.toAttribute(), Location.UNKNOWN, strict()));
    }

    @Test void theAttributeOfAPresetHoldsWhatTheFileHolds() {
        var isaac = preset("isaac").withoutSources();
        assertEquals(isaac, Accelerator.of(isaac.toAttribute(), Location.UNKNOWN, strict()));
        var chip = (DictionaryAttr) isaac.toAttribute().get("chip_config");
        assertEquals(IntegerAttr.i64(168), chip.get("core_cnt"));
    }

    @Test void anAttributeThatDescribesNothingIsRefusedWithItsPlace() {
        var messages = new ArrayList<Diagnostic>();
        var place = new Location.File("m.mlir", 3, 1);
        var bad = preset("tiny").toAttribute().with("sim_config", StringAttr.of("x"));
        assertThrows(CompileFailure.class, () -> Accelerator.of(bad, place, new Diagnostics(messages::add)));
        assertEquals(List.of("m.mlir:3:1: error: 'sim_config' expects an object, got \"x\""), messages.stream().map(Diagnostic::headline).toList());
    }

    @Test void theDialectIsFoundAsAService() {
        assertEquals(new ArchDialect(), Registry.standard().dialect("arch"));
    }

    /// An accelerator with values from all over their ranges; a quarter of the optional ones have their defaults.
    private static Accelerator random(long seed) {
        return (Accelerator) record(Accelerator.SCHEMA, new Random(seed));
    }

    private static Object record(Schema<?> schema, Random random) {
        return schema.instantiate(schema.fields().stream().map(f -> switch (f) {
            case Field.Group(_, var nested) -> record(nested, random);
            case Field.Many many -> IntStream.range(0, random.nextInt(4)).mapToObj(_ -> record(many.element(), random)).toList();
            case Field.Leaf leaf when leaf.path().endsWith("net_config_file_path") -> "";
            case Field.Leaf leaf -> !leaf.required() && random.nextInt(4) == 0 ? leaf.otherwise() : value(leaf, random);
        }).toArray());
    }

    private static Object value(Field.Leaf leaf, Random random) {
        return switch (leaf.kind().noun()) {
            case "an integer" -> {
                boolean wide = leaf.key().max() > Integer.MAX_VALUE && !Double.isInfinite(leaf.key().max());
                long most = (long) Math.min(leaf.key().max(), wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
                long value = random.nextLong((long) leaf.key().min(), most + 1);
                yield wide ? (Object) value : (Object) (int) value;
            }
            case "a number" -> {
                double least = leaf.key().positive() ? Double.MIN_VALUE : Math.max(0, leaf.key().min());
                yield Math.clamp(random.nextDouble() * (random.nextBoolean() ? 1 : Key.LARGEST), least, Math.min(leaf.key().max(), Key.LARGEST));
            }
            case "true or false" -> random.nextBoolean();
            case "an object of strings" -> strings(random);
            case "a list, each element a number" -> random.doubles(random.nextInt(4), -10, 10).boxed().toList();
            case String noun when noun.startsWith("a list") -> Stream.of(VectorFunction.values()).filter(_ -> random.nextBoolean()).toList();
            case String noun -> leaf.kind().parse().apply(pick(noun.replace("one of ", "").replace("\"", "").split(", "), random));
        };
    }

    private static String pick(String[] names, Random random) {
        return names[random.nextInt(names.length)];
    }

    private static Map<String, String> strings(Random random) {
        var strings = new TreeMap<String, String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            strings.put("key." + i + "\"\n", random.ints(5, 1, 0xd800).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString());
        }
        return strings;
    }
}
