package pim.rewrite;

import java.util.ArrayList;
import java.util.List;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Value;

/// Arguments of a block that get the same value on each way there: it can be used itself.
final class RedundantArguments {
    private RedundantArguments() {}

    static boolean erase(Region region) {
        boolean erased = false;
        var edges = Edges.byTarget(region);
        for (var block : region.blocks().subList(1, region.blocks().size())) erased |= erase(block, edges.get(block));
        return erased;
    }

    private static boolean erase(Block block, List<Edges.Edge> edges) {
        if (edges.isEmpty() || !edges.stream().allMatch(Edges.Edge::isOpen)) return false;
        boolean erased = false;
        for (int i = block.arguments().size() - 1; i >= 0; i--) {
            var argument = block.argument(i);
            int index = i;
            var passed = edges.stream().map(edge -> edge.passed().get(index)).distinct().toList();
            if (passed.size() != 1 || passed.getFirst().parentBlock() == block) continue;
            argument.replaceAllUsesWith(passed.getFirst());
            erase(block, i, edges);
            erased = true;
        }
        return erased;
    }

    /// Nobody gets or passes the argument any more.
    static void erase(Block block, int argument, List<Edges.Edge> edges) {
        for (var edge : edges) {
            var left = new ArrayList<Value>(edge.passed());
            left.remove(argument);
            edge.pass(left);
        }
        block.eraseArgument(argument);
    }
}
