package pim.tool.filecheck;

import java.util.List;
import java.util.Optional;

/// A variable or an expression whose value enters the regular expression just before it is matched.
///
/// The value is put at index `place` of the expression.
sealed interface Substitution {
    record Text(Slice text, int place) implements Substitution {}

    record Number(Slice text, int place, Expression expression, NumberFormat format) implements Substitution {}

    Slice text();

    int place();

    /// The text to match, or empty where there is none.
    ///
    /// @param errors receives the reasons
    default Optional<String> value(Variables variables, List<PatternException> errors) {
        return switch (this) {
            case Text(var name, _) -> Expression.orError(variables.string(name.text()), name, "undefined variable: " + name.text(), errors);
            case Number(var text, _, var expression, var format) -> expression.value(errors)
                .flatMap(value -> Expression.orError(format.write(value), text, Expression.OVERFLOW, errors));
        };
    }

    /// `text` with a backslash before each char that regular expressions give a meaning.
    static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 8);
        for (char c : text.toCharArray()) {
            if ("()^$|*+?.[]\\{}".indexOf(c) >= 0) quoted.append('\\');
            quoted.append(c);
        }
        return quoted.toString();
    }

    /// Puts the values of all `substitutions`, which are ordered by place, into `regex`.
    ///
    /// @param errors receives what cannot be substituted; the result is then of no use
    static String apply(String regex, List<Substitution> substitutions, Variables variables, List<PatternException> errors) {
        var result = new StringBuilder(regex);
        int shift = 0;
        for (var substitution : substitutions) {
            var value = quoted(substitution.value(variables, errors).orElse(""));
            result.insert(substitution.place() + shift, value);
            shift += value.length();
        }
        return result.toString();
    }
}
