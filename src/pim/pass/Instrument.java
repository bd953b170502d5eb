package pim.pass;

import pim.ir.Operation;

/// Watches a pipeline run.
public interface Instrument {
    default void beforePipeline(Pipeline pipeline, Operation op) {}

    default void afterPipeline(Pipeline pipeline, Operation op) {}

    default void beforePass(Pass pass, Operation op) {}

    /// @param good whether the pass did not fail
    default void afterPass(Pass pass, Operation op, boolean good) {}
}
