package pim.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;

/// What a pass has beside the program it changes, during one run on one operation.
public final class PassContext {
    private final Registry registry;
    private final Diagnostics diagnostics;
    private final Resources resources;
    private final Map<Statistic, LongAdder> counts;
    private final BiConsumer<Pipeline, Operation> nested;
    private final Set<Analysis<?>> preserved = new HashSet<>();
    private AnalysisCache analyses;
    private boolean allPreserved;

    /// For a pass that is run by itself, without a [PassRunner]; it cannot run pipelines.
    ///
    /// @param resources the bytes behind the `dense_resource` attributes of the program
    public PassContext(Registry registry, Diagnostics diagnostics, Resources resources) {
        this(registry, diagnostics, resources, new HashMap<>(), null, (pipeline, op) -> {
            throw new IllegalStateException("the pass is not run by a pipeline and cannot run one");
        });
    }

    PassContext(Registry registry, Diagnostics diagnostics, Resources resources, Map<Statistic, LongAdder> counts, AnalysisCache analyses,
                BiConsumer<Pipeline, Operation> nested) {
        this.registry = registry;
        this.diagnostics = diagnostics;
        this.resources = resources;
        this.counts = counts;
        this.analyses = analyses;
        this.nested = nested;
    }

    public Registry registry() {
        return registry;
    }

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /// The bytes behind the `dense_resource` attributes of the program.
    public Resources resources() {
        return resources;
    }

    /// Adds `by` to what `--mlir-pass-statistics` shows.
    public void count(Statistic statistic, long by) {
        counts.computeIfAbsent(statistic, _ -> new LongAdder()).add(by);
    }

    /// The analysis of `op`, which is what the pass runs on or lies in it. It is computed unless it is known and still holds.
    public <A> A analysis(Analysis<A> analysis, Operation op) {
        return cache(op).get(analysis);
    }

    /// The analysis of `op` if it is known, or null; `op` may also lie around what the pass runs on.
    public <A> A cachedAnalysis(Analysis<A> analysis, Operation op) {
        return cache(op).cached(analysis);
    }

    /// Says that these analyses, of what the pass ran on and of all in it, hold although the pass changed the program. All others are forgotten.
    public void preserve(Analysis<?>... analyses) {
        preserved.addAll(List.of(analyses));
    }

    /// Says that the pass changed nothing.
    public void preserveAll() {
        allPreserved = true;
    }

    /// Runs `pipeline` on `op`, which is what the pass runs on or lies in it.
    ///
    /// @throws CompileFailure when the pipeline fails; the error has been reported
    public void run(Pipeline pipeline, Operation op) {
        nested.accept(pipeline, op);
    }

    boolean preservesAll() {
        return allPreserved;
    }

    Predicate<Analysis<?>> preserved() {
        return analysis -> allPreserved || preserved.contains(analysis);
    }

    private AnalysisCache cache(Operation op) {
        if (analyses == null) analyses = new AnalysisCache(op, null, List.of());
        return analyses.of(op);
    }
}
