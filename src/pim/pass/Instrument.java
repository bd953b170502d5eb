package pim.pass;

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
}
