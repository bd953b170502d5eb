package pim.dialect.arch.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pim.ir.attr.Location;

/// A description before it is understood: objects, lists and scalars, each with its place. JSON text and dictionary attributes both become one.
public sealed interface Tree {
    Location location();

    /// How the value reads behind `got`.
    String describe();

    /// `value` is a Boolean, a Long, a BigInteger, a Double, a String or null.
    record Scalar(Location location, Object value) implements Tree {
        @Override public String describe() {
            return value instanceof String s ? '"' + s + '"' : String.valueOf(value);
        }
    }

    /// An object, or a list whose members are called `[0]`, `[1]`...
    record Branch(Location location, boolean list, Map<String, Member> members) implements Tree {
        public static Branch object(Location location) {
            return new Branch(location, false, new LinkedHashMap<>());
        }

        public static Branch list(Location location) {
            return new Branch(location, true, new LinkedHashMap<>());
        }

        /// Adds an element to a list.
        public void add(Tree element) {
            members.put("[" + members.size() + "]", new Member(element.location(), element));
        }

        public Tree get(String name) {
            var member = members.get(name);
            return member == null ? null : member.value;
        }

        @Override public String describe() {
            return list ? "a list" : "an object";
        }
    }

    /// `key` is the place of the name.
    record Member(Location key, Tree value) {}

    Pattern SEPARATOR = Pattern.compile("\\.|(?=\\[)");

    /// The names on the way down a path: `a.b[1]` is `a`, `b`, `[1]`.
    static List<String> segments(String path) {
        return path.isEmpty() ? List.of() : List.of(SEPARATOR.split(path));
    }

    /// `path` and the member `name` of what stands there.
    static String join(String path, String name) {
        return path.isEmpty() || name.startsWith("[") ? path + name : path + "." + name;
    }
}
