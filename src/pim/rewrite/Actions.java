package pim.rewrite;

import java.util.function.Supplier;

/// Whoever is told of the steps of the compiler that can be watched, and that can be left out to find the one that goes wrong.
public interface Actions {
    /// Steps of one kind, under the names that MLIR has for them.
    enum Tag {
        PASS_EXECUTION("pass-execution"), GREEDY_ITERATION("GreedyPatternRewriteIteration"), APPLY_PATTERN("apply-pattern");

        private final String spelling;

        Tag(String spelling) {
            this.spelling = spelling;
        }

        @Override public String toString() {
            return spelling;
        }
    }

    /// Nobody: all steps are done.
    Actions NONE = (_, _, step) -> {
        step.run();
        return true;
    };

    /// Does `step` unless it is to be left out, and says whether it did.
    ///
    /// @param description what the step is and where, in one line
    boolean execute(Tag tag, Supplier<String> description, Runnable step);
}
