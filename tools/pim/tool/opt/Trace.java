package pim.tool.opt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import pim.rewrite.ActionTrace;
import pim.rewrite.Actions;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.TextFiles;

/// What `--mlir-debug-counter` and `--log-actions-to` ask for, over all parts of the input.
final class Trace {
    private final RunOptions options;
    private final Streams io;
    private final StringBuilder log = new StringBuilder();
    private final Actions actions;

    Trace(RunOptions options, Streams io) {
        this.options = options;
        this.io = io;
        Consumer<String> toLog = options.logActions == null ? null
            : options.logActions.equals(TextFiles.STANDARD) ? io.err()::println : line -> log.append(line).append('\n');
        actions = options.counters.isEmpty() && toLog == null ? Actions.NONE : new ActionTrace(options.counters, toLog);
    }

    Actions actions() {
        return actions;
    }

    /// Writes what there is to be seen when all is done.
    void finish() throws IOException {
        if (options.printCounters) io.err().print(options.counters.report());
        if (options.logActions == null || options.logActions.equals(TextFiles.STANDARD)) return;
        WholeFile.write(io.resolve(options.logActions), out -> out.write(log.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
