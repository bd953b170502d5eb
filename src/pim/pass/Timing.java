package pim.pass;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import pim.ir.Operation;

/// Measures how long each pass and each other step of a tool takes, by the wall clock.
public final class Timing implements Instrument {
    private final Step total = new Step("Total", null);
    private Step current = total;

    public Timing() {
        total.started = System.nanoTime();
    }

    /// Enters a step within the current one. Steps of one name in one place are one line of the report.
    public void enter(String name) {
        current = current.inner.computeIfAbsent(name, n -> new Step(n, current));
        current.started = System.nanoTime();
    }

    /// Leaves the step that was entered last.
    public void leave() {
        current.nanoseconds += System.nanoTime() - current.started;
        current = current.outer;
    }

    @Override public void beforePipeline(Pipeline pipeline, Operation op) {
        enter("'" + pipeline.anchor() + "' Pipeline");
    }

    @Override public void afterPipeline(Pipeline pipeline, Operation op) {
        leave();
    }

    @Override public void beforePass(Pass pass, Operation op) {
        enter(pass.name());
    }

    @Override public void afterPass(Pass pass, Operation op, boolean good) {
        leave();
    }

    /// The table of all steps so far: seconds, and the share of the whole.
    public String report() {
        total.nanoseconds = System.nanoTime() - total.started;
        var rule = "===" + "-".repeat(73) + "===\n";
        var text = new StringBuilder(rule).append("                         ... Execution time report ...\n").append(rule);
        text.append(String.format(Locale.ROOT, "  Total Execution Time: %.4f seconds",
            total.nanoseconds * 1e-9)).append("\n\n  ----Wall Time----  ----Name----\n");
        long rest = total.nanoseconds;
        for (var step : total.inner.values()) {
            print(step, "", text);
            rest -= step.nanoseconds;
        }
        line("Rest", rest, "", text);
        line("Total", total.nanoseconds, "", text);
        return text.toString();
    }

    private void print(Step step, String margin, StringBuilder text) {
        line(step.name, step.nanoseconds, margin, text);
        for (var inner : step.inner.values()) print(inner, margin + "  ", text);
    }

    private void line(String name, long nanoseconds, String margin, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "  %8.4f (%5.1f%%)  ", nanoseconds * 1e-9, 100.0 * nanoseconds / total.nanoseconds));
        text.append(margin).append(name).append('\n');
    }

    private static final class Step {
        final String name;
        final Step outer;
        final Map<String, Step> inner = new LinkedHashMap<>();
        long started;
        long nanoseconds;

        Step(String name, Step outer) {
            this.name = name;
            this.outer = outer;
        }
    }
}
