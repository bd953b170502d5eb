package pim.rewrite;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Counts actions, leaves out those that its counters leave out, and writes them down.
///
/// @param log takes one line at a time; null for no log
public record ActionTrace(DebugCounters counters, Consumer<String> log) implements Actions {
    private static final String THREAD = "[thread pim-opt] ";

    @Override public boolean execute(Tag tag, Supplier<String> description, Runnable step) {
        boolean due = counters.count(tag);
        if (log != null) log.accept(THREAD + (due ? "begins" : "skipping") + " (no breakpoint) Action `" + tag + "` " + description.get());
        if (!due) return false;
        step.run();
        if (log != null) log.accept(THREAD + "completed `" + tag + "`");
        return true;
    }
}
