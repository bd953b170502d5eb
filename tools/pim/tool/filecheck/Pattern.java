package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pim.tool.filecheck.regex.Regex;
import pim.tool.filecheck.regex.RegexSyntaxException;

/// The pattern of one directive: a fixed text, or a regular expression with values to substitute and groups that define variables.
///
/// @param where the pattern in the check file
/// @param line the line of the directive in the check file, for `@LINE`; 0 for a pattern of the command line
/// @param fixed the text to find, or null when `regex` counts
/// @param texts the group that defines each string variable
/// @param numbers the group that defines each numeric variable
record Pattern(Directive directive, Slice where, int line, boolean ignoreCase, String fixed, String regex, List<Substitution> substitutions,
               Map<String, Integer> texts, Map<NumericVariable, Integer> numbers, Map<String, Regex> compiled) {

    /// What a search has come to.
    sealed interface Outcome {
        record Found(int start, int end) implements Outcome {}

        record NotFound() implements Outcome {}

        /// The pattern has no meaning now, because a variable has no value for example.
        record Unusable(List<PatternException> errors) implements Outcome {}
    }

    boolean usesVariables() {
        return !(substitutions.isEmpty() && texts.isEmpty() && numbers.isEmpty());
    }

    /// The text or expression that a near miss is compared with.
    String example() {
        return fixed != null ? fixed : regex;
    }

    /// Searches the first match in `input`; gives the variables their values.
    Outcome match(Slice input, Variables variables) {
        var text = input.source().text();
        if (directive.kind() == Directive.Kind.END) return new Outcome.Found(input.end(), input.end());
        if (fixed != null && !ignoreCase) {
            int start = text.indexOf(fixed, input.start(), input.end());
            return start < 0 ? new Outcome.NotFound() : new Outcome.Found(start, start + fixed.length());
        }
        var expression = fixed != null ? Substitution.quoted(fixed) : regex;
        if (!substitutions.isEmpty()) {
            if (line != 0) variables.setLine(line);
            var errors = new ArrayList<PatternException>();
            expression = Substitution.apply(regex, substitutions, variables, errors);
            if (!errors.isEmpty()) return new Outcome.Unusable(errors);
        }
        int[] groups;
        try {
            groups = compile(expression).find(text, input.start(), input.end());
        } catch (RegexSyntaxException e) {
            return new Outcome.Unusable(List.of(new PatternException(where, "invalid regex: " + e.getMessage())));
        }
        if (groups == null) return new Outcome.NotFound();
        texts.forEach((name, group) -> variables.setString(name, groupText(text, groups, group)));
        numbers.forEach((variable, group) -> {
            variable.set(variable.format().read(groupText(text, groups, group)));
            variables.define(variable);
        });
        // The newline before an empty line belongs to the line before.
        int skip = directive.kind() == Directive.Kind.EMPTY ? 1 : 0;
        return new Outcome.Found(groups[0] + skip, groups[1]);
    }

    private static String groupText(String text, int[] groups, int group) {
        return groups[2 * group] < 0 ? "" : text.substring(groups[2 * group], groups[2 * group + 1]);
    }

    private Regex compile(String expression) throws RegexSyntaxException {
        var regex = compiled.get(expression);
        if (regex == null) {
            regex = Regex.compile(expression, ignoreCase);
            compiled.clear();
            compiled.put(expression, regex);
        }
        return regex;
    }
}
