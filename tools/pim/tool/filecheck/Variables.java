package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The variables of one run: which names patterns define, and the values that matches have given them.
final class Variables {
    static final String LINE = "@LINE";
    private static final String PARSED_AS = " (parsed as: [[";

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
        var text = new StringBuilder();
        var starts = new ArrayList<Integer>();
        for (var definition : definitions) {
            text.append("Global define #").append(starts.size() + 1).append(": ");
            starts.add(text.length());
            text.append(definition);
            if (definition.startsWith("#")) text.append(PARSED_AS).append(asBlock(definition)).append("]])");
            text.append('\n');
        }
        var source = new Source("Global defines", text.toString()).all();
        for (int i = 0; i < starts.size(); i++) {
            var definition = source.drop(starts.get(i)).take(definitions.get(i).length());
            try {
                if (definition.indexOf("=") < 0) throw new PatternException(definition, "missing equal sign in global definition");
                if (definition.startsWith("#")) defineNumber(source.drop(definition.end() + PARSED_AS.length() + 1).take(definition.length() - 1));
                else defineString(definition);
            } catch (PatternException e) {
                diagnostics.error(e.where(), e.getMessage());
                good = false;
            }
        }
        numbers.put(LINE, new NumericVariable(LINE, NumberFormat.UNSIGNED, 0));
        return good;
    }

    /// `#NAME=EXPRESSION` as it would stand in a block.
    private static String asBlock(String definition) {
        return definition.replaceFirst("=", ":");
    }

    /// @param block the definition as [#asBlock] says it, behind the `#`
    private void defineNumber(Slice block) throws PatternException {
        var parsed = new ExpressionParser(block, this, 0).parseBlock(false);
        var expression = parsed.expression().orElseThrow(() -> new PatternException(block.drop(block.length()),
            "missing value in global definition"));
        var variable = parsed.defined().orElseThrow(() -> new PatternException(block, "missing name in global definition"));
        var errors = new ArrayList<PatternException>();
        variable.set(expression.value(errors).orElse(null));
        if (!errors.isEmpty()) throw errors.getFirst();
    }

    private void defineString(Slice definition) throws PatternException {
        int equals = definition.indexOf("=");
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

    /// The value of a string variable.
    Optional<String> string(String name) {
        return Optional.ofNullable(strings.get(name));
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
