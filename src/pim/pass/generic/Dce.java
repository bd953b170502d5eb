package pim.pass.generic;

import java.util.List;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Greedy;
import pim.rewrite.UnreachableBlocks;

/// Removes operations without effect that nobody uses, and blocks that cannot be reached.
public record Dce() implements Pass {
    @Override public String summary() {
        return "Eliminate dead code";
    }

    @Override public void run(Operation root, PassContext context) {
        UnreachableBlocks.erase(root);
        new Greedy(List.of(), Greedy.UNLIMITED, Greedy.UNLIMITED, false).rewrite(root);
    }
}
