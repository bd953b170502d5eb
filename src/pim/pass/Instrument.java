package pim.pass;

import java.util.function.Consumer;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;

/// Watches a pipeline run.
public interface Instrument {
    default void beforeRun(Schedule schedule, Operation root) {}

    /// @param diagnostics where the instrument says what it has done
    /// @param good        whether no pass failed
    default void afterRun(Operation root, Diagnostics diagnostics, boolean good) {}

    /// A nested pipeline begins.
    default void beforePipeline(String anchor, Operation op) {}

    default void afterPipeline(String anchor, Operation op) {}

    default void beforePass(Pass pass, Operation op) {}

    /// @param good whether the pass did not fail and what it left is valid
    default void afterPass(Pass pass, Operation op, boolean good) {}

    default void beforeAnalysis(Analysis<?> analysis, Operation op) {}

    default void afterAnalysis(Analysis<?> analysis, Operation op) {}

    /// What watches one of several pipelines that run at the same time, each from a nested pipeline's beginning to its end. What it hands to `later`
    /// is run when all are done, in the order of their operations; so what is shown does not depend on chance.
    Instrument fork(Consumer<Runnable> later);
}
