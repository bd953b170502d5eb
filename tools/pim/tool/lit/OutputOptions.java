package pim.tool.lit;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// What is told, and where. Of options that contradict each other the last one counts.
final class OutputOptions {
    /// Of which tests something is shown: of none, of those that fail, of all.
    enum Level {
        off, failed, all;

        boolean includes(Result.Code code) {
            return this == all || this == failed && code.isFailure();
        }
    }

    /// What is said besides results.
    enum Diagnostic { error, warning, note }

    private Level testOutput = Level.off;
    private Level results = Level.all;
    private boolean terse;
    private boolean progress;

    @Option(names = "--diagnostic-level", paramLabel = "error|warning|note", description = "Shows warnings, or errors alone (default: note).")
    Diagnostic diagnostics = Diagnostic.note;

    @Option(names = "--test-output", paramLabel = "off|failed|all",
        description = "Of which tests to show what they ran and printed (default: off); their results are shown too.")
    void testOutput(Level level) {
        // Before the command line is read, every option is given its initial value, which this one has not.
        if (level == null) return;
        testOutput = level;
        if (results.compareTo(level) < 0) results = level;
    }

    @Option(names = "--print-result-after", paramLabel = "off|failed|all",
        description = "Of which tests to show the result as it comes (default: all); of no others what they printed.")
    void results(Level level) {
        if (level == null) return;
        results = level;
        if (testOutput.compareTo(level) > 0) testOutput = level;
    }

    @Option(names = {"-v", "--verbose", "-vv", "--echo-all-commands"}, description = "The same as --test-output=failed.")
    void verbose(boolean given) {
        if (given) testOutput(Level.failed);
    }

    @Option(names = {"-a", "--show-all"}, description = "The same as --test-output=all.")
    void showAll(boolean given) {
        if (given) testOutput(Level.all);
    }

    @Option(names = {"-q", "--quiet"},
        description = "The same as --diagnostic-level=error --print-result-after=failed --test-output=off --terse-summary.")
    void quiet(boolean given) {
        if (!given) return;
        results(Level.failed);
        testOutput(Level.off);
        diagnostics = Diagnostic.error;
        terse = true;
    }

    @Option(names = {"-s", "--succinct"}, description = "The same as --progress-bar --print-result-after=failed.")
    void succinct(boolean given) {
        if (!given) return;
        progress = true;
        results(Level.failed);
    }

    @Option(names = "--terse-summary", description = "Leaves the time and what is no failure out of the summary.")
    void terse(boolean given) {
        if (given) terse = true;
    }

    @Option(names = "--no-terse-summary", description = "Shows them.")
    void full(boolean given) {
        if (given) terse = false;
    }

    @Option(names = "--progress-bar", description = "Shows how far the run is.")
    void progress(boolean given) {
        if (given) progress = true;
    }

    @Option(names = "--no-progress-bar", description = "Does not.")
    void withoutProgress(boolean given) {
        if (given) progress = false;
    }

    @Option(names = {"-r", "--relative-paths"}, description = "Lists files instead of names of tests in the summary.")
    boolean relativePaths;
    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Writes the results as JSON.")
    Path json;
    @Option(names = "--xunit-xml-output", paramLabel = "FILE", description = "Writes a report as JUnit does.")
    Path xunit;
    @Option(names = "--report-failures-only", description = "Leaves everything but failures out of these files.")
    boolean reportFailuresOnly;
    @Option(names = "--time-tests", description = "Shows how long the tests took.")
    boolean timeTests;
    @Option(names = "--show-excluded", description = "Lists tests that the options leave out in the summary.")
    boolean showExcluded;
    @Option(names = "--show-skipped", description = "Lists tests that were not reached.")
    boolean showSkipped;
    @Option(names = "--show-unsupported", description = "Lists unsupported tests.")
    boolean showUnsupported;
    @Option(names = "--show-pass", description = "Lists passed tests.")
    boolean showPass;
    @Option(names = "--show-flakypass", description = "Lists tests that passed only when tried again.")
    boolean showFlakypass;
    @Option(names = "--show-xfail", description = "Lists expectedly failed tests.")
    boolean showXfail;
    @Option(names = "--show-suites", description = "Shows the suites and runs nothing.")
    boolean showSuites;
    @Option(names = "--show-tests", description = "Shows the names of the tests and runs none.")
    boolean showTests;
    @Option(names = "--show-used-features", description = "Shows the features that tests ask for and runs none.")
    boolean showUsedFeatures;

    Level testOutput() {
        return testOutput;
    }

    Level results() {
        return results;
    }

    boolean isTerse() {
        return terse;
    }

    boolean showsProgress() {
        return progress;
    }

    boolean warns() {
        return diagnostics != Diagnostic.error;
    }

    /// Whether the summary lists the tests of this result.
    boolean lists(Result.Code code) {
        return code.isFailure() || switch (code) {
            case EXCLUDED -> showExcluded;
            case SKIPPED -> showSkipped;
            case UNSUPPORTED -> showUnsupported;
            case PASS -> showPass;
            case FLAKYPASS -> showFlakypass;
            case XFAIL -> showXfail;
            default -> false;
        };
    }
}
