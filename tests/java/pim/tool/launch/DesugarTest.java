package pim.tool.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import pim.ir.attr.IntegerAttr;
import pim.syntax.ValueNames;

/// What is generated at build time does what the JVM would have generated.
public class DesugarTest {
    public enum Colour { RED }

    public record Fields(boolean a, byte b, char c, short d, int e, long f, float g, double h, String i, int[] j) {}

    record Empty() {}

    public static final class Switches implements Function<Object, Object> {
        @Override public Object apply(Object value) {
            return switch (value) {
                case null -> "null";
                case String s when s.isEmpty() -> "empty";
                case String s when s.length() > 3 -> "long " + s;
                case String s -> text(s);
                case Fields(_, _, _, _, int e, _, _, _, String i, _) when e > 0 -> e + i;
                case Fields f -> f.e();
                case List<?> l -> l.size();
                case int[] a -> a.length;
                case Colour c -> c.name();
                default -> value.getClass();
            };
        }

        private static String text(String s) {
            return switch (s) {
                case "abc" -> "letters";
                case String t when t.startsWith("a") -> "a...";
                case "b" -> "only b";
                case String t -> t;
            };
        }
    }

    /// The class as the build would leave it, beside the one that the JVM has.
    private static Class<?> desugared(Class<?> original) throws IOException {
        var bytes = bytes(original);
        var loader = new ClassLoader(original.getClassLoader()) {
            @Override protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.equals(original.getName())) return super.loadClass(name, resolve);
                var known = findLoadedClass(name);
                var changed = Desugar.desugar(bytes);
                return known != null ? known : defineClass(name, changed, 0, changed.length);
            }
        };
        try {
            return loader.loadClass(original.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Class<?> c) throws IOException {
        try (var in = c.getResourceAsStream(c.getName().substring(c.getPackageName().length() + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    private static List<String> generated(byte[] bytes) {
        var found = new ArrayList<String>();
        for (var method : ClassFile.of().parse(bytes).methods()) method.code().ifPresent(code -> {
            for (var element : code) if (element instanceof InvokeDynamicInstruction indy) found.add(indy.name().stringValue());
        });
        return found;
    }

    @Test void switchesChooseTheSameCase() throws Exception {
        assertTrue(generated(bytes(Switches.class)).contains("typeSwitch"));
        assertFalse(generated(Desugar.desugar(bytes(Switches.class))).contains("typeSwitch"));
        @SuppressWarnings("unchecked") var after = (Function<Object, Object>) desugared(Switches.class).getDeclaredConstructor().newInstance();
        var before = new Switches();
        for (var value : Arrays.asList(null, "", "ab", "abc", "b", "bc", "abcd", fields(0, 1), fields(7, 1), List.of(1, 2), new int[5], Colour.RED, 1.5)) {
            assertEquals(before.apply(value), after.apply(value));
        }
    }

    @Test void recordsAreEqualAndHashAlike() throws Exception {
        var changed = desugared(Fields.class);
        var values = new ArrayList<Object[]>();
        for (int seed = 0; seed < 12; seed++) values.add(components(seed / 2, seed % 2 == 0 ? 3 : seed));
        values.add(new Object[] {false, (byte) 0, 'c', (short) 0, 0, 0L, Float.NaN, -0.0, null, null});
        values.add(new Object[] {false, (byte) 0, 'c', (short) 0, 0, 0L, Float.NaN, 0.0, null, null});
        for (var a : values) {
            assertEquals(make(Fields.class, a).hashCode(), make(changed, a).hashCode());
            for (var b : values) assertEquals(make(Fields.class, a).equals(make(Fields.class, b)), make(changed, a).equals(make(changed, b)));
            assertFalse(make(changed, a).equals(make(Fields.class, a)));
            assertFalse(make(changed, a).equals(null));
        }
        assertEquals(new Empty().hashCode(), make(desugared(Empty.class)).hashCode());
    }

    @Test void theClassesOfTheToolsAreDesugared() throws Exception {
        for (var c : List.of(IntegerAttr.class, ValueNames.class)) {
            var left = generated(bytes(c));
            assertFalse(left.contains("equals") || left.contains("hashCode") || left.contains("typeSwitch"), c + " has " + left);
        }
    }

    private static Fields fields(int e, int seed) {
        var c = components(seed, seed);
        return new Fields((boolean) c[0], (byte) c[1], (char) c[2], (short) c[3], e, (long) c[5], (float) c[6], (double) c[7], (String) c[8], null);
    }

    private static Object[] components(int seed, int last) {
        return new Object[] {seed % 2 == 0, (byte) seed, (char) seed, (short) seed, seed, (long) seed << 40, seed / 3f, seed / 3.0, "s" + last, null};
    }

    private static Object make(Class<?> record, Object... components) throws Exception {
        Constructor<?> constructor = record.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(components);
    }
}
