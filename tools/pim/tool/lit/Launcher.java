package pim.tool.lit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pim.tool.Main;
import pim.tool.Streams;
import pim.tool.Tool;
import pim.tool.Tools;

/// Starts single commands: tools of Pimlico inside this JVM, everything else as a process.
final class Launcher {
    /// The exit status of a tool that threw: that of a process ended by SIGABRT.
    private static final int ABORTED = 134;
    /// Compilers recurse; a tool has the stack of a process's first thread.
    private static final long STACK = 8L << 20;
    private static final Map<String, Tool> TOOLS = new HashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(null, task, "tool", STACK);
        thread.setDaemon(true);
        return thread;
    });

    static {
        for (var tool : Tools.all().toList()) {
            TOOLS.put(tool.name(), tool);
            for (var alias : tool.aliases()) TOOLS.put(alias, tool);
        }
    }

    private final Duration timeout;
    private final long deadline;

    Launcher(Duration timeout) {
        this.timeout = timeout;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /// Whether the command is a tool that runs inside this JVM.
    static boolean runsInside(List<String> words, ShellState state) {
        try {
            var invocation = Invocation.of(words, state);
            return !invocation.words().isEmpty() && TOOLS.containsKey(invocation.words().getFirst()) && invocation.state().preparation().isEmpty();
        } catch (CommandException e) {
            // What is no command is reported when it would run.
            return false;
        }
    }

    /// Runs a command in `state`.
    ///
    /// @return its exit status
    int run(List<String> words, ShellState state, InputStream in, OutputStream out, OutputStream err)
        throws IOException, InterruptedException, TimeoutException, CommandException {
        // LLVM's lit brings a diff of its own, which shows differences in context unless told otherwise.
        if (words.getFirst().equals("diff") && words.stream().noneMatch(word -> word.matches("-[^-]*[uU].*")))
            words = Stream.concat(Stream.of("diff", "-c"), words.stream().skip(1)).toList();
        var tool = TOOLS.get(words.getFirst());
        var preparation = state.preparation();
        if (tool != null && preparation.isEmpty()) return run(tool, words.subList(1, words.size()), Shell.streams(state, in, out, err));
        var command = new ArrayList<String>();
        if (!preparation.isEmpty()) command.addAll(List.of("/bin/sh", "-c", preparation + "exec \"$@\"", "sh"));
        if (tool != null) {
            // Limits and the umask are those of a process.
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), tool.name()));
        } else {
            command.add(find(words.getFirst(), state).toString());
        }
        command.addAll(words.subList(1, words.size()));
        return run(command, words.getFirst(), state, in, out, err);
    }

    /// Runs a tool in a thread of its own, so that one that does not end can be given up.
    private int run(Tool tool, List<String> arguments, Streams io) throws InterruptedException, TimeoutException {
        var run = THREADS.submit(() -> {
            try {
                return tool.run(arguments, io);
            } catch (Throwable crash) {
                crash.printStackTrace(io.err());
                return ABORTED;
            } finally {
                io.flush();
            }
        });
        try {
            return run.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            run.cancel(true);
            throw new TimeoutException(timeout);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A program: a path, seen from the working directory, or a name in `PATH`.
    private static Path find(String name, ShellState state) throws CommandException {
        if (name.contains("/")) {
            var file = state.resolve(name);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) return file;
        } else if (!name.isEmpty()) {
            for (var folder : state.environment().getOrDefault("PATH", System.getenv().getOrDefault("PATH", "")).split(File.pathSeparator)) {
                var file = state.resolve(folder).resolve(name);
                if (Files.isExecutable(file) && !Files.isDirectory(file)) return file;
            }
        }
        throw CommandException.notFound(name);
    }

    private int run(List<String> command, String name, ShellState state, InputStream in, OutputStream out, OutputStream err)
        throws IOException, InterruptedException, TimeoutException, CommandException {
        var builder = new ProcessBuilder(command).directory(state.directory().toFile()).redirectErrorStream(out == err);
        builder.environment().clear();
        builder.environment().putAll(state.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException("'" + name + "': cannot be started: " + e.getMessage());
        }
        var feeder = Thread.startVirtualThread(() -> feed(in, process));
        var readers = List.of(Thread.startVirtualThread(() -> copy(process.getInputStream(), out)),
            Thread.startVirtualThread(() -> copy(process.getErrorStream(), err)));
        if (!process.waitFor(left().toNanos(), TimeUnit.NANOSECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new TimeoutException(timeout);
        }
        // Nobody reads the rest of the input; but a child that goes on may still write.
        in.close();
        feeder.join();
        for (var reader : readers) if (!reader.join(left())) throw new TimeoutException(timeout);
        return process.exitValue();
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }

    private static void feed(InputStream in, Process process) {
        try (var sink = process.getOutputStream()) {
            in.transferTo(sink);
        } catch (IOException endedWithoutReading) {
            // A command need not read its input; `head` does not, for example.
        }
    }

    /// Ends early when nobody wants the output any more; closing `from` tells the process.
    private static void copy(InputStream from, OutputStream to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException unwanted) {
            // The next command of the pipeline has ended.
        }
    }
}
