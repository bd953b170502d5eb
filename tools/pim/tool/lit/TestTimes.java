package pim.tool.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pim.tensor.WholeFile;

/// How long tests took the last time and which failed: a file beside their output, in the form of LLVM's lit.
final class TestTimes {
    private static final String FILE = ".lit_test_times.txt";
    /// The time of a failed test is negative, and so must not be zero.
    private static final double LEAST = 1e-6;

    private final Map<Path, Map<String, Double>> times = new HashMap<>();

    /// Seconds, or 0 for a test that is not known.
    double seconds(TestCase test) {
        return Math.abs(of(test.suite()).getOrDefault(test.pathName(), 0.0));
    }

    boolean failed(TestCase test) {
        return of(test.suite()).getOrDefault(test.pathName(), 0.0) < 0;
    }

    private Map<String, Double> of(Suite suite) {
        return times.computeIfAbsent(suite.output(), TestTimes::read);
    }

    /// A file that is not there or not understood says nothing.
    private static Map<String, Double> read(Path folder) {
        var read = new TreeMap<String, Double>();
        try {
            for (var line : Files.readAllLines(folder.resolve(FILE))) {
                int space = line.indexOf(' ');
                if (space > 0) read.put(line.substring(space + 1), Double.parseDouble(line.substring(0, space)));
            }
        } catch (NoSuchFileException firstRun) {
            return read;
        } catch (IOException | NumberFormatException damaged) {
            return new TreeMap<>();
        }
        return read;
    }

    /// Writes the times of `results` over those known.
    void record(Map<TestCase, Result> results) throws IOException {
        results.forEach((test, result) -> {
            double seconds = Math.max(result.elapsed().toNanos() / 1e9, LEAST);
            if (!result.code().isSkip()) of(test.suite()).put(test.pathName(), result.code().isFailure() ? -seconds : seconds);
        });
        for (var entry : times.entrySet()) {
            var lines = entry.getValue().entrySet().stream().map(time -> String.format(Locale.ROOT, "%e %s%n", time.getValue(), time.getKey()));
            Files.createDirectories(entry.getKey());
            WholeFile.write(entry.getKey().resolve(FILE), out -> out.write(lines.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
