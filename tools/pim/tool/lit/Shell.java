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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pim.tool.Streams;

/// Runs the scripts of one test, with its own working directory and environment, and keeps a trace of what was run.
final class Shell {
    /// The exit status of a script one of whose commands cannot be run.
    static final int NOT_RUN = 127;
    private static final Pattern READ_FILE = Pattern.compile("%\\{readfile:([^}]*)\\}");

    private final Trace trace;
    private final ShellState state;
    private final Launcher launcher;
    private final boolean pipefail;

    /// @param timeout how long the whole test may take
    /// @param pipefail whether a pipeline fails when a command other than its last one does
    Shell(Path directory, Map<String, String> environment, Duration timeout, boolean pipefail, Trace trace) {
        this.pipefail = pipefail;
        this.trace = trace;
        this.state = new ShellState(directory, environment);
        this.launcher = new Launcher(timeout);
    }

    /// The exit status of `script`.
    ///
    /// @throws TimeoutException when the test's time is up
    /// @throws CommandException which ends the test, so that `not` does not make a missing command a success
    int run(Script script) throws IOException, InterruptedException, TimeoutException, CommandException {
        return switch (script) {
            case Script.Chain(var left, var operator, var right) -> {
                int status = run(left);
                boolean goOn = operator.equals(";") || operator.equals("&&") == (status == 0);
                yield goOn ? run(right) : status;
            }
            case Script.Pipeline(var commands) -> run(commands);
        };
    }

    /// What has become of one command of a pipeline.
    ///
    /// @param out what it wrote that no other command reads
    private record Ended(List<String> words, int status, byte[] out, byte[] err) {}

    /// Commands with pipes between them. Tools of this JVM come to an end whether or not what they write is read, so they run one after the other;
    /// programs, which may need a reader, all at the same time.
    private int run(List<Script.Command> commands) throws IOException, InterruptedException, TimeoutException, CommandException {
        for (var command : commands.subList(0, commands.size() - 1)) {
            var words = command.words().stream().map(Script.Word::text).toList();
            if (!Launcher.runsInside(words, state)) return together(commands);
        }
        InputStream in = InputStream.nullInputStream();
        int status = 0;
        for (int i = 0; i < commands.size(); i++) {
            var out = new ByteArrayOutputStream();
            boolean last = i == commands.size() - 1;
            var ended = new Stage(commands.get(i), commands.size() > 1, in, out, last).call();
            int one = record(ended);
            if (one != 0 || !pipefail) status = one;
            if (!last) in = new ByteArrayInputStream(out.toByteArray());
        }
        return status;
    }

    private int together(List<Script.Command> commands) throws IOException, InterruptedException, TimeoutException, CommandException {
        var stages = new ArrayList<Stage>();
        InputStream in = InputStream.nullInputStream();
        for (var command : commands) {
            boolean last = stages.size() == commands.size() - 1;
            var pipe = last ? null : new Pipe();
            stages.add(new Stage(command, true, in, last ? new ByteArrayOutputStream() : pipe.out, last));
            in = last ? in : pipe.in;
        }
        int status = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : threads.invokeAll(stages)) {
                int one = record(ended.get());
                if (one != 0 || !pipefail) status = one;
            }
            return status;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case TimeoutException cause -> throw cause;
                case CommandException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /// A command of a pipeline, with the ends of its pipes.
    private final class Stage implements Callable<Ended> {
        private final Script.Command command;
        private final boolean piped;
        private final boolean last;
        private final InputStream source;
        private InputStream in;
        private OutputStream out;
        private final OutputStream pipe;
        private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
        private OutputStream err = captured;
        private final List<OutputStream> files = new ArrayList<>();

        Stage(Script.Command command, boolean piped, InputStream in, OutputStream out, boolean last) {
            this.last = last;
            this.command = command;
            this.piped = piped;
            this.source = in;
            this.in = in;
            this.out = out;
            this.pipe = out;
        }

        @Override public Ended call() throws IOException, InterruptedException, TimeoutException, CommandException {
            try {
                var words = expand(command.words());
                int status = 1;
                try {
                    redirect();
                    status = run(Invocation.of(words, state));
                } catch (NoSuchFileException | FileNotFoundException e) {
                    captured.write(("cannot open '" + e.getMessage() + "'\n").getBytes(StandardCharsets.UTF_8));
                }
                var unread = last ? ((ByteArrayOutputStream) pipe).toByteArray() : new byte[0];
                return new Ended(words, status, unread, captured.toByteArray());
            } catch (CommandException e) {
                throw e.of(command.words().stream().map(Script.Word::text).toList());
            } finally {
                for (var file : files) file.close();
                pipe.close();
                source.close();
            }
        }

        private void redirect() throws IOException, CommandException {
            if (command.pipesErrors()) err = out;
            for (var redirection : command.redirections()) {
                switch (redirection) {
                    case Script.Redirection.Input(var file) -> {
                        in = new ByteArrayInputStream(Files.readAllBytes(target(file)));
                    }
                    case Script.Redirection.Output(var stream, var appends, var file) -> {
                        var path = target(file);
                        state.create(path);
                        var sink = new FileOutputStream(path.toFile(), appends);
                        files.add(sink);
                        if (stream != 2) out = sink;
                        if (stream != 1) err = sink;
                    }
                    case Script.Redirection.Unsupported(var text) -> throw new CommandException("Unsupported redirect: " + text);
                    case Script.Redirection.Duplicate(var stream, var other) -> {
                        var sink = other == 1 ? out : err;
                        if (stream == 1) out = sink;
                        else err = sink;
                    }
                }
            }
        }

        private int run(Invocation invocation) throws IOException, InterruptedException, TimeoutException, CommandException {
            var words = invocation.words();
            if (words.isEmpty()) {
                var io = streams(invocation.state(), in, out, err);
                invocation.state().environment().forEach((name, value) -> io.out().println(name + "=" + value));
                io.flush();
                return invocation.status(0);
            }
            var name = words.getFirst();
            var builtin = Builtin.ALL.get(name);
            if (builtin == null) return invocation.status(launcher.run(words, invocation.state(), in, out, err));
            if (Builtin.ALONE.contains(name) || name.equals(Builtin.ECHO) && !piped) {
                if (invocation.state() != state) throw new CommandException("Error: 'env' cannot call '" + name + "'");
                if (invocation.expectsCrash()) throw new CommandException("Error: 'not --crash' cannot call '" + name + "'");
                if (piped) throw new CommandException("Unsupported: '" + name + "' cannot be part of a pipeline");
            }
            if (name.equals(Builtin.ECHO) && !piped && (in != source || err != captured))
                throw new CommandException("stdin and stderr redirects not supported for " + name);
            var io = streams(invocation.state(), in, out, err);
            int status = builtin.run(words.subList(1, words.size()), invocation.state(), in, io.out(), io.err());
            io.flush();
            return invocation.status(status);
        }
    }

    /// What a command of this JVM reads and writes; one printer where both outputs go to the same place.
    static Streams streams(ShellState state, InputStream in, OutputStream out, OutputStream err) {
        var outPrinter = new PrintStream(out, false, StandardCharsets.UTF_8);
        var errPrinter = out == err ? outPrinter : new PrintStream(err, false, StandardCharsets.UTF_8);
        return new Streams(state.directory(), state.environment(), in, outPrinter, errPrinter);
    }

    private Path target(Script.Word file) throws IOException {
        return state.resolve(expand(file).getFirst());
    }

    private List<String> expand(List<Script.Word> words) throws IOException, CommandException {
        var expanded = new ArrayList<String>();
        for (var word : words) {
            for (var text : expand(word)) expanded.add(withFiles(text));
        }
        return expanded;
    }

    /// A file name pattern as the files that match, or as it is where none does.
    private List<String> expand(Script.Word word) throws IOException {
        var files = word.isGlob() ? Glob.expand(word.text(), state.directory()) : List.<String>of();
        return files.isEmpty() ? List.of(word.text()) : files;
    }

    /// `text` with the contents of files for `%{readfile:...}`, which may have been written by an earlier command.
    private String withFiles(String text) throws CommandException {
        if (!text.contains("%{readfile:")) return text;
        var result = new StringBuilder();
        var matcher = READ_FILE.matcher(text);
        while (matcher.find()) {
            try {
                matcher.appendReplacement(result, Matcher.quoteReplacement(Files.readString(state.resolve(matcher.group(1)))));
            } catch (IOException e) {
                throw new CommandException("File specified in readfile substitution cannot be read: " + matcher.group(1));
            }
        }
        return matcher.appendTail(result).toString();
    }

    private int record(Ended ended) {
        trace.command(ended.words(), ended.out(), ended.err(), ended.status());
        return ended.status();
    }
}
