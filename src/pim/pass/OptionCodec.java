package pim.pass;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import pim.define.AttributeCodec;

/// How the value of an option is written. `decode` gives null for text that is no such value.
///
/// @param description what the text must be, as it reads behind `expected`
/// @param isList      whether there may be several values, with commas between them; the functions are of one
record OptionCodec(String description, boolean isList, Function<String, Object> decode) {
    static OptionCodec of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var element = of(list.getActualTypeArguments()[0]);
            return new OptionCodec(element.description, true, element.decode);
        }
        var c = (Class<?>) type;
        if (c == int.class || c == Integer.class) return one("an integer of 32 bits", Integer::valueOf);
        if (c == long.class || c == Long.class) return one("an integer", Long::valueOf);
        if (c == double.class || c == Double.class) return one("a number", Double::valueOf);
        if (c == String.class) return one("a string", text -> text);
        if (c == boolean.class || c == Boolean.class) {
            return one("true or false", text -> switch (text) {
                case "true", "1", "" -> true;
                case "false", "0" -> false;
                default -> null;
            });
        }
        if (c.isEnum()) {
            var names = Arrays.stream(c.getEnumConstants()).collect(Collectors.toMap(AttributeCodec::spelling, constant -> constant));
            var inOrder = Arrays.stream(c.getEnumConstants()).map(AttributeCodec::spelling).toList();
            return one("one of " + String.join(", ", inOrder), names::get);
        }
        throw new IllegalArgumentException("an option of a pass cannot be a " + type.getTypeName());
    }

    private static OptionCodec one(String description, Function<String, Object> decode) {
        return new OptionCodec(description, false, text -> {
            try {
                return decode.apply(text);
            } catch (NumberFormatException e) {
                return null;
            }
        });
    }

    /// The text that `value` is read from.
    String print(Object value) {
        if (isList) return ((List<?>) value).stream().map(v -> quoted(v, true)).collect(Collectors.joining(",", "{", "}"));
        return quoted(value, false);
    }

    private static String quoted(Object value, boolean inList) {
        var text = value instanceof Enum<?> ? AttributeCodec.spelling(value) : value.toString();
        if (isPlain(text, inList)) return text;
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// Whether the text may stand without quotes: what would end it is in brackets.
    private static boolean isPlain(String text, boolean inList) {
        var closers = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (Character.isWhitespace(c) || "'\"\\".indexOf(c) >= 0) return false;
            boolean outside = closers.isEmpty();
            int bracket = "([{".indexOf(c);
            if (bracket >= 0) closers.append(")]}".charAt(bracket));
            else if (!outside && c == closers.charAt(closers.length() - 1)) closers.setLength(closers.length() - 1);
            else if (")]}".indexOf(c) >= 0 || outside && inList && c == ',') return false;
        }
        return closers.isEmpty() && !text.startsWith("{") && !(inList && text.isEmpty());
    }
}
