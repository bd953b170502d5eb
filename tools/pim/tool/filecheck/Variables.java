package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variables of one run: which names patterns define, and the values that matches have given them.
final class Variables {
    static final String LINE = "@LINE";

    private final Map<String, String> strings = new HashMap<>();
    private final Set<String> stringNames = new HashSet<>();
    private final Map<String, NumericVariable> numbers = new HashMap<>();

    /// A variable name with the sigil it may begin with.
    record Name(String text, boolean isPseudo) {}

    /// Defines the variables of `-D NAME=VALUE` and `-D#[FORMAT,]NAME=EXPRESSION`.
    ///
    /// @return false after an error
    boolean define(List<String> definitions, Diagnostics diagnostics) {
        boolean good = true;
        int number = 0;
        for (var definition : definitions) {
            var label = "Global define #" + ++number + ": ";
            int equals = definition.indexOf('=');
            try {
                if (equals < 0) {
                    var source = new Source("Global defines", label + definition);
                    throw new PatternException(source.all().drop(label.length()), "missing equal sign in global definition");
                }
                if (definition.startsWith("#")) defineNumber(label, definition, equals);
                else defineString(new Source("Global defines", label + definition).all().drop(label.length()), equals);
            } catch (PatternException e) {
                diagnostics.error(e.where(), e.getMessage());
                good = false;
            }
        }
        numbers.put(LINE, new NumericVariable(LINE, NumberFormat.UNSIGNED, 0));
        return good;
    }

    private void defineNumber(String label, String definition, int equals) throws PatternException {
        var opening = label + definition + " (parsed as: [[";
        var block = definition.substring(0, equals) + ":" + definition.substring(equals + 1);
        var slice = new Source("Global defines", opening + block + "]])").all().drop(opening.length() + 1).take(block.length() - 1);
        var parsed = new ExpressionParser(slice, this, 0).parseBlock(false);
        var expression = parsed.expression().orElseThrow(() -> new PatternException(slice.drop(slice.length()),
            "missing value in global definition"));
        var variable = parsed.defined().orElseThrow(() -> new PatternException(slice, "missing name in global definition"));
        variable.set(expression.value());
    }

    private void defineString(Slice definition, int equals) throws PatternException {
        var name = parseName(definition.take(equals));
        if (name.isPseudo() || name.text().length() != equals) {
            throw new PatternException(definition, "invalid name in string variable definition '" + definition.take(equals).text() + "'");
        }
        declareString(name.text(), definition);
        strings.put(name.text(), definition.drop(equals + 1).text());
    }

    /// The variable name at the start of `text`.
    static Name parseName(Slice text) throws PatternException {
        if (text.isEmpty()) throw new PatternException(text, "empty variable name");
        boolean pseudo = text.at(0) == '@';
        int length = pseudo || text.at(0) == '$' ? 1 : 0;
        if (length == text.length()) throw new PatternException(text.drop(length), "empty " + (pseudo ? "pseudo " : "global ") + "variable name");
        char first = text.at(length++);
        if (!isNamePart(first) || first >= '0' && first <= '9') throw new PatternException(text, "invalid variable name");
        while (length < text.length() && isNamePart(text.at(length))) length++;
        return new Name(text.take(length).text(), pseudo);
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    void declareString(String name, Slice where) throws PatternException {
        if (numbers.containsKey(name)) throw new PatternException(where, "numeric variable with name '" + name + "' already exists");
        stringNames.add(name);
    }

    /// The numeric variable `name`, made when a pattern first defines it.
    NumericVariable declareNumber(String name, NumberFormat format, int line, Slice where) throws PatternException {
        if (stringNames.contains(name)) throw new PatternException(where, "string variable with name '" + name + "' already exists");
        var known = numbers.get(name);
        if (known == null) return new NumericVariable(name, format, line);
        if (!known.format().equals(format)) {
            throw new PatternException(where.drop(where.length()), "format different from previous variable definition");
        }
        return known;
    }

    void define(NumericVariable variable) {
        numbers.put(variable.name(), variable);
    }

    /// The numeric variable `name` for a use; one without a value when nothing defines it, which is an error only once it is matched.
    NumericVariable number(String name) {
        return numbers.computeIfAbsent(name, missing -> new NumericVariable(missing, NumberFormat.UNSIGNED, 0));
    }

    void setLine(int line) {
        numbers.computeIfAbsent(LINE, name -> new NumericVariable(name, NumberFormat.UNSIGNED, 0)).set(BigInteger.valueOf(line));
    }

    /// The value of a string variable, or null.
    String string(String name) {
        return strings.get(name);
    }

    void setString(String name, String value) {
        strings.put(name, value);
    }

    /// Forgets every variable whose name does not begin with `$`.
    void clearLocal() {
        strings.keySet().removeIf(name -> !name.startsWith("$"));
        numbers.values().stream().filter(variable -> !variable.name().startsWith("$")).forEach(variable -> variable.set(null));
    }
}
