package pim.define;

import java.lang.annotation.Annotation;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is annotated on a class and on the components of a record. The build writes it as code beside the classes, which is quicker than to have the
/// JVM read it; of classes that were not built so, such as those of a plugin, the JVM reads it.
public final class Annotations {
    private static final Annotation[] NONE = {};

    /// By the outermost class, from the classes in it to their rows; null where none were written.
    private static final ClassValue<Function<Class<?>, Annotation[][]>> WRITTEN = new ClassValue<>() {
        @Override protected Function<Class<?>, Annotation[][]> computeValue(Class<?> host) {
            return Written.find(host, "Annotations");
        }
    };

    /// By class, its annotations and, of a record, those of each component.
    private static final ClassValue<Annotation[][]> ROWS = new ClassValue<>() {
        @Override protected Annotation[][] computeValue(Class<?> type) {
            var written = WRITTEN.get(type.getNestHost());
            if (written != null) return written.apply(type);
            var components = type.isRecord() ? Stream.of(type.getRecordComponents()).map(c -> c.getAnnotations()) : Stream.<Annotation[]>of();
            return Stream.concat(Stream.<Annotation[]>of(type.getAnnotations()), components).toArray(Annotation[][]::new);
        }
    };

    private Annotations() {}

    /// That of a kind on a class, or null.
    public static <A extends Annotation> A of(Class<?> type, Class<A> kind) {
        return find(type, 0, kind);
    }

    /// That of a kind on a component of a record, counted from 0, or null.
    public static <A extends Annotation> A of(Class<?> record, int component, Class<A> kind) {
        return find(record, 1 + component, kind);
    }

    private static <A extends Annotation> A find(Class<?> type, int row, Class<A> kind) {
        var rows = ROWS.get(type);
        for (var annotation : row < rows.length ? rows[row] : NONE) if (kind.isInstance(annotation)) return kind.cast(annotation);
        return null;
    }
}
