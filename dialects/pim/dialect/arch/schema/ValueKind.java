package pim.dialect.arch.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Member;
import pim.dialect.arch.schema.Tree.Scalar;
import pim.ir.attr.Location;

/// How a component of one Java type is written. `decode` gives null for a tree of another kind, `parse` reads the default of a [Key].
///
/// @param noun    what the value must be, as it reads behind `expects`
/// @param element of a list what its elements are, else null
public record ValueKind(String noun, Function<Tree, Object> decode, Function<Object, Tree> encode, Function<String, Object> parse,
    ValueKind element) {

    private ValueKind(String noun, Function<Tree, Object> decode, Function<Object, Tree> encode, Function<String, Object> parse) {
        this(noun, decode, encode, parse, null);
    }

    static ValueKind of(Type type) {
        if (type instanceof ParameterizedType p && p.getRawType() == List.class) return listOf((Class<?>) p.getActualTypeArguments()[0]);
        if (type instanceof ParameterizedType p && p.getRawType() == Map.class) return STRINGS;
        var c = (Class<?>) type;
        if (c == int.class) return scalar("an integer", v -> v instanceof Long n && n == n.intValue() ? n.intValue() : null, v -> (long) (int) v,
            Integer::valueOf);
        if (c == long.class) return scalar("an integer", v -> v instanceof Long ? v : null, v -> v, Long::valueOf);
        if (c == double.class || c == Double.class) return scalar("a number", ValueKind::toDouble, v -> v, Double::valueOf);
        if (c == boolean.class) return scalar("true or false", v -> v instanceof Boolean ? v : null, v -> v, Boolean::valueOf);
        if (c == String.class) return scalar("a string", v -> v instanceof String ? v : null, v -> v, s -> s);
        if (c.isEnum()) return enumeration(c);
        throw new IllegalArgumentException("no key has a value of " + type);
    }

    private static Object toDouble(Object value) {
        return switch (value) {
            case Long n -> n.doubleValue();
            case BigInteger n -> n.doubleValue();
            case Double d -> d;
            case null, default -> null;
        };
    }

    private static ValueKind scalar(String noun, Function<Object, Object> decode, Function<Object, Object> encode, Function<String, Object> parse) {
        return new ValueKind(noun, t -> t instanceof Scalar s ? decode.apply(s.value()) : null, v -> new Scalar(Location.UNKNOWN, encode.apply(v)),
            parse);
    }

    /// A constant is written in lower case.
    private static String spelling(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    private static ValueKind enumeration(Class<?> type) {
        var byName = Stream.of(type.getEnumConstants()).collect(Collectors.toMap(ValueKind::spelling, c -> (Object) c));
        var names = Stream.of(type.getEnumConstants()).map(c -> '"' + spelling(c) + '"').toList();
        return scalar("one of " + String.join(", ", names), v -> v instanceof String ? byName.get(v) : null, ValueKind::spelling, byName::get);
    }

    private static ValueKind listOf(Class<?> type) {
        var element = of(type);
        return new ValueKind("a list, each element " + element.noun,
            t -> {
                if (!(t instanceof Branch b && b.list())) return null;
                var values = b.members().values().stream().map(m -> element.decode.apply(m.value())).toList();
                return values.contains(null) ? null : values;
            },
            v -> {
                var list = Branch.list(Location.UNKNOWN);
                for (var e : (List<?>) v) list.add(element.encode.apply(e));
                return list;
            },
            s -> s.equals("all") ? List.of(type.getEnumConstants()) : List.of(), element);
    }

    private static final ValueKind STRINGS = new ValueKind("an object of strings",
        t -> {
            if (!(t instanceof Branch b) || b.list()) return null;
            var strings = new TreeMap<String, String>();
            for (var entry : b.members().entrySet()) {
                if (!(entry.getValue().value() instanceof Scalar(_, String text))) return null;
                strings.put(entry.getKey(), text);
            }
            return Collections.unmodifiableMap(strings);
        },
        v -> {
            var object = Branch.object(Location.UNKNOWN);
            ((Map<?, ?>) v).forEach((name, text) -> object.members().put((String) name,
                new Member(Location.UNKNOWN, new Scalar(Location.UNKNOWN, text))));
            return object;
        },
        _ -> Map.of());
}
