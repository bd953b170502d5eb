package pim.pass;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import pim.define.AttributeCodec;
import pim.define.TypeArgument;

/// How the value of an option is written. `decode` gives null for text that is no such value.
///
/// @param description what the text must be, as it reads behind `expected`
/// @param isList      whether there may be several values, with commas between them; the functions are of one
record OptionCodec(String description, boolean isList, Function<String, Object> decode) {
    static OptionCodec of(RecordComponent component) {
        if (component.getType() != List.class || !(TypeArgument.of(component) instanceof Class<?> element)) return of(component.getType());
        var one = of(element);
        return new OptionCodec(one.description, true, one.decode);
    }

    private static OptionCodec of(Class<?> c) {
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
            var constants = new LinkedHashMap<String, Object>();
            for (var constant : c.getEnumConstants()) {
                var other = constants.put(AttributeCodec.spelling(constant), constant);
                if (other != null) throw new IllegalArgumentException(c.getTypeName() + "." + other + " and " + constant + " are spelled alike");
            }
            return one("one of " + String.join(", ", constants.keySet()), constants::get);
        }
        throw new IllegalArgumentException("an option of a pass cannot be a " + c.getTypeName());
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
        if (!isList) return quoted(value, false);
        var text = new StringJoiner(",", "{", "}");
        for (var one : (List<?>) value) text.add(quoted(one, true));
        return text.toString();
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
