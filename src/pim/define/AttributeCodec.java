package pim.define;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.StringAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;

/// How a component of a record becomes an attribute and back. `decode` gives null for an attribute of another kind.
///
/// @param description what the attribute must be, as it reads behind `to be`
public record AttributeCodec(String description, Function<Object, Attribute> encode, Function<Attribute, Object> decode) {
    /// What the attribute must be, as MLIR puts it: `string attribute`.
    public String constraint() {
        var bare = description.replaceFirst("^an? ", "").replaceFirst("bit integer$", "bit signless integer");
        return bare.equals(description) || bare.endsWith("attribute") || bare.startsWith("array") ? bare : bare + " attribute";
    }

    /// The codec for a component of the given Java type.
    static AttributeCodec of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) return listOf(of(list.getActualTypeArguments()[0]));
        var c = (Class<?>) type;
        if (c == long.class || c == Long.class) return integer(IntegerType.I64, v -> v);
        if (c == int.class || c == Integer.class) return integer(IntegerType.I32, v -> (int) (long) v);
        if (c == double.class || c == Double.class) return floating(FloatType.F64, v -> v);
        if (c == float.class || c == Float.class) return floating(FloatType.F32, v -> (float) (double) v);
        if (c == boolean.class) return new AttributeCodec("a unit", v -> (Boolean) v ? UnitAttr.UNIT : null, a -> a instanceof UnitAttr ? true
            : null);
        if (c == String.class) return new AttributeCodec("a string", v -> StringAttr.of((String) v), a -> a instanceof StringAttr s ? s.value()
            : null);
        if (c == SymbolName.class) {
            return new AttributeCodec("a string", v -> StringAttr.of(((SymbolName) v).value()), a -> a instanceof StringAttr s
                ? new SymbolName(s.value()) : null);
        }
        if (c == long[].class) {
            return new AttributeCodec("an array of 64-bit integers", v -> DenseArrayAttr.i64((long[]) v),
                a -> a instanceof DenseArrayAttr(var element, var values, _) && element.equals(IntegerType.I64) ? values : null);
        }
        if (c.isEnum()) return enumeration(c);
        if (Attribute.class.isAssignableFrom(c)) return new AttributeCodec(describe(c), v -> (Attribute) v, a -> c.isInstance(a) ? a : null);
        throw new IllegalArgumentException("no attribute is kept as " + type);
    }

    private static AttributeCodec integer(IntegerType type, Function<Long, Object> narrow) {
        return new AttributeCodec("a " + type.width() + "-bit integer", v -> IntegerAttr.of(type, ((Number) v).longValue()),
            a -> a instanceof IntegerAttr i && i.type().equals(type) ? narrow.apply(i.longValue()) : null);
    }

    private static AttributeCodec floating(FloatType type, Function<Double, Object> narrow) {
        return new AttributeCodec("a " + type.width() + "-bit float", v -> FloatAttr.of(type, ((Number) v).doubleValue()),
            a -> a instanceof FloatAttr f && f.type() == type ? narrow.apply(f.value()) : null);
    }

    private static AttributeCodec enumeration(Class<?> type) {
        var constants = type.getEnumConstants();
        var names = Arrays.stream(constants).map(AttributeCodec::spelling).toList();
        return new AttributeCodec("one of " + String.join(", ", names), v -> StringAttr.of(spelling(v)),
            a -> a instanceof StringAttr s && names.contains(s.value()) ? constants[names.indexOf(s.value())] : null);
    }

    /// The name of a constant of an enumeration in the IR.
    public static String spelling(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    private static AttributeCodec listOf(AttributeCodec element) {
        return new AttributeCodec("an array, each element " + element.description,
            v -> new ArrayAttr(((List<?>) v).stream().map(element.encode).toList()),
            a -> {
                if (!(a instanceof ArrayAttr(var elements))) return null;
                var values = elements.stream().map(element.decode).toList();
                return values.contains(null) ? null : values;
            });
    }

    private static String describe(Class<?> attribute) {
        if (attribute == Attribute.class) return "an attribute";
        var name = attribute.getSimpleName();
        return "a " + Names.spaced(name.endsWith("Attr") ? name.substring(0, name.length() - "Attr".length()) : name) + " attribute";
    }
}
