package pim.tool.lit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import pim.tool.lit.Result.Code;

/// One test file of a suite.
///
/// @param path the file, seen from the root of the suite
public record TestCase(Suite suite, Path path, Settings settings) {
    /// The name in reports: the suite, and the path in it.
    public String name() {
        return suite.name() + " :: " + path.toString().replace(File.separatorChar, '/');
    }

    public Path file() {
        return suite.root().resolve(path);
    }

    /// Runs the test.
    ///
    /// @param timeout how long it may take
    public Result run(Duration timeout) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var result = result(timeout);
        return new Result(result.code(), result.output(), Duration.ofNanos(System.nanoTime() - start));
    }

    private Result result(Duration timeout) throws IOException, InterruptedException {
        if (settings.unsupported()) return of(Code.UNSUPPORTED, "Test is unsupported");
        TestFile test;
        try {
            test = TestFile.read(file());
        } catch (IllegalArgumentException e) {
            return of(Code.UNRESOLVED, e.getMessage() + "\n");
        }
        var missing = test.missing(settings.features());
        if (!missing.isEmpty()) return of(Code.UNSUPPORTED, "Test requires the following unavailable features: " + String.join(", ", missing));
        var unsupported = test.unsupportedBy(settings.features());
        if (!unsupported.isEmpty()) return of(Code.UNSUPPORTED, "Test does not support the following features and/or targets: "
            + String.join(", ", unsupported));
        var result = execute(test, timeout);
        for (int retry = 0; retry < test.retries() && result.code() == Code.FAIL; retry++) {
            result = execute(test, timeout);
            if (result.code() == Code.PASS) result = of(Code.FLAKYPASS, result.output());
        }
        if (!test.isExpectedToFail(settings.features())) return result;
        return switch (result.code()) {
            case FAIL -> of(Code.XFAIL, result.output());
            case PASS, FLAKYPASS -> of(Code.XPASS, result.output());
            default -> result;
        };
    }

    private Result execute(TestFile test, Duration timeout) throws IOException, InterruptedException {
        var folder = suite.output().resolve(path).getParent();
        var temporary = folder.resolve("Output").resolve(path.getFileName());
        Files.createDirectories(temporary.getParent());
        var substitutions = new Substitutions(settings, file(), temporary);
        var shell = new Shell(folder, settings.environment(), timeout);
        int status = 0;
        try {
            for (var line : test.script()) {
                switch (line) {
                    case TestFile.Line.Define define -> substitutions.define(define);
                    case TestFile.Line.Run(var number, var text) -> {
                        var command = substitutions.apply(text);
                        shell.note("# RUN: at line " + number);
                        shell.note(command);
                        status = command.isBlank() ? 0 : shell.run(parsed(command, number));
                    }
                }
                if (status != 0) break;
            }
        } catch (IllegalArgumentException e) {
            return of(Code.UNRESOLVED, e.getMessage() + "\n");
        } catch (CommandNotFoundException e) {
            shell.note("# error: " + e.getMessage());
            status = Shell.NOT_FOUND;
        } catch (TimeoutException e) {
            return of(Code.TIMEOUT, "Timeout: " + e.getMessage() + "\n\nCommand Output (stdout):\n--\n" + shell.trace() + "\n--\n");
        }
        return of(status == 0 ? Code.PASS : Code.FAIL, "Exit Code: " + status + "\n\nCommand Output (stdout):\n--\n" + shell.trace() + "\n--\n");
    }

    private static Script parsed(String command, int line) {
        try {
            return ShellParser.parse(command);
        } catch (ShellSyntaxException e) {
            throw new IllegalArgumentException("shell parser error on RUN: at line " + line + ": " + command + "\n" + e.getMessage());
        }
    }

    private static Result of(Code code, String output) {
        return new Result(code, output, Duration.ZERO);
    }
}
