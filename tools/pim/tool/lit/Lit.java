package pim.tool.lit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import pim.tool.Streams;
import pim.tool.Tool;

/// `pim-lit`: runs test files as LLVM's lit does.
public record Lit() implements Tool {
    @Override
    public String name() {
        return "pim-lit";
    }

    @Override
    public int run(List<String> arguments, Streams io) throws IOException {
        var options = new Options();
        var commandLine = new CommandLine(options).setExpandAtFiles(false).setTrimQuotes(false);
        try {
            options.parse(commandLine, arguments, io.environment());
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
        var discovered = new ArrayList<>(discover(options, io));
        if (discovered.isEmpty()) throw new LitException("error: did not discover any tests for provided path(s)");
        if (options.output.showSuites || options.output.showTests || options.output.showUsedFeatures) {
            new Listing(discovered, io.out()).print(options.output);
            return 0;
        }
        var times = new TestTimes();
        var selection = new Selection(options.selection, times);
        selection.order(discovered);
        var filtered = selection.filter(discovered);
        if (filtered.isEmpty()) {
            io.err().println("error: filter did not match any tests (of " + discovered.size() + " discovered).  "
                + (options.execution.allowEmptyRuns ? "Suppressing error because '--allow-empty-runs' was specified."
                    : "Use '--allow-empty-runs' to suppress this error."));
            return options.execution.allowEmptyRuns ? 0 : 2;
        }
        var selected = selection.share(filtered);
        if (selected.isEmpty()) {
            if (options.output.warns()) io.err().println("warning: shard does not contain any tests.  Consider decreasing the number of shards.");
            return 0;
        }
        long start = System.nanoTime();
        int workers = (int) Math.min(options.workers(), selected.size());
        var report = new Report(options.output, io, selected.size());
        report.begin(discovered.size(), workers);
        var run = new Run(options.execution(), options.execution.maxFailures, options.execution.maxTime, report::completed);
        var results = run.execute(selected, workers);
        if (run.stopped() != null && options.output.warns()) io.err().println("warning: " + run.stopped() + ", skipping remaining tests");
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!options.execution.skipTimes) times.record(results);
        var all = new LinkedHashMap<>(results);
        for (var test : discovered) all.putIfAbsent(test, Result.of(Result.Code.EXCLUDED, ""));
        report.summary(all, seconds);
        writeReports(options, io, options.selection.shards == null ? all : results, seconds);
        if (results.values().stream().noneMatch(result -> result.code().isFailure())) return 0;
        if (!options.execution.ignoreFail) return 1;
        io.err().println("\nExiting with status 0 instead of 1 because '--ignore-fail' was specified.");
        return 0;
    }

    private static LinkedHashSet<TestCase> discover(Options options, Streams io) throws IOException {
        var discovered = new LinkedHashSet<TestCase>();
        var warned = new HashSet<Path>();
        var output = options.execRoot == null ? null : io.resolve(options.execRoot.toString());
        for (var path : options.paths) {
            var file = io.resolve(path);
            var suite = Suite.of(file, output, options.features, options.parametersByName(), options.environment(io));
            var unread = suite.unread();
            if (!unread.isEmpty() && options.output.warns() && warned.add(suite.root())) {
                io.err().println("warning: " + suite.root() + "/lit.cfg.py is for LLVM's lit, of " + String.join(", ", unread)
                    + " in it nothing is known here: set what the tests need in " + suite.root() + "/" + Settings.FILE);
            }
            discovered.addAll(suite.tests(file));
        }
        return discovered;
    }

    private static void writeReports(Options options, Streams io, Map<TestCase, Result> results, double seconds) throws IOException {
        var reported = new LinkedHashMap<>(results);
        if (options.output.reportFailuresOnly) reported.values().removeIf(result -> !result.code().isFailure());
        if (options.output.xunit != null) XunitReport.write(io.resolve(options.output.xunit.toString()), reported, seconds);
        if (options.output.json != null) JsonReport.write(io.resolve(options.output.json.toString()), reported, seconds);
    }
}
