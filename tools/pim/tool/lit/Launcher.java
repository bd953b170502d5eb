package pim.tool.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import pim.tool.Streams;
import pim.tool.Tool;

/// Starts single commands: tools of Pimlico inside this JVM, everything else as a process.
final class Launcher {
    /// The exit status of a tool that threw: that of a process ended by SIGABRT.
    private static final int ABORTED = 134;
    private static final Map<String, Tool> TOOLS = new HashMap<>();

    static {
        for (var tool : ServiceLoader.load(Tool.class)) {
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

    /// The tool called `name`, or null.
    static Tool tool(String name) {
        return TOOLS.get(name);
    }

    /// Runs a tool in a thread of its own, so that one that does not end can be given up.
    int run(Tool tool, List<String> arguments, Streams io) throws InterruptedException, TimeoutException {
        int[] status = {ABORTED};
        // Compilers recurse; the thread has the stack of a process's first thread.
        var thread = new Thread(null, () -> {
            try {
                status[0] = tool.run(arguments, io);
            } catch (Throwable crash) {
                crash.printStackTrace(io.err());
            } finally {
                io.flush();
            }
        }, tool.name(), 8L << 20);
        thread.setDaemon(true);
        thread.start();
        if (!thread.join(left())) {
            thread.interrupt();
            throw new TimeoutException(timeout);
        }
        return status[0];
    }

    int run(List<String> words, Path directory, Map<String, String> environment, InputStream in, OutputStream out, OutputStream err)
        throws IOException, InterruptedException, TimeoutException, CommandNotFoundException {
        var builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(out == err);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CommandNotFoundException(words.getFirst());
        }
        var feeder = Thread.startVirtualThread(() -> feed(in, process));
        var readers = List.of(Thread.startVirtualThread(() -> copy(process.getInputStream(), out)),
            Thread.startVirtualThread(() -> copy(process.getErrorStream(), err)));
        if (!process.waitFor(left().toNanos(), TimeUnit.NANOSECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new TimeoutException(timeout);
        }
        for (var reader : readers) reader.join();
        feeder.join();
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

    private static void copy(InputStream from, OutputStream to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
