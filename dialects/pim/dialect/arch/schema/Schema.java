package pim.dialect.arch.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/// The keys of a record and of the records in it, read from their [Key] annotations once.
public record Schema<T extends Record>(Class<T> type, List<Field> fields) {
    /// The schema of a whole description.
    public static <T extends Record> Schema<T> of(Class<T> type) {
        return of(type, "");
    }

    private static <T extends Record> Schema<T> of(Class<T> type, String prefix) {
        return new Schema<>(type, Stream.of(type.getRecordComponents()).map(c -> field(c, prefix)).toList());
    }

    private static Field field(RecordComponent component, String prefix) {
        var key = component.getAnnotation(Key.class);
        if (key == null) throw new IllegalArgumentException(component.getDeclaringRecord() + ": '" + component.getName() + "' has no key");
        var path = key.value().startsWith("/") ? key.value().substring(1) : prefix + key.value();
        var element = elementOf(component);
        if (element != null) return new Field.Many(path, key, of(element, ""));
        if (component.getType().isRecord()) return new Field.Group(path, of(component.getType().asSubclass(Record.class), path));
        return new Field.Leaf(path, key, ValueKind.of(component.getGenericType()));
    }

    /// The record that the list of the component holds, or null.
    private static Class<? extends Record> elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> c && c.isRecord()
            ? c.asSubclass(Record.class) : null;
    }

    /// The fields of this record and the records in it, in order; the insides of lists are not among them.
    public Stream<Field> leaves() {
        return fields.stream().flatMap(f -> f instanceof Field.Group(_, var schema) ? schema.leaves() : Stream.of(f));
    }

    /// The record of these components.
    public T instantiate(Object[] components) {
        try {
            return constructor().newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private Constructor<T> constructor() throws NoSuchMethodException {
        var types = Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
        var constructor = type.getDeclaredConstructor((Class<?>[]) types);
        constructor.setAccessible(true);
        return constructor;
    }

    /// The components of `record` in order.
    static Object[] components(Record record) {
        return Stream.of(record.getClass().getRecordComponents()).map(c -> {
            try {
                c.getAccessor().setAccessible(true);
                return c.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(record.getClass() + " cannot be read", e);
            }
        }).toArray();
    }
}
