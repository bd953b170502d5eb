package pim.tool.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the `RUN:` lines and their companions in a test file say.
///
/// @param script commands and definitions in order
/// @param retries how often a failing test is tried again, where it says
record TestFile(List<Line> script, List<String> expectedFailures, List<String> requires, List<String> unsupported, OptionalInt retries) {
    private static final Pattern KEYWORD = Pattern.compile("(RUN:|XFAIL:|REQUIRES:|UNSUPPORTED:|ALLOW_RETRIES:|END\\.|REDEFINE:|DEFINE:)([^\n]*)");
    private static final Pattern LINE_NUMBER = Pattern.compile("%\\(line(?: *([+-]) *(\\d{1,9}))?\\)");
    private static final Pattern NAME = Pattern.compile("%\\{[_a-zA-Z][-_:0-9a-zA-Z]*\\}");

    /// A directive of the script.
    sealed interface Line {
        /// @param number the line it begins on
        record Run(int number, String command) implements Line {}

        /// `DEFINE: %{name} = value`, or `REDEFINE:` when `again`.
        record Define(int number, boolean again, String name, String value) implements Line {}
    }

    /// A directive whose continuation lines are still being read.
    private record Open(String keyword, int number, String text) {
        boolean continues() {
            return text.stripTrailing().endsWith("\\");
        }
    }

    static TestFile read(Path file) throws IOException {
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException when the directives contradict each other or are incomplete
    static TestFile parse(String text) {
        text = text.replace("\r\n", "\n");
        var script = new ArrayList<Open>();
        var expressions = Map.of("XFAIL:", new ArrayList<String>(), "REQUIRES:", new ArrayList<String>(), "UNSUPPORTED:",
            new ArrayList<String>());
        var retries = OptionalInt.empty();
        int number = 1;
        int counted = 0;
        for (var matcher = KEYWORD.matcher(text); matcher.find(); ) {
            for (; counted < matcher.start(); counted++) if (text.charAt(counted) == '\n') number++;
            var keyword = matcher.group(1);
            var rest = matcher.group(2);
            if (keyword.equals("END.")) {
                if (rest.isBlank()) break;
                continue;
            }
            try {
                if (keyword.equals("ALLOW_RETRIES:")) {
                    retries = retries(rest.strip(), retries);
                } else if (expressions.containsKey(keyword)) {
                    addExpressions(expressions.get(keyword), rest);
                } else {
                    addLine(script, keyword, number, withLineNumbers(rest, number));
                    if (!script.getLast().continues()) finished(script.getLast());
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage() + "\nin " + keyword + " directive on test line " + number);
            }
        }
        for (var open : script) {
            if (open.continues()) throw new IllegalArgumentException("Test has unterminated '" + open.keyword() + "' directive (with '\\') at line "
                + open.number());
        }
        expressions.forEach((keyword, list) -> {
            if (!list.isEmpty() && list.getLast().endsWith("\\"))
                throw new IllegalArgumentException("Test has unterminated '" + keyword + "' lines (with '\\')");
        });
        if (script.stream().noneMatch(open -> open.keyword().equals("RUN:"))) throw new IllegalArgumentException("Test has no 'RUN:' line");
        return new TestFile(script.stream().map(TestFile::finished).toList(), expressions.get("XFAIL:"), expressions.get("REQUIRES:"),
            expressions.get("UNSUPPORTED:"), retries);
    }

    private static void addExpressions(List<String> expressions, String text) {
        var parts = new ArrayList<>(Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList());
        if (!parts.isEmpty() && !expressions.isEmpty() && expressions.getLast().endsWith("\\")) {
            var open = expressions.removeLast();
            expressions.add(open.substring(0, open.length() - 1) + parts.removeFirst());
        }
        expressions.addAll(parts);
        for (var expression : expressions) {
            if (!expression.equals("*") && !expression.endsWith("\\")) FeatureExpression.evaluate(expression, Set.of());
        }
    }

    private static OptionalInt retries(String text, OptionalInt former) {
        if (!text.matches("\\d{1,3}")) throw new IllegalArgumentException("ALLOW_RETRIES: needs a number, not '" + text + "'");
        if (former.isPresent()) throw new IllegalArgumentException("Test has more than one ALLOW_RETRIES lines");
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static void addLine(List<Open> script, String keyword, int number, String text) {
        var last = script.isEmpty() ? null : script.getLast();
        if (last == null || !last.continues() || !last.keyword().equals(keyword)) {
            script.add(new Open(keyword, number, text));
            return;
        }
        if (text.isBlank() && !keyword.equals("RUN:")) throw new IllegalArgumentException("Substitution's continuation is empty");
        var begun = last.text().stripTrailing();
        begun = begun.substring(0, begun.length() - 1);
        script.set(script.size() - 1, new Open(keyword, last.number(), keyword.equals("RUN:") ? begun + text : begun.stripTrailing() + " "
            + text.stripLeading()));
    }

    private static String withLineNumbers(String text, int number) {
        return LINE_NUMBER.matcher(text).replaceAll(match -> {
            int offset = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
            return String.valueOf("-".equals(match.group(1)) ? number - offset : number + offset);
        });
    }

    private static Line finished(Open open) {
        if (open.keyword().equals("RUN:")) return new Line.Run(open.number(), open.text().strip());
        int equals = open.text().indexOf('=');
        if (equals < 0) throw new IllegalArgumentException("Substitution's definition does not contain '='");
        var name = open.text().substring(0, equals).strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Substitution name '" + name
                + "' is malformed as it must start with '%{', it must end with '}', and the rest must "
                + "start with a letter or underscore and contain only alphanumeric characters, hyphens, underscores, and colons");
        }
        return new Line.Define(open.number(), open.keyword().equals("REDEFINE:"), name, open.text().substring(equals + 1).strip());
    }

    /// The features that the test asks for in any way.
    Set<String> usedFeatures() {
        return Stream.of(expectedFailures, requires, unsupported).flatMap(List::stream).filter(expression -> !expression.equals("*"))
            .flatMap(expression -> FeatureExpression.names(expression).stream()).collect(Collectors.toSet());
    }

    /// Whether the test is expected to fail under `features`.
    boolean isExpectedToFail(Set<String> features) {
        return expectedFailures.stream().anyMatch(expression -> expression.equals("*") || FeatureExpression.evaluate(expression, features));
    }

    List<String> missing(Set<String> features) {
        return requires.stream().filter(expression -> !FeatureExpression.evaluate(expression, features)).toList();
    }

    List<String> unsupportedBy(Set<String> features) {
        return unsupported.stream().filter(expression -> FeatureExpression.evaluate(expression, features)).toList();
    }
}
