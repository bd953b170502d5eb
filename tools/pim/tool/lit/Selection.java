package pim.tool.lit;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Orders the tests that were found and picks those to run.
final class Selection {
    private final Options.SelectionOptions options;
    private final TestTimes times;

    Selection(Options.SelectionOptions options, TestTimes times) {
        this.options = options;
        this.times = times;
    }

    /// Brings `tests` into the order they run in.
    void order(List<TestCase> tests) {
        switch (options.order()) {
            case random -> Collections.shuffle(tests, options.seed == null ? new Random() : new Random(options.seed));
            case lexical -> tests.sort(Comparator.comparing(TestCase::name));
            case smart -> tests.sort(Comparator.comparing((TestCase test) -> !times.failed(test))
                .thenComparing(Comparator.comparingDouble(times::seconds).reversed()).thenComparing(TestCase::name));
        }
    }

    /// The tests that the filters leave.
    List<TestCase> filter(List<TestCase> tests) {
        var wanted = Pattern.compile(options.filter, Pattern.CASE_INSENSITIVE);
        var unwanted = Pattern.compile(options.filterOut, Pattern.CASE_INSENSITIVE);
        return tests.stream().filter(test -> wanted.matcher(test.name()).find() && !unwanted.matcher(test.name()).find())
            .filter(test -> !options.filterFailed || times.failed(test)).toList();
    }

    /// The part of `tests` that this run takes.
    List<TestCase> share(List<TestCase> tests) {
        var part = options.shards == null ? tests
            : IntStream.range(0, tests.size()).filter(i -> i % options.shards == options.shard - 1).mapToObj(tests::get).toList();
        return part.subList(0, (int) Math.min(options.maxTests, part.size()));
    }
}
