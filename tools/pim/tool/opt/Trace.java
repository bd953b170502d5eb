package pim.tool.opt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import pim.rewrite.ActionTrace;
import pim.rewrite.Actions;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.TextFiles;

/// What `--mlir-debug-counter`, `--log-actions-to` and `--profile-actions-to` ask for, over all parts of the input.
final class Trace {
    private final RunOptions options;
    private final Streams io;
    private final StringBuilder log = new StringBuilder();
    private final Actions actions;
    private final ActionProfile profile;

    Trace(RunOptions options, Streams io) {
        this.options = options;
        this.io = io;
        Consumer<String> toLog = options.logActions == null ? null
            : options.logActions.equals(TextFiles.STANDARD) ? io.err()::println : line -> log.append(line).append('\n');
        var traced = options.counters.isEmpty() && toLog == null ? Actions.NONE : new ActionTrace(options.counters, toLog);
        profile = options.profileActions == null ? null : new ActionProfile(traced);
        actions = profile == null ? traced : profile;
    }

    Actions actions() {
        return actions;
    }

    /// Writes what there is to be seen when all is done.
    void finish() throws IOException {
        if (options.printCounters) io.err().print(options.counters.report());
        if (options.logActions != null && !options.logActions.equals(TextFiles.STANDARD)) write(options.logActions, log.toString());
        if (profile == null) return;
        if (options.profileActions.equals(TextFiles.STANDARD)) io.err().print(profile.text());
        else write(options.profileActions, profile.text());
    }

    private void write(String file, String text) throws IOException {
        WholeFile.write(io.resolve(file), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
