package pim.pass.generic;

import java.util.List;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Canonicalizes;
import pim.rewrite.Greedy;
import pim.rewrite.GreedyOptions;
import pim.rewrite.RegionSimplification;

/// Brings operations into the canonical form of their dialects, folds constants, and removes what is dead or cannot be reached.
///
/// @param topDown         whether an operation is looked at before those behind it
/// @param maxIterations   how many times the program is looked at anew, -1 for as often as it takes
/// @param maxNumRewrites  how many rewrites there may be in one such look, -1 for any number
/// @param regionSimplify  how far the blocks of regions are simplified
/// @param testConvergence whether it is an error when the limits are reached before the form is canonical
/// @param disablePatterns the dialects whose ops are left alone, or the ops
/// @param enablePatterns  the dialects whose ops alone are rewritten, or the ops; none for all
public record Canonicalize(boolean topDown, int maxIterations, int maxNumRewrites, RegionSimplification regionSimplify, boolean testConvergence,
                           List<String> disablePatterns, List<String> enablePatterns) implements Pass {
    public Canonicalize {
        new GreedyOptions(topDown, maxIterations, maxNumRewrites, regionSimplify, disablePatterns, enablePatterns);
    }

    public Canonicalize() {
        this(true, GreedyOptions.DEFAULT.maxIterations(), GreedyOptions.UNLIMITED, RegionSimplification.NORMAL, false, List.of(), List.of());
    }

    @Override public String title() {
        return "Canonicalizer";
    }

    @Override public String summary() {
        return "Canonicalize operations";
    }

    @Override public void run(Operation root, PassContext context) {
        var options = new GreedyOptions(topDown, maxIterations, maxNumRewrites, regionSimplify, disablePatterns, enablePatterns);
        boolean converged = new Greedy(Canonicalizes.patterns(context.registry()), options, context.actions()).rewrite(root);
        if (!converged && testConvergence) {
            throw context.diagnostics().failure(root, "is not canonical after " + maxIterations
                + " iterations; raise max-iterations or max-num-rewrites");
        }
    }
}
