package pim.define;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Cost;
import pim.dialect.arch.schema.Key;
import pim.dialect.graph.Graph;

/// What the build writes as code says the same as what it was written from.
class WrittenTest {
    private static final List<Class<? extends Annotation>> KINDS = List.of(Namespace.class, Name.class, Format.class, Is.class, Key.class);

    /// A record that the build has not seen.
    @Name("strange") private record Strange(@Name("given") int component, int other) {}

    private static void assertSame(AnnotatedElement element, Class<?> type, int component) throws ReflectiveOperationException {
        for (var kind : KINDS) {
            Annotation read = element.getAnnotation(kind);
            Annotation written = component < 0 ? Annotations.of(type, kind) : Annotations.of(type, component, kind);
            if (read == null) {
                assertNull(written, element::toString);
                continue;
            }
            assertNotNull(written, element::toString);
            assertEquals(kind, written.annotationType());
            for (var method : kind.getDeclaredMethods()) {
                assertArrayEquals(new Object[] {method.invoke(read)}, new Object[] {method.invoke(written)}, () -> element + " " + method);
            }
        }
    }

    private static void assertSame(Class<?> type) throws ReflectiveOperationException {
        assertSame(type, type, -1);
        var components = type.getRecordComponents();
        for (int i = 0; components != null && i < components.length; i++) assertSame(components[i], type, i);
    }

    @Test void annotationsOfAllOps() throws ReflectiveOperationException {
        var registry = Registry.standard();
        int ops = 0;
        for (var dialect : registry.dialects()) {
            assertSame(dialect.ops());
            for (var definition : registry.definitions(dialect)) {
                assertSame(definition.record());
                ops++;
            }
        }
        assertFalse(ops < 100, "ops were looked at");
        for (var type : List.of(Accelerator.class, Cost.class)) assertSame(type);
    }

    @Test void areThere() {
        assertNotNull(Written.find(Graph.class, "Annotations"));
        assertNull(Written.find(Graph.class, "Nothing"));
    }

    @Test void annotationsOfOtherClassesAreRead() throws ReflectiveOperationException {
        assertSame(Strange.class);
        assertEquals("given", Annotations.of(Strange.class, 0, Name.class).value());
        assertNull(Annotations.of(Strange.class, 1, Name.class));
        assertNull(Annotations.of(String.class, Name.class));
    }

    @Test void services() throws IOException, ClassNotFoundException {
        for (var root : List.of("dialects", "tools")) {
            try (var files = Files.list(Path.of(root, "META-INF/services"))) {
                for (var file : files.toList()) {
                    Class<?> kind = Class.forName(file.getFileName().toString());
                    assertNotNull(Written.find(kind, "Providers"), file::toString);
                    assertEquals(ServiceLoader.load(kind).stream().map(ServiceLoader.Provider::type).toList(),
                        Services.builtIn(kind).stream().map(Object::getClass).toList());
                }
            }
        }
    }
}
