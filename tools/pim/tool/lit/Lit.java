package pim.tool.lit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import pim.tool.Streams;
import pim.tool.Tool;

/// `pim-lit`: runs test files as LLVM's lit does.
public record Lit() implements Tool {
    private static final Duration ANY_TIME = Duration.ofDays(365);

    @Override
    public String name() {
        return "pim-lit";
    }

    @Override
    public int run(List<String> arguments, Streams io) throws IOException {
        var options = new Options();
        var commandLine = new CommandLine(options).setExpandAtFiles(false).setTrimQuotes(false);
        try {
            commandLine.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            io.err().println("pim-lit: error: " + e.getMessage() + "; --help lists the options");
            return 2;
        }
        if (options.help) {
            commandLine.usage(new PrintWriter(io.out(), true, StandardCharsets.UTF_8), CommandLine.Help.Ansi.OFF);
            return 0;
        }
        if (options.version) {
            io.out().println(version());
            return 0;
        }
        try {
            return run(options, io);
        } catch (LitException e) {
            io.err().println(e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            io.err().println("pim-lit: error: interrupted");
            return 2;
        }
    }

    private static int run(Options options, Streams io) throws IOException, InterruptedException {
        var discovered = new LinkedHashSet<TestCase>();
        for (var path : options.paths) {
            var file = io.resolve(path);
            discovered.addAll(Suite.of(file, options.execRoot == null ? null : io.resolve(options.execRoot.toString()), options.features)
                .tests(file));
        }
        if (discovered.isEmpty()) throw new LitException("error: did not discover any tests for provided path(s)");
        var selected = discovered.stream().filter(test -> options.filter.matcher(test.name()).find() && !options.filterOut.matcher(test.name())
            .find()).toList();
        if (selected.isEmpty()) {
            io.err().println("error: filter did not match any tests (of " + discovered.size() + " discovered).  "
                + (options.allowEmptyRuns ? "Suppressing error because '--allow-empty-runs' was specified."
                    : "Use '--allow-empty-runs' to suppress this error."));
            return options.allowEmptyRuns ? 0 : 2;
        }
        if (options.showTests) {
            io.out().println("-- Available Tests --");
            selected.forEach(test -> io.out().println("  " + test.name()));
            return 0;
        }
        long start = System.nanoTime();
        int workers = (int) Math.min(options.workers, selected.size());
        var report = new Report(options, io.out(), selected.size());
        report.begin(discovered.size(), workers);
        var results = runAll(selected, workers, options.timeout == 0 ? ANY_TIME : Duration.ofSeconds(options.timeout), report);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.summary(results, discovered.size(), seconds);
        if (options.xunit != null) XunitReport.write(io.resolve(options.xunit.toString()), results, seconds);
        return results.values().stream().anyMatch(result -> result.code().isFailure()) ? 1 : 0;
    }

    private static Map<TestCase, Result> runAll(List<TestCase> tests, int workers, Duration timeout, Report report) throws IOException,
        InterruptedException {
        var results = Collections.synchronizedMap(new LinkedHashMap<TestCase, Result>());
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var running = new ArrayList<Future<Object>>();
            for (var test : tests) {
                running.add(pool.submit(() -> {
                    var result = test.run(timeout);
                    results.put(test, result);
                    report.completed(test, result);
                    return null;
                }));
            }
            for (var future : running) future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }
}
