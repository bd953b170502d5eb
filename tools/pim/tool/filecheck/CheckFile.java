package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Reads the directives of a check file.
final class CheckFile {
    private final Options options;
    private final Variables variables;
    private final Diagnostics diagnostics;
    private final List<Check> checks = new ArrayList<>();
    private List<Check.Located> between = new ArrayList<>();

    CheckFile(Options options, Variables variables, Diagnostics diagnostics) {
        this.options = options;
        this.variables = variables;
        this.diagnostics = diagnostics;
    }

    /// The checks in order, or null after an error.
    ///
    /// @throws PatternException for a directive that cannot be read
    List<Check> read(Source source) throws PatternException {
        var implicit = implicitNots();
        between.addAll(implicit);
        var unused = new TreeSet<>(options.checkPrefixes());
        int distinct = unused.size();
        var finder = new DirectiveFinder(source.all(), options.checkPrefixes(), options.commentPrefixes());
        for (var found = finder.next(); found != null; found = finder.next()) {
            unused.remove(found.prefix());
            add(found, finder.pattern(options.strictWhitespace && options.matchFullLines), implicit);
        }
        boolean missing = unused.size() == distinct || !options.allowUnusedPrefixes && !unused.isEmpty();
        if (missing && (implicit.isEmpty() || !options.usesDefaultPrefix())) {
            diagnostics.error("no check strings found with prefix" + (unused.size() > 1 ? "es " : " ")
                + String.join(", ", unused.stream().map(p -> "'" + p + ":'").toList()));
            return null;
        }
        if (!between.isEmpty()) {
            var end = finder.rest().take(0);
            checks.add(new Check(new Check.Located(pattern(Directive.of(Directive.Kind.END), end), options.checkPrefixes().getFirst()), between));
        }
        return checks;
    }

    private List<Check.Located> implicitNots() throws PatternException {
        var nots = new ArrayList<Check.Located>();
        for (var text : options.implicitCheckNot) {
            var opening = "-implicit-check-not='";
            var source = new Source("command line", opening + text + "'");
            var parser = new PatternParser(options, variables, Directive.of(Directive.Kind.NOT), 0);
            nots.add(new Check.Located(parser.parse(source.all().drop(opening.length()).take(text.length()), "IMPLICIT-CHECK"), "IMPLICIT-CHECK"));
        }
        return nots;
    }

    private void add(DirectiveFinder.Found found, Slice text, List<Check.Located> implicit) throws PatternException {
        var directive = found.directive();
        int line = found.where().source().line(found.where().start());
        var pattern = new PatternParser(options, variables, directive, line).parse(text, found.prefix());
        var located = new Check.Located(pattern, found.prefix());
        switch (directive.kind()) {
            case LABEL -> {
                if (pattern.usesVariables()) throw new PatternException(found.where(), "found '" + found.prefix()
                    + "-LABEL:' with variable definition or use");
            }
            case NEXT, SAME, EMPTY -> {
                if (checks.isEmpty()) {
                    throw new PatternException(found.where(), "found '" + found.prefix() + directive.kind().suffix + "' without previous '"
                        + found.prefix() + ": line");
                }
            }
            default -> { }
        }
        if (directive.kind() == Directive.Kind.DAG || directive.kind() == Directive.Kind.NOT) {
            between.add(located);
        } else {
            checks.add(new Check(located, between));
            between = new ArrayList<>(implicit);
        }
    }

    private Pattern pattern(Directive directive, Slice where) {
        return new Pattern(directive, where, 0, false, null, "", List.of(), Map.of(), Map.of(), new HashMap<>());
    }
}
