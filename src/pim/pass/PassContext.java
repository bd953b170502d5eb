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
import pim.rewrite.Actions;
import pim.rewrite.DialectConversion;
import pim.rewrite.Greedy;
import pim.rewrite.GreedyOptions;
import pim.rewrite.Pattern;

/// What a pass has beside the program it changes, during one run on one operation.
public final class PassContext {
    private final Registry registry;
    private final Diagnostics diagnostics;
    private final Resources resources;
    private final Actions actions;
    private final Map<Statistic, LongAdder> counts;
    private final BiConsumer<Pipeline, Operation> nested;
    private final Set<Analysis<?>> preserved = new HashSet<>();
    private final AnalysisCache analyses;
    private boolean allPreserved;

    /// For a pass that is run by itself, without a [PassRunner]; it cannot run pipelines.
    ///
    /// @param resources the bytes behind the `dense_resource` attributes of the program
    public PassContext(Registry registry, Diagnostics diagnostics, Resources resources) {
        this(registry, diagnostics, resources, Actions.NONE);
    }

    /// As above.
    ///
    /// @param actions told of what the pass does in detail
    public PassContext(Registry registry, Diagnostics diagnostics, Resources resources, Actions actions) {
        this(registry, diagnostics, resources, actions, new HashMap<>(), null, (pipeline, op) -> {
            throw new IllegalStateException("the pass is not run by a pipeline and cannot run one");
        });
    }

    PassContext(Registry registry, Diagnostics diagnostics, Resources resources, Actions actions, Map<Statistic, LongAdder> counts,
                AnalysisCache analyses, BiConsumer<Pipeline, Operation> nested) {
        this.registry = registry;
        this.diagnostics = diagnostics;
        this.resources = resources;
        this.actions = actions;
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

    /// Who is to be told of what the pass does in detail.
    public Actions actions() {
        return actions;
    }

    /// Applies patterns to what is in `root` wherever they match, and erases what is dead.
    ///
    /// @return whether nothing was left to rewrite in the end
    public boolean rewrite(Operation root, Pattern... patterns) {
        return new Greedy(List.of(patterns), GreedyOptions.DEFAULT, actions).rewrite(root);
    }

    /// Converts what is in `root`.
    ///
    /// @throws CompileFailure when an operation cannot be made legal; the error has been reported, and the program is as it was
    public void convert(Operation root, DialectConversion conversion) {
        conversion.convert(root, diagnostics, actions);
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

    /// Without a runner nobody says when an analysis does not hold any more, so none is kept.
    private AnalysisCache cache(Operation op) {
        return analyses == null ? new AnalysisCache(op, null, List.of()) : analyses.of(op);
    }
}
