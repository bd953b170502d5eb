package pim.dialect.arch.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pim.define.Annotations;

/// The keys of a record and of the records in it, read from their [Key] annotations once.
public record Schema<T extends Record>(Class<T> type, List<Field> fields) {
    /// The schema of a whole description.
    public static <T extends Record> Schema<T> of(Class<T> type) {
        return of(type, "");
    }

    private static <T extends Record> Schema<T> of(Class<T> type, String prefix) {
        return new Schema<>(type, IntStream.range(0, type.getRecordComponents().length).mapToObj(i -> field(type, i, prefix)).toList());
    }

    private static Field field(Class<? extends Record> type, int number, String prefix) {
        var component = type.getRecordComponents()[number];
        var key = Annotations.of(type, number, Key.class);
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

    /// A value in a record.
    ///
    /// @param path its key; in an element of a list `pimlico.core_variants[0].first`
    public record Value(String path, Field.Leaf leaf, Object value) {
        /// Whether it is the one of a file without the key.
        public boolean isDefault() {
            return !leaf.required() && value.equals(leaf.otherwise());
        }

        /// As it reads in a message or table.
        public String text() {
            if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1L << 53) return Long.toString(d.longValue());
            if (isDefault() && leaf.key().otherwise().equals("all")) return "all";
            var tree = leaf.kind().encode().apply(value);
            return tree instanceof Tree.Branch(_, var list, var members) && list
                ? members.values().stream().map(m -> m.value().describe()).collect(Collectors.joining(", ", "[", "]")) : tree.describe();
        }
    }

    /// All values of `record` in the order of its components, those of lists one element after the other.
    public Stream<Value> values(Record record) {
        return values(record, "");
    }

    private Stream<Value> values(Record record, String base) {
        var components = components(record);
        return IntStream.range(0, components.length).boxed().flatMap(i -> switch (fields.get(i)) {
            case Field.Group(_, var schema) -> schema.values((Record) components[i], base);
            case Field.Leaf leaf -> Stream.of(new Value(Tree.join(base, leaf.path()), leaf, components[i]));
            case Field.Many(var path, _, var element) -> {
                var elements = (List<?>) components[i];
                yield IntStream.range(0, elements.size()).boxed().flatMap(n -> element.values((Record) elements.get(n),
                    Tree.join(base, path) + "[" + n + "]"));
            }
        });
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
