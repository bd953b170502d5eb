package pim.tool.lit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pim.tool.lit.Result.Code;

/// One test file of a suite.
///
/// @param path the file, seen from the root of the suite
public record TestCase(Suite suite, Path path, Settings settings) {
    /// The name in reports: the suite, and the path in it.
    public String name() {
        return suite.name() + " :: " + pathName();
    }

    /// The path in the suite.
    String pathName() {
        return path.toString().replace(File.separatorChar, '/');
    }

    public Path file() {
        return suite.root().resolve(path);
    }

    /// Runs the test.
    ///
    /// @param timeout how long it may take
    public Result run(Duration timeout) throws IOException, InterruptedException {
        return run(Execution.plain(timeout));
    }

    Result run(Execution execution) throws IOException, InterruptedException {
        long start = System.nanoTime();
        return result(execution).within(Duration.ofNanos(System.nanoTime() - start));
    }

    private Result result(Execution execution) throws IOException, InterruptedException {
        if (settings.unsupported()) return Result.of(Code.UNSUPPORTED, "Test is unsupported");
        try {
            var test = TestFile.read(file());
            boolean expected = execution.expectsFailure(this, test.isExpectedToFail(settings.features()));
            if (expected && execution.excludesFailing()) return Result.of(Code.EXCLUDED, "excluding XFAIL tests");
            var missing = test.missing(settings.features());
            if (!missing.isEmpty()) return Result.of(Code.UNSUPPORTED, "Test requires the following unavailable features: "
                + String.join(", ", missing));
            var unsupported = test.unsupportedBy(settings.features());
            if (!unsupported.isEmpty()) return Result.of(Code.UNSUPPORTED, "Test does not support the following features and/or targets: "
                + String.join(", ", unsupported));
            var result = execution.runsCommands() ? execute(test, execution) : Result.of(Code.PASS, "");
            return expected ? result.whereFailureIsExpected() : result;
        } catch (IllegalArgumentException e) {
            return Result.of(Code.UNRESOLVED, e.getMessage() + "\n");
        }
    }

    /// A line of the script, ready to run.
    private record Step(int line, String command, Script script) {}

    /// @throws IllegalArgumentException when the script cannot be read
    private Result execute(TestFile test, Execution execution) throws IOException, InterruptedException {
        var folder = suite.output().resolve(path).getParent();
        var temporary = folder.resolve("Output").resolve(path.getFileName());
        var steps = new ArrayList<Step>();
        var substitutions = new Substitutions(settings, file(), temporary);
        for (var line : test.script()) {
            switch (line) {
                case TestFile.Line.Define define -> substitutions.define(define);
                case TestFile.Line.Run(var number, var text) -> {
                    var command = substitutions.apply(text);
                    steps.add(new Step(number, command, command.isBlank() ? null : parsed(command, number)));
                }
            }
        }
        Files.createDirectories(temporary.getParent());
        long attempts = 1 + (test.retries().isPresent() ? test.retries().getAsInt() : settings.retries() > 0 ? settings.retries()
            : execution.retries());
        for (long attempt = 1; ; attempt++) {
            var result = execute(steps, folder, execution.timeout()).after(attempt, attempts);
            if (result.code() != Code.FAIL || attempt == attempts) return result;
        }
    }

    private Result execute(List<Step> steps, Path folder, Duration timeout) throws IOException, InterruptedException {
        var trace = new Trace();
        var shell = new Shell(folder, settings.environmentOf(this), timeout, settings.pipefail(), trace);
        int status = 0;
        try {
            for (var step : steps) {
                trace.note("# RUN: at line " + step.line() + (step.script() == null ? " has no command after substitutions" : ""));
                if (step.script() == null) continue;
                trace.note(step.command());
                status = shell.run(step.script());
                if (status != 0) break;
            }
        } catch (CommandException e) {
            status = Shell.NOT_RUN;
            trace.command(e.words(), new byte[0], e.getMessage().getBytes(StandardCharsets.UTF_8), status);
        } catch (TimeoutException e) {
            return Result.of(Code.TIMEOUT, "Timeout: " + e.getMessage() + "\n\nCommand Output (stdout):\n--\n" + trace + "\n--\n");
        }
        return Result.of(status == 0 ? Code.PASS : Code.FAIL, "Exit Code: " + status + "\n\nCommand Output (stdout):\n--\n" + trace + "\n--\n");
    }

    private static Script parsed(String command, int line) {
        try {
            return ShellParser.parse(command);
        } catch (ShellSyntaxException e) {
            throw new IllegalArgumentException("shell parser error on RUN: at line " + line + ": " + command + "\n" + e.getMessage());
        }
    }
}
