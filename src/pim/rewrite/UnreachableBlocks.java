package pim.rewrite;

import java.util.ArrayList;
import pim.ir.Block;
import pim.ir.Dominance;
import pim.ir.Operation;
import pim.ir.Region;

/// Blocks that no way from the entry of their region leads to.
public final class UnreachableBlocks {
    private UnreachableBlocks() {}

    /// Removes them from all regions in `root`.
    ///
    /// @return whether there were any
    public static boolean erase(Operation root) {
        var branching = new ArrayList<Region>();
        root.walkRegions(region -> {
            if (region.blocks().size() > 1) branching.add(region);
        });
        boolean erased = false;
        for (var region : branching) erased |= erase(region);
        return erased;
    }

    private static boolean erase(Region region) {
        var dominance = new Dominance();
        var unreachable = new ArrayList<>(region.blocks());
        unreachable.removeIf(dominance::isReachable);
        // They may use each other's values in any order, so all uses go first.
        for (var block : unreachable) block.forEach(Operation::dropAllReferences);
        unreachable.forEach(Block::erase);
        return !unreachable.isEmpty();
    }
}
