package pim.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import pim.diagnose.Diagnostic.Severity;
import pim.ir.attr.Location;

/// Compares messages with those that comments in the text announce, as MLIR's `-verify-diagnostics` does:
/// `expected-error@+1 {{part of the message}}` at the end of a line, with
///
/// - `error`, `warning`, `note` or `remark`; with `-re` behind it, what stands in double braces within the text is a regular expression
/// - `@+N`, `@-N` for another line; `@above`, `@below` for the nearest that announces nothing; `@unknown` for a message without a place
public final class ExpectedDiagnostics {
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
        "expected-(error|note|remark|warning)(-re)? *(?:@([+-]\\d+|above|below|unknown))? *\\{\\{(.*)}}$");
    private static final int NO_LINE = 0;

    private final SourceText source;
    private final List<Expected> missing = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final boolean onlyExpected;

    /// @param line where the message should be, counted from one; [#NO_LINE] where it should have no place
    private record Expected(Severity severity, int line, int announcedAt, String text, Predicate<String> matcher) {}

    /// What the comments in `source` announce.
    ///
    /// @param onlyExpected whether messages that nothing announces are accepted
    public ExpectedDiagnostics(SourceText source, boolean onlyExpected) {
        this.source = source;
        this.onlyExpected = onlyExpected;
        int lastPlain = 0;
        var below = new ArrayList<Expected>();
        int number = 0;
        for (var line : source.text().split("\n", -1)) {
            number++;
            var match = ANNOUNCEMENT.matcher(line.stripTrailing());
            if (!match.find()) {
                for (var e : below) missing.add(new Expected(e.severity, number, e.announcedAt, e.text, e.matcher));
                below.clear();
                lastPlain = number;
                continue;
            }
            var place = match.group(3) == null ? "+0" : match.group(3);
            int expectedLine = switch (place) {
                case "above" -> lastPlain;
                case "below", "unknown" -> NO_LINE;
                default -> number + lineOffset(place);
            };
            var severity = Severity.valueOf(match.group(1).toUpperCase(Locale.ROOT));
            var expected = new Expected(severity, expectedLine, number, match.group(4), matcher(match.group(4), match.group(2) != null, number));
            (place.equals("below") ? below : missing).add(expected);
        }
        missing.addAll(below);
    }

    private static int lineOffset(String signed) {
        // More digits than a file has lines mean a line that is not there.
        return signed.length() > 9 ? Integer.MIN_VALUE / 2 : Integer.parseInt(signed);
    }

    private Predicate<String> matcher(String text, boolean regex, int line) {
        if (!regex) return message -> message.contains(text);
        var pattern = new StringBuilder();
        int at = 0;
        for (int open; (open = text.indexOf("{{", at)) >= 0; ) {
            int close = text.indexOf("}}", open);
            if (close < 0) break;
            pattern.append(Pattern.quote(text.substring(at, open))).append('(').append(text, open + 2, close).append(')');
            at = close + 2;
        }
        try {
            return Pattern.compile(pattern + Pattern.quote(text.substring(at))).asPredicate();
        } catch (PatternSyntaxException e) {
            problems.add(Diagnostic.error(place(line), "the regular expression is not valid: " + e.getDescription()));
            return _ -> true;
        }
    }

    /// Takes a message and its notes that the program caused.
    public void take(Diagnostic diagnostic) {
        var file = diagnostic.location().file();
        if (file == null || file.path().equals(source.path())) takeOne(diagnostic, file == null ? NO_LINE : file.line());
        else if (!onlyExpected) unexpected(diagnostic);
        for (var note : diagnostic.notes()) take(note);
    }

    private void takeOne(Diagnostic diagnostic, int line) {
        Expected near = null;
        for (var expected : missing) {
            if (expected.line != line || !expected.matcher.test(diagnostic.message())) continue;
            if (expected.severity == diagnostic.severity()) {
                missing.remove(expected);
                return;
            }
            near = expected;
        }
        if (onlyExpected) return;
        if (near == null) {
            unexpected(diagnostic);
            return;
        }
        var message = "'" + diagnostic.severity() + "' diagnostic emitted when expecting a '" + near.severity + "'";
        problems.add(Diagnostic.error(diagnostic.location(), message));
    }

    private void unexpected(Diagnostic diagnostic) {
        problems.add(Diagnostic.error(diagnostic.location(), "unexpected " + diagnostic.severity() + ": " + diagnostic.message()));
    }

    /// Reports each message that came unannounced and each announced one that did not come.
    ///
    /// @return whether there were none
    public boolean verify(Diagnostics to) {
        to.addSource(source);
        problems.forEach(to::report);
        for (var expected : missing) {
            to.error(place(expected.announcedAt), "expected " + expected.severity + " \"" + expected.text + "\" was not produced");
        }
        return problems.isEmpty() && missing.isEmpty();
    }

    private Location place(int line) {
        return new Location.File(source.path(), line, source.line(line).indexOf("expected-") + 1);
    }
}
