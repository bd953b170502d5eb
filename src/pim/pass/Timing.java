package pim.pass;

import java.util.LinkedHashMap;
import java.util.Map;
import pim.ir.Operation;

/// Measures how long each pass, each analysis and each other step of a tool takes, by the wall clock.
public final class Timing implements Instrument {
    private final Step total = new Step("Total", null);
    private Step current = total;

    public Timing() {
        total.started = System.nanoTime();
    }

    /// Enters a step within the current one. Steps of one name in one place are one line of the report.
    public void enter(String name) {
        current = current.inner(name);
        current.started = System.nanoTime();
    }

    /// Leaves the step that was entered last.
    public void leave() {
        current.nanoseconds += System.nanoTime() - current.started;
        current = current.outer;
    }

    @Override public void beforePipeline(String anchor, Operation op) {
        enter("'" + anchor + "' Pipeline");
    }

    @Override public void afterPipeline(String anchor, Operation op) {
        leave();
    }

    @Override public void beforePass(Pass pass, Operation op) {
        enter(pass.title());
    }

    @Override public void afterPass(Pass pass, Operation op, boolean good) {
        leave();
    }

    @Override public void beforeAnalysis(Analysis<?> analysis, Operation op) {
        enter("(A) " + analysis.name());
    }

    @Override public void afterAnalysis(Analysis<?> analysis, Operation op) {
        leave();
    }

    /// All steps, the time up to now being that of the whole.
    public Step total() {
        total.nanoseconds = System.nanoTime() - total.started;
        return total;
    }

    /// Something that took time, and what of it was spent on what.
    public static final class Step {
        private final String name;
        private final Step outer;
        private final Map<String, Step> inner = new LinkedHashMap<>();
        private long started;
        private long nanoseconds;

        private Step(String name, Step outer) {
            this.name = name;
            this.outer = outer;
        }

        private Step inner(String name) {
            return inner.computeIfAbsent(name, n -> new Step(n, this));
        }

        public String name() {
            return name;
        }

        public long nanoseconds() {
            return nanoseconds;
        }

        public Iterable<Step> inner() {
            return inner.values();
        }
    }
}
