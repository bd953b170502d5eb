package pim.tool.lit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pim.tool.Streams;

/// Runs the scripts of one test, with its own working directory and environment, and keeps a trace of what was run.
///
/// The commands of a pipeline run one after the other; each output is kept whole until the next command reads it.
final class Shell {
    /// Exit statuses above this are those of a command that a signal ended.
    static final int SIGNALLED = 128;
    /// The exit status of a script one of whose commands does not exist.
    static final int NOT_FOUND = 127;

    private final StringBuilder trace = new StringBuilder();
    private final Map<String, String> environment;
    private final Launcher launcher;
    private Path directory;

    /// @param timeout how long the whole test may take
    Shell(Path directory, Map<String, String> environment, Duration timeout) {
        this.directory = directory;
        this.environment = new TreeMap<>(environment);
        this.launcher = new Launcher(timeout);
    }

    String trace() {
        return trace.toString();
    }

    void note(String line) {
        trace.append(line).append('\n');
    }

    /// The exit status of `script`.
    ///
    /// @throws TimeoutException when the test's time is up
    /// @throws CommandNotFoundException which ends the test, so that `not` does not make a missing command a success
    int run(Script script) throws IOException, InterruptedException, TimeoutException, CommandNotFoundException {
        return switch (script) {
            case Script.Chain(var left, var operator, var right) -> {
                int status = run(left);
                boolean goOn = operator.equals(";") || operator.equals("&&") == (status == 0);
                yield goOn ? run(right) : status;
            }
            case Script.Pipeline pipeline -> {
                int status = run(pipeline);
                yield pipeline.negated() ? (status == 0 ? 1 : 0) : status;
            }
        };
    }

    private int run(Script.Pipeline pipeline) throws IOException, InterruptedException, TimeoutException, CommandNotFoundException {
        int status = 0;
        byte[] piped = new byte[0];
        for (var command : pipeline.commands()) {
            boolean last = command == pipeline.commands().getLast();
            var words = expand(command.words());
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int one = run(command, words, piped, out, err);
            piped = out.toByteArray();
            if (one != 0) status = one;
            record(words, last ? piped : new byte[0], err.toByteArray(), one);
        }
        return status;
    }

    /// Runs one command with its redirections in place; what is not redirected goes to `out` and `err`.
    private int run(Script.Command command, List<String> words, byte[] piped, OutputStream out, OutputStream err)
        throws IOException, InterruptedException, TimeoutException, CommandNotFoundException {
        var files = new ArrayList<OutputStream>();
        InputStream in = new ByteArrayInputStream(piped);
        OutputStream errors = command.pipesErrors() ? out : err;
        try {
            for (var redirection : command.redirections()) {
                switch (redirection) {
                    case Script.Redirection.Input(var file) -> in = new ByteArrayInputStream(Files.readAllBytes(target(file)));
                    case Script.Redirection.Output(var stream, var appends, var file) -> {
                        var sink = new FileOutputStream(target(file).toFile(), appends);
                        files.add(sink);
                        if (stream != 2) out = sink;
                        if (stream != 1) errors = sink;
                    }
                    case Script.Redirection.Duplicate(var stream, var other) -> {
                        var sink = other == 1 ? out : errors;
                        if (stream == 1) out = sink;
                        else errors = sink;
                    }
                }
            }
            return new Negations(words).status(launch(Negations.strip(words), in, out, errors));
        } catch (NoSuchFileException | FileNotFoundException e) {
            err.write(("cannot open '" + e.getMessage() + "'\n").getBytes(StandardCharsets.UTF_8));
            return 1;
        } finally {
            for (var file : files) file.close();
        }
    }

    private int launch(List<String> words, InputStream in, OutputStream out, OutputStream err) throws IOException, InterruptedException,
        TimeoutException, CommandNotFoundException {
        switch (words.isEmpty() ? ":" : words.getFirst()) {
            case ":" -> {
                return 0;
            }
            case "cd" -> {
                if (words.size() != 2 || !Files.isDirectory(directory.resolve(words.get(1)))) {
                    err.write("cd: needs one folder\n".getBytes(StandardCharsets.UTF_8));
                    return 1;
                }
                directory = directory.resolve(words.get(1)).normalize();
                return 0;
            }
            case "export" -> {
                for (var assignment : words.subList(1, words.size())) {
                    int equals = assignment.indexOf('=');
                    environment.put(equals < 0 ? assignment : assignment.substring(0, equals), equals < 0 ? "" : assignment.substring(equals + 1));
                }
                return 0;
            }
            default -> { }
        }
        var tool = Launcher.tool(words.getFirst());
        if (tool != null) {
            var outPrinter = new PrintStream(out, false, StandardCharsets.UTF_8);
            var errPrinter = out == err ? outPrinter : new PrintStream(err, false, StandardCharsets.UTF_8);
            return launcher.run(tool, words.subList(1, words.size()), new Streams(directory, in, outPrinter, errPrinter));
        }
        return launcher.run(words, directory, environment, in, out, err);
    }

    private Path target(Script.Word file) throws IOException {
        return directory.resolve(expand(List.of(file)).getFirst());
    }

    /// The words with file name patterns replaced by the files that match, or left as they are where none does.
    private List<String> expand(List<Script.Word> words) throws IOException {
        var expanded = new ArrayList<String>();
        for (var word : words) {
            var files = word.isGlob() ? glob(word.text()) : List.<String>of();
            if (files.isEmpty()) expanded.add(word.text());
            else expanded.addAll(files);
        }
        return expanded;
    }

    /// Patterns are expanded in the last part of a path.
    private List<String> glob(String pattern) throws IOException {
        int slash = pattern.lastIndexOf('/') + 1;
        var folder = directory.resolve(pattern.substring(0, slash));
        if (!Files.isDirectory(folder)) return List.of();
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(slash).replaceAll("[\\[\\]{}\\\\]", "\\\\$0"));
        try (var files = Files.list(folder)) {
            return files.map(Path::getFileName).filter(matcher::matches).map(name -> pattern.substring(0, slash) + name).sorted().toList();
        }
    }

    private void record(List<String> words, byte[] out, byte[] err, int status) {
        trace.append("# executed command: ").append(String.join(" ", words.stream().map(Shell::quoted).toList())).append('\n');
        if (status == 0 && out.length == 0 && err.length == 0) return;
        box("command stdout", out);
        box("command stderr", err);
        if (out.length == 0 && err.length == 0) note("# note: command had no output on stdout or stderr");
        if (status != 0) note("# error: command failed with exit status: " + status);
    }

    private void box(String title, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) return;
        note("# .---" + title + "-".repeat(26 - title.length()));
        text.lines().forEach(line -> note("# | " + line));
        note("# `---" + "-".repeat(26));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }
}
