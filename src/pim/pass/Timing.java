package pim.pass;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import pim.ir.Operation;

/// Measures how long each pass, each analysis and each other step of a tool takes, by the wall clock.
public final class Timing implements Instrument {
    private final Step total;
    private Step current;

    public Timing() {
        this("Total");
        total.started = System.nanoTime();
    }

    private Timing(String name) {
        total = new Step(name, null);
        current = total;
    }

    /// Enters a step within the current one. Steps of one name in one place are one line of the report.
    public void enter(String name) {
        current = current.inner(name);
        current.started = System.nanoTime();
    }

    /// Leaves the step that was entered last.
    public void leave() {
        current.add(Thread.currentThread(), System.nanoTime() - current.started);
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

    @Override public Instrument fork(Consumer<Runnable> later) {
        var fork = new Timing(current.name);
        var at = current;
        later.accept(() -> at.merge(fork.total));
        return fork;
    }

    /// All steps, the time up to now being that of the whole.
    public Step total() {
        total.byThread.clear();
        total.add(Thread.currentThread(), System.nanoTime() - total.started);
        return total;
    }

    /// Something that took time, and what of it was spent on what.
    public static final class Step {
        private final String name;
        private final Step outer;
        private final Map<String, Step> inner = new LinkedHashMap<>();
        /// In nanoseconds.
        private final Map<Thread, Long> byThread = new HashMap<>();
        private long started;

        private Step(String name, Step outer) {
            this.name = name;
            this.outer = outer;
        }

        private Step inner(String name) {
            return inner.computeIfAbsent(name, n -> new Step(n, this));
        }

        private void add(Thread thread, long nanoseconds) {
            byThread.merge(thread, nanoseconds, Long::sum);
        }

        private void merge(Step other) {
            other.byThread.forEach(this::add);
            for (var step : other.inner()) inner(step.name).merge(step);
        }

        public String name() {
            return name;
        }

        public Iterable<Step> inner() {
            return inner.values();
        }

        /// Nanoseconds that passed; threads are taken to have worked at the same time.
        public long wall() {
            return byThread.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }

        /// Nanoseconds that all threads spent together.
        public long user() {
            return byThread.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
