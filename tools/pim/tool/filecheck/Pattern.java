package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pim.tool.filecheck.regex.Regex;
import pim.tool.filecheck.regex.RegexLimitException;
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

    /// The part `[start, end)` of the input that a variable was given.
    record Capture(String name, int start, int end) {}

    /// What a search has come to.
    sealed interface Outcome {
        /// @param captures what each variable that the pattern defines was given
        record Found(int start, int end, List<Capture> captures) implements Outcome {}

        record NotFound() implements Outcome {}

        /// The pattern has no meaning now, because a variable has no value for example.
        record Unusable(List<PatternException> errors) implements Outcome {}
    }

    /// Whether it cannot be a `-LABEL`. LLVM lets a label define a numeric variable, so this does too.
    boolean usesVariables() {
        return !(substitutions.isEmpty() && texts.isEmpty());
    }

    /// The text or expression that a near miss is compared with.
    String example() {
        return fixed != null ? fixed : regex;
    }

    /// Searches the first match in `input`; gives the variables their values.
    Outcome match(Slice input, Variables variables) {
        var text = input.source().text();
        if (directive.kind() == Directive.Kind.END) return new Outcome.Found(input.end(), input.end(), List.of());
        if (fixed != null && !ignoreCase) {
            int start = text.indexOf(fixed, input.start(), input.end());
            return start < 0 ? new Outcome.NotFound() : new Outcome.Found(start, start + fixed.length(), List.of());
        }
        var expression = fixed != null ? Substitution.quoted(fixed) : regex;
        if (!substitutions.isEmpty()) {
            if (line != 0) variables.setLine(line);
            var errors = new ArrayList<PatternException>();
            expression = Substitution.apply(regex, substitutions, variables, errors);
            if (!errors.isEmpty()) return new Outcome.Unusable(errors);
        }
        final int[] groups;
        try {
            groups = compile(expression).find(text, input.start(), input.end());
        } catch (RegexLimitException e) {
            return new Outcome.Unusable(List.of(new PatternException(where, "invalid regex: " + e.getMessage())));
        } catch (RegexSyntaxException e) {
            // Each part was good by itself, so it is a back-reference that names another group in the whole: LLVM's program finds nothing then.
            return new Outcome.NotFound();
        }
        if (groups == null) return new Outcome.NotFound();
        var captures = new ArrayList<Capture>();
        texts.forEach((name, group) -> captures.add(capture(name, groups, group)));
        for (var capture : captures) variables.setString(capture.name(), text.substring(capture.start(), capture.end()));
        numbers.forEach((variable, group) -> {
            var capture = capture(variable.name(), groups, group);
            variable.set(variable.format().read(text.substring(capture.start(), capture.end())));
            variables.define(variable);
            captures.add(capture);
        });
        captures.sort(Comparator.comparingInt(Capture::start));
        // The newline before an empty line belongs to the line before.
        int skip = directive.kind() == Directive.Kind.EMPTY ? 1 : 0;
        return new Outcome.Found(groups[0] + skip, groups[1], captures);
    }

    /// A group that took no part in the match gives an empty text.
    private static Capture capture(String name, int[] groups, int group) {
        boolean absent = groups[2 * group] < 0;
        return new Capture(name, absent ? groups[0] : groups[2 * group], absent ? groups[0] : groups[2 * group + 1]);
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
