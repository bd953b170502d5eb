package pim.pass.generic;

import java.util.List;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Greedy;
import pim.rewrite.GreedyOptions;
import pim.rewrite.UnreachableBlocks;

/// Removes operations without effect that nobody uses, and blocks that cannot be reached.
public record Dce() implements Pass {
    @Override public String summary() {
        return "Eliminate dead code";
    }

    @Override public void run(Operation root, PassContext context) {
        UnreachableBlocks.erase(root);
        var bottomUp = GreedyOptions.DEFAULT.withTopDown(false).withLimits(GreedyOptions.UNLIMITED, GreedyOptions.UNLIMITED);
        new Greedy(List.of(), bottomUp, context.actions()).rewrite(root);
    }
}
