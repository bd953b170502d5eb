package pim.tool.lit;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pim.tool.Streams;

/// Prints results as they come, and a summary, in the words of LLVM's lit.
final class Report {
    static final String STARS = "*".repeat(20);

    private final OutputOptions options;
    private final Streams io;
    private final PrintStream out;
    private final int tests;
    private final ProgressLine progress;
    private int completed;

    Report(OutputOptions options, Streams io, int tests) {
        this.options = options;
        this.io = io;
        this.out = io.out();
        this.tests = tests;
        this.progress = new ProgressLine(out);
    }

    void begin(int discovered, int workers) {
        if (options.results() == OutputOptions.Level.off && !options.showsProgress()) return;
        out.println("-- Testing: " + tests + (tests == discovered ? "" : " of " + discovered) + " tests, " + workers + " workers --");
        if (options.showsProgress()) progress.show(0);
    }

    synchronized void completed(TestCase test, Result result) {
        completed++;
        if (options.results().includes(result.code())) {
            if (options.showsProgress()) progress.interrupt();
            result(test, result);
        }
        if (options.showsProgress()) progress.show((double) completed / tests);
        out.flush();
    }

    private void result(TestCase test, Result result) {
        var attempts = result.attempts() > 1 ? ", " + result.attempts() + " of " + result.allowedAttempts() + " attempts" : "";
        out.println(result.code() + ": " + test.name() + " (" + completed + " of " + tests + attempts + ")");
        if (options.testOutput().includes(result.code())) out.println(result.block(test));
    }

    /// @param results of all tests that were found
    void summary(Map<TestCase, Result> results, double seconds) {
        if (options.showsProgress()) progress.interrupt();
        if (options.timeTests) {
            Histogram.print(results.entrySet().stream()
                .map(entry -> new Histogram.Item(entry.getKey().name(), entry.getValue().elapsed().toNanos() / 1e9)).toList(), out);
        }
        for (var code : Result.Code.values()) {
            var names = results.entrySet().stream().filter(entry -> entry.getValue().code() == code).map(entry -> summaryName(entry.getKey()))
                .sorted().toList();
            if (names.isEmpty() || !options.lists(code)) continue;
            out.println(STARS);
            out.println(code.label() + " Tests (" + names.size() + "):");
            names.forEach(name -> out.println("  " + name));
            out.println();
        }
        if (!options.isTerse()) out.println(String.format(Locale.ROOT, "%nTesting Time: %.2fs", seconds));
        out.println();
        out.println("Total Discovered Tests: " + results.size());
        var counts = new TreeMap<Result.Code, Integer>();
        results.values().forEach(result -> counts.merge(result.code(), 1, Integer::sum));
        if (options.isTerse()) counts.keySet().removeIf(code -> !code.isFailure());
        int label = counts.keySet().stream().mapToInt(code -> code.label().length()).max().orElse(0);
        int width = counts.values().stream().mapToInt(count -> String.valueOf(count).length()).max().orElse(0);
        counts.forEach((code, count) -> out.println(String.format(Locale.ROOT, "  %-" + label + "s: %" + width + "d (%.2f%%)", code.label(), count,
            100.0 * count / results.size())));
    }

    private String summaryName(TestCase test) {
        return options.relativePaths ? io.directory().toAbsolutePath().relativize(test.file().toAbsolutePath()).toString() : test.name();
    }
}
