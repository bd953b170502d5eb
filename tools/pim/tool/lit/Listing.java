package pim.tool.lit;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/// Shows what was found instead of running it.
final class Listing {
    private final List<TestCase> tests;
    private final PrintStream out;

    Listing(List<TestCase> tests, PrintStream out) {
        this.tests = tests.stream().sorted(Comparator.comparing(TestCase::name)).toList();
        this.out = out;
    }

    void print(OutputOptions options) throws IOException {
        if (options.showSuites) suites();
        if (options.showTests) {
            out.println("-- Available Tests --");
            tests.forEach(test -> out.println("  " + test.name()));
        }
        if (options.showUsedFeatures) out.println(String.join(" ", usedFeatures()));
    }

    private void suites() {
        var counts = new LinkedHashMap<Suite, Integer>();
        tests.forEach(test -> counts.merge(test.suite(), 1, Integer::sum));
        out.println("-- Test Suites --");
        counts.forEach((suite, count) -> {
            out.println("  " + suite.name() + " - " + count + " tests");
            out.println("    Source Root: " + suite.root());
            out.println("    Exec Root  : " + suite.output());
            out.println("    Available Features: " + String.join(" ", new TreeSet<>(suite.features())));
        });
    }

    /// The names in all `REQUIRES:`, `UNSUPPORTED:` and `XFAIL:`; a file that cannot be read has none.
    private TreeSet<String> usedFeatures() throws IOException {
        var names = new TreeSet<String>();
        for (var test : tests) {
            try {
                names.addAll(TestFile.read(test.file()).usedFeatures());
            } catch (IllegalArgumentException unreadable) {
                continue;
            }
        }
        return names;
    }
}
