package pim.rewrite;

import pim.define.Dialect;
import pim.define.Registry;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;

/// What a [Dialect] implements whose ops mean the same within another function, so that they may stand in the place of a call.
public interface Inlines {
    /// The terminator that goes on with `next`, whose arguments are what `end` returns. Asked for each [pim.ir.Traits.ReturnLike] of the dialect in a
    /// function of several blocks, which stays where it is if this is null.
    default Op leave(Operation end, Block next) {
        return null;
    }

    /// Whether a call of the dialect may give way to what it runs.
    default boolean allows(Operation call, Operation target) {
        return true;
    }

    /// Whether all that stands in `region` may stand elsewhere.
    static boolean allow(Region region, Registry registry) {
        for (var block : region.blocks()) for (var op : block) {
            if (!op.kind().isRegistered() || !(registry.dialect(op.kind().dialect()) instanceof Inlines)) return false;
            for (var inner : op.regions()) if (!allow(inner, registry)) return false;
        }
        return true;
    }
}
