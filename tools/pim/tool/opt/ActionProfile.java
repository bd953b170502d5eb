package pim.tool.opt;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.function.Supplier;
import pim.rewrite.Actions;

/// Writes down when each action began and ended, as events of Chrome's trace format, which ui.perfetto.dev shows.
///
/// @param actions who says whether an action is done
/// @param events  the events, a line each
record ActionProfile(Actions actions, StringBuilder events, long start) implements Actions {
    ActionProfile(Actions actions) {
        this(actions, new StringBuilder(), System.nanoTime());
    }

    @Override public boolean execute(Tag tag, Supplier<String> description, Runnable step) {
        return actions.execute(tag, description, () -> {
            event(tag, 'B', ", \"args\": {\"desc\": \"" + new String(JsonStringEncoder.getInstance().quoteAsString(description.get())) + "\"}");
            step.run();
            event(tag, 'E', "");
        });
    }

    private void event(Tag tag, char phase, String more) {
        events.append(events.isEmpty() ? "[" : ",\n").append("{\"name\": \"").append(tag).append("\", \"cat\": \"PERF\", \"ph\": \"").append(phase)
            .append("\", \"pid\": 0, \"tid\": ").append(Thread.currentThread().threadId()).append(", \"ts\": ")
            .append((System.nanoTime() - start) / 1000).append(more).append('}');
    }

    /// All events so far, as one list.
    String text() {
        return (events.isEmpty() ? "[" : events) + "]\n";
    }
}
