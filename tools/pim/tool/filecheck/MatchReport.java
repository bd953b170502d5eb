package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import pim.tool.filecheck.Diagnostics.Severity;
import pim.tool.filecheck.Pattern.Outcome;

/// Says what was matched and what was not: at once as messages, and as annotations of an input dump.
final class MatchReport {
    private final Options options;
    private final Variables variables;
    private final Diagnostics diagnostics;
    private final Source input;
    private final List<Annotation> annotations = new ArrayList<>();

    MatchReport(Options options, Variables variables, Diagnostics diagnostics, Source input) {
        this.options = options;
        this.variables = variables;
        this.diagnostics = diagnostics;
        this.input = input;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    /// A positive directive matched, for the `count`th time.
    void found(Check.Located check, Outcome.Found found, int count) {
        if (!options.verbose() || check.kind() == Directive.Kind.END && !options.veryVerbose) return;
        annotate(check, Annotation.Kind.FOUND, slice(found));
        if (options.dumps()) {
            annotations.addAll(substituted(check, slice(found)));
            for (var capture : found.captures()) annotations.add(new Annotation(check.pattern(), Annotation.Kind.FOUND, slice(capture),
                captured(capture)));
            return;
        }
        diagnostics.print(Severity.REMARK, check.pattern().where().take(0), check.describe() + ": expected string found in input"
            + outOf(check, count));
        foundHere(check, found);
    }

    /// A `-NOT` directive matched.
    void excluded(Check.Located check, Outcome.Found found) {
        annotate(check, Annotation.Kind.EXCLUDED, slice(found));
        diagnostics.error(check.pattern().where(), check.describe() + ": excluded string found in input");
        foundHere(check, found);
    }

    private void foundHere(Check.Located check, Outcome.Found found) {
        diagnostics.print(Severity.NOTE, slice(found), "found here");
        substitutions(check, slice(found));
        for (var capture : found.captures()) {
            if (check.kind() == Directive.Kind.NOT) annotations.add(new Annotation(check.pattern(), Annotation.Kind.EXCLUDED, slice(capture),
                captured(capture)));
            diagnostics.print(Severity.NOTE, slice(capture), captured(capture));
        }
    }

    private static String captured(Pattern.Capture capture) {
        return "captured var \"" + capture.name() + "\"";
    }

    private Slice slice(Pattern.Capture capture) {
        return new Slice(input, capture.start(), capture.end());
    }

    /// A `-NOT` directive did not match.
    void absent(Check.Located check, Slice region) {
        if (!options.veryVerbose) return;
        annotate(check, Annotation.Kind.ABSENT, region);
        if (options.dumps()) {
            annotations.addAll(substituted(check, region));
            return;
        }
        diagnostics.print(Severity.REMARK, check.pattern().where().take(0), check.describe() + ": excluded string not found in input");
        diagnostics.note(region, "scanning from here");
        substitutions(check, region);
    }

    /// The match of a `-DAG` directive that was reported last is not used, because it overlaps one of another.
    void discarded(Outcome.Found earlier) {
        if (!options.veryVerbose) return;
        if (options.dumps()) annotateLastAs(Annotation.Kind.DISCARDED);
        else diagnostics.print(Severity.NOTE, slice(earlier), "match discarded, overlaps earlier DAG match here");
    }

    /// A positive directive did not match, or a pattern could not be used.
    void notFound(Check.Located check, Slice region, Outcome outcome, int count) {
        var errors = outcome instanceof Outcome.Unusable(var list) ? list : List.<PatternException>of();
        for (var error : errors) diagnostics.error(error.where(), error.getMessage());
        var kind = errors.isEmpty() ? Annotation.Kind.MISSING : Annotation.Kind.UNUSABLE;
        annotate(check, kind, region);
        for (var error : errors) annotations.add(new Annotation(check.pattern(), kind, region.take(0), error.getMessage()));
        if (errors.isEmpty()) {
            diagnostics.error(check.pattern().where(), check.describe() + ": expected string not found in input" + outOf(check, count));
            diagnostics.note(region, "scanning from here");
        }
        substitutions(check, region);
        if (check.kind() == Directive.Kind.NOT) return;
        int near = FuzzyMatch.find(region, check.pattern().example());
        if (near < 0) return;
        var where = new Slice(input, near, near);
        annotate(check, Annotation.Kind.NEAR, where);
        diagnostics.note(where, "possible intended match here");
    }

    /// Whether a `-NEXT`, `-EMPTY` or `-SAME` directive matched on the line it must; `skipped` lies between the match before and this one.
    boolean onRightLine(Check.Located check, Slice skipped, Outcome.Found found) {
        boolean counts = check.kind() == Directive.Kind.NEXT || check.kind() == Directive.Kind.EMPTY || check.kind() == Directive.Kind.SAME;
        if (!counts) return true;
        int[] ends = lineEnds(skipped.text());
        var name = check.prefix() + check.kind().suffix;
        var message = switch (check.kind()) {
            case NEXT, EMPTY -> ends.length == 0 ? ": is on the same line as previous match"
                : ends.length > 1 ? ": is not on the line after the previous match" : null;
            case SAME -> ends.length > 0 ? ": is not on the same line as the previous match" : null;
            default -> null;
        };
        if (message == null) return true;
        diagnostics.error(check.pattern().where(), name + message);
        diagnostics.note(skipped.drop(skipped.length()), "'next' match was here");
        diagnostics.note(skipped, "previous match ended here");
        if (check.kind() != Directive.Kind.SAME && ends.length > 1) {
            diagnostics.note(skipped.drop(ends[0]), "non-matching line after previous match is here");
        }
        if (options.verbose()) annotateLastAs(Annotation.Kind.WRONG_LINE);
        else annotate(check, Annotation.Kind.WRONG_LINE, slice(found));
        return false;
    }

    /// The places behind each end of a line; `\r\n` and `\n\r` are one.
    private static int[] lineEnds(String text) {
        return java.util.regex.Pattern.compile("\r\n|\n\r|\n|\r").matcher(text).results().mapToInt(MatchResult::end).toArray();
    }

    private void substitutions(Check.Located check, Slice where) {
        for (var annotation : substituted(check, where)) {
            annotations.add(annotation);
            diagnostics.note(where, annotation.note());
        }
    }

    /// What the variables and expressions of a pattern stood for, those without a value left out.
    private List<Annotation> substituted(Check.Located check, Slice where) {
        var substituted = new ArrayList<Annotation>();
        var last = annotations.isEmpty() ? Annotation.Kind.MISSING : annotations.getLast().kind();
        for (var substitution : check.pattern().substitutions()) {
            substitution.value(variables, new ArrayList<>()).ifPresent(value -> {
                boolean escaped = value.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"');
                var note = "with \"" + Escapes.escape(substitution.text().text()) + "\" equal to \"" + (escaped ? Escapes.escape(value) : value)
                    + "\"" + (escaped ? " (escaped value)" : "");
                substituted.add(new Annotation(check.pattern(), last, where.take(0), note));
            });
        }
        return substituted;
    }

    /// Changes the kind of the last annotations as far as they are of one pattern.
    private void annotateLastAs(Annotation.Kind kind) {
        var pattern = annotations.getLast().pattern();
        for (int i = annotations.size() - 1; i >= 0 && annotations.get(i).pattern() == pattern; i--) annotations.set(i, annotations.get(i).as(kind));
    }

    private void annotate(Check.Located check, Annotation.Kind kind, Slice where) {
        annotations.add(new Annotation(check.pattern(), kind, where, ""));
    }

    private Slice slice(Outcome.Found found) {
        return new Slice(input, found.start(), found.end());
    }

    private static String outOf(Check.Located check, int count) {
        int all = check.pattern().directive().count();
        return all > 1 ? " (" + count + " out of " + all + ")" : "";
    }
}
