package pim.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import pim.define.Registry;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Traits;

/// A pipeline made ready to run: nested pipelines that stand side by side go over the operations together, one operation after the other through all
/// that is for it, and each pass has its counters.
public final class Schedule {
    /// What stands in a schedule.
    sealed interface Entry {}

    record Single(Pass pass, Map<Statistic, LongAdder> counts) implements Entry {}

    /// Pipelines for the operations in what this one runs on; at most one of them is for a given operation.
    record Nested(List<Schedule> pipelines) implements Entry {
        Schedule pipelineFor(Operation op) {
            for (var pipeline : pipelines) if (pipeline.isFor(op.kind())) return pipeline;
            return null;
        }
    }

    private final Pipeline pipeline;
    private final List<Entry> entries;

    private Schedule(Pipeline pipeline, List<Entry> entries) {
        this.pipeline = pipeline;
        this.entries = entries;
    }

    public static Schedule of(Pipeline pipeline, Registry registry) {
        var entries = new ArrayList<Entry>();
        var nested = new ArrayList<Pipeline>();
        for (var step : pipeline.steps()) {
            switch (step) {
                case Pipeline p when mayJoin(p, nested, registry) -> join(p, nested);
                case Pipeline p -> {
                    flush(nested, entries, registry);
                    nested.add(p);
                }
                case Step.Run(var pass) -> {
                    flush(nested, entries, registry);
                    entries.add(new Single(pass, new ConcurrentHashMap<>()));
                }
            }
        }
        flush(nested, entries, registry);
        return new Schedule(pipeline, entries);
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    String anchor() {
        return pipeline.anchor();
    }

    List<Entry> entries() {
        return entries;
    }

    /// As in MLIR, a pipeline on any op runs only on those that use nothing from outside.
    boolean isFor(OpKind kind) {
        return anchor().equals(Pass.ANY) ? kind.has(Traits.IsolatedFromAbove.class) : anchor().equals(kind.name());
    }

    private static boolean isGeneric(Pipeline pipeline) {
        return pipeline.anchor().equals(Pass.ANY);
    }

    /// Side by side they would run in another order if an operation could go through both.
    private static boolean mayJoin(Pipeline pipeline, List<Pipeline> nested, Registry registry) {
        return !nested.isEmpty() && nested.stream().allMatch(other -> isGeneric(pipeline) == isGeneric(other)
            ? !isGeneric(pipeline)
            : !registry.kind(isGeneric(pipeline) ? other.anchor() : pipeline.anchor()).has(Traits.IsolatedFromAbove.class));
    }

    private static void join(Pipeline pipeline, List<Pipeline> nested) {
        for (int i = 0; i < nested.size(); i++) {
            var other = nested.get(i);
            if (!other.anchor().equals(pipeline.anchor())) continue;
            var steps = new ArrayList<>(other.steps());
            steps.addAll(pipeline.steps());
            nested.set(i, new Pipeline(other.anchor(), steps));
            return;
        }
        nested.add(pipeline);
    }

    private static void flush(List<Pipeline> nested, List<Entry> entries, Registry registry) {
        if (nested.isEmpty()) return;
        nested.sort(Comparator.comparing(Schedule::isGeneric).thenComparing(Pipeline::anchor));
        entries.add(new Nested(nested.stream().map(p -> of(p, registry)).toList()));
        nested.clear();
    }
}
