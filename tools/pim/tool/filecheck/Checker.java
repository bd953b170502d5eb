package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.List;

/// Matches the checks of a check file against an input, in order.
final class Checker {
    private static final int FAILED = -1;

    private final Options options;
    private final Variables variables;
    private final MatchReport report;

    Checker(Options options, Variables variables, MatchReport report) {
        this.options = options;
        this.variables = variables;
        this.report = report;
    }

    /// Checks the input block by block: a `-LABEL` directive is found first, and what stands before it is matched only up to it.
    ///
    /// @return whether every check is fulfilled
    boolean check(List<Check> checks, Slice input) {
        boolean good = true;
        int next = 0;
        for (int label = 0; label <= checks.size(); label++) {
            var region = input;
            if (label < checks.size()) {
                var check = checks.get(label);
                if (check.positive().kind() != Directive.Kind.LABEL) continue;
                var found = matchPositive(check.positive(), input);
                if (found == null) return false;
                region = input.take(found.end() - input.start());
                input = input.drop(found.end() - input.start());
            }
            if (next != 0 && options.enableVarScope) variables.clearLocal();
            for (; next < Math.min(label + 1, checks.size()); next++) {
                int end = check(checks.get(next), region);
                if (end == FAILED) {
                    good = false;
                    next = Math.min(label + 1, checks.size());
                    break;
                }
                region = region.drop(end - region.start());
            }
        }
        return good;
    }

    /// Matches one positive directive with those before it.
    ///
    /// @return where the match ends, or [#FAILED]
    private int check(Check check, Slice region) {
        var nots = new ArrayList<Check.Located>();
        int start = new DagGroup(region).match(check.before(), nots);
        if (start == FAILED) return FAILED;
        var rest = region.drop(start - region.start());
        var found = matchPositive(check.positive(), rest);
        if (found == null) return FAILED;
        var skipped = rest.take(found.start() - rest.start());
        if (!report.onRightLine(check.positive(), skipped, found)) return FAILED;
        return absent(nots, skipped) ? found.end() : FAILED;
    }

    /// The whole of the directive's matches: from the start of the first to the end of the last, or null.
    private Pattern.Outcome.Found matchPositive(Check.Located check, Slice region) {
        int first = -1;
        int end = region.start();
        for (int i = 1; i <= check.pattern().directive().count(); i++) {
            var rest = region.drop(end - region.start());
            switch (check.pattern().match(rest, variables)) {
                case Pattern.Outcome.Found found -> {
                    report.found(check, found, i);
                    if (first < 0) first = found.start();
                    end = found.end();
                }
                case Pattern.Outcome other -> {
                    report.notFound(check, rest, other, i);
                    return null;
                }
            }
        }
        return new Pattern.Outcome.Found(first, end, List.of());
    }

    /// Whether none of `nots` occurs in `region`.
    private boolean absent(List<Check.Located> nots, Slice region) {
        boolean good = true;
        for (var not : nots) {
            switch (not.pattern().match(region, variables)) {
                case Pattern.Outcome.Found found -> {
                    report.excluded(not, found);
                    good = false;
                }
                case Pattern.Outcome.NotFound _ -> report.absent(not, region);
                case Pattern.Outcome.Unusable unusable -> {
                    report.notFound(not, region, unusable, 1);
                    good = false;
                }
            }
        }
        return good;
    }

    /// A run of `-DAG` directives: each matches anywhere behind the run before, but no two matches overlap.
    private final class DagGroup {
        private final Slice region;
        /// The matches so far, ordered and apart from each other.
        private final List<Pattern.Outcome.Found> matches = new ArrayList<>();
        private int start;

        DagGroup(Slice region) {
            this.region = region;
            this.start = region.start();
        }

        /// Matches all `-DAG` directives of `before`; leaves in `nots` the `-NOT` directives behind the last of them.
        ///
        /// @return where the last run ends, or [#FAILED]
        int match(List<Check.Located> before, List<Check.Located> nots) {
            for (int i = 0; i < before.size(); i++) {
                var check = before.get(i);
                if (check.kind() == Directive.Kind.NOT) {
                    nots.add(check);
                    continue;
                }
                if (!place(check)) return FAILED;
                boolean lastOfRun = i + 1 == before.size() || before.get(i + 1).kind() == Directive.Kind.NOT;
                if (!lastOfRun) continue;
                var between = region.drop(start - region.start()).take(matches.getFirst().start() - start);
                if (!absent(nots, between)) return FAILED;
                nots.clear();
                start = matches.getLast().end();
                matches.clear();
            }
            return start;
        }

        /// Finds the first match of `check` that overlaps no earlier one of this run.
        private boolean place(Check.Located check) {
            int from = start;
            int index = 0;
            while (true) {
                var rest = region.drop(from - region.start());
                var outcome = check.pattern().match(rest, variables);
                if (!(outcome instanceof Pattern.Outcome.Found found)) {
                    report.notFound(check, rest, outcome, 1);
                    return false;
                }
                if (options.veryVerbose || options.allowDeprecatedDagOverlap) report.found(check, found, 1);
                if (options.allowDeprecatedDagOverlap) {
                    if (!matches.isEmpty()) {
                        var all = matches.removeFirst();
                        found = new Pattern.Outcome.Found(Math.min(all.start(), found.start()), Math.max(all.end(), found.end()), List.of());
                    }
                    matches.add(found);
                    return true;
                }
                while (index < matches.size() && found.start() >= matches.get(index).end()) index++;
                if (index == matches.size() || matches.get(index).start() >= found.end()) {
                    matches.add(index, found);
                    if (!options.veryVerbose) report.found(check, found, 1);
                    return true;
                }
                report.discarded(matches.get(index));
                from = matches.get(index).end();
                index++;
            }
        }
    }
}
