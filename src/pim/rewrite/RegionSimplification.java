package pim.rewrite;

import pim.ir.Operation;

/// How far the blocks of regions are simplified.
public enum RegionSimplification {
    /// Not at all, but for blocks that cannot be reached, which go before patterns are applied.
    DISABLED,
    /// Blocks that cannot be reached go, and so do arguments of blocks that nothing depends on, with what only they depend on.
    NORMAL,
    /// As well, blocks that do the same become one, and arguments that always get the same value go.
    AGGRESSIVE;

    /// Simplifies all regions in `root`, and says whether that changed anything.
    public boolean apply(Operation root) {
        boolean changed = false;
        if (this == DISABLED) return changed;
        changed |= UnreachableBlocks.erase(root);
        for (var region : Edges.graphs(root)) {
            changed |= new DeadArguments(region).erase();
            if (this != AGGRESSIVE) continue;
            while (IdenticalBlocks.merge(region)) changed = true;
            changed |= RedundantArguments.erase(region);
        }
        return changed;
    }
}
