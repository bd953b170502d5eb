package pim.tool.lit;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Prints results as they come, and a summary, in the words of LLVM's lit.
final class Report {
    static final String STARS = "*".repeat(20);

    private final Options options;
    private final PrintStream out;
    private final int tests;
    private int completed;

    Report(Options options, PrintStream out, int tests) {
        this.options = options;
        this.out = out;
        this.tests = tests;
    }

    void begin(int discovered, int workers) {
        if (options.quiet) return;
        out.println("-- Testing: " + tests + (tests == discovered ? "" : " of " + discovered) + " tests, " + workers + " workers --");
    }

    synchronized void completed(TestCase test, Result result) {
        completed++;
        boolean failed = result.code().isFailure();
        if (!failed && (options.quiet || options.succinct) && !options.showAll) return;
        out.println(result.code() + ": " + test.name() + " (" + completed + " of " + tests + ")");
        if (options.showAll || failed && options.verbose) out.println(result.block(test));
        out.flush();
    }

    void summary(Map<TestCase, Result> results, int discovered, double seconds) {
        for (var code : Result.Code.values()) {
            var names = results.entrySet().stream().filter(entry -> entry.getValue().code() == code).map(entry -> entry.getKey().name()).sorted()
                .toList();
            if (names.isEmpty() || !options.lists(code)) continue;
            out.println(STARS);
            out.println(code.label() + " Tests (" + names.size() + "):");
            names.forEach(name -> out.println("  " + name));
            out.println();
        }
        if (options.timeTests) times(results);
        if (!options.quiet) out.println(String.format(Locale.ROOT, "%nTesting Time: %.2fs", seconds));
        out.println();
        out.println("Total Discovered Tests: " + discovered);
        var counts = new TreeMap<Result.Code, Integer>();
        if (discovered > tests) counts.put(Result.Code.EXCLUDED, discovered - tests);
        results.values().forEach(result -> counts.merge(result.code(), 1, Integer::sum));
        if (options.quiet) counts.keySet().removeIf(code -> !code.isFailure());
        int label = counts.keySet().stream().mapToInt(code -> code.label().length()).max().orElse(0);
        int width = counts.values().stream().mapToInt(count -> String.valueOf(count).length()).max().orElse(0);
        counts.forEach((code, count) -> out.println(String.format(Locale.ROOT, "  %-" + label + "s: %" + width + "d (%.2f%%)", code.label(), count,
            100.0 * count / discovered)));
    }

    private void times(Map<TestCase, Result> results) {
        out.println("Slowest Tests:");
        out.println("-".repeat(74));
        results.entrySet().stream().sorted(Comparator.comparing((Map.Entry<TestCase, Result> entry) -> entry.getValue().elapsed()).reversed())
            .limit(20)
            .forEach(entry -> out.println(String.format(Locale.ROOT, "%.2fs: %s", entry.getValue().elapsed().toNanos() / 1e9, entry.getKey()
                .name())));
        out.println();
    }
}
