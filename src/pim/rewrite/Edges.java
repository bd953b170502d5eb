package pim.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.define.Builder;
import pim.ir.Block;
import pim.ir.Branch;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;

/// The ways from block to block of a region.
final class Edges {
    private Edges() {}

    /// A way that leads from the end of `from` to its `successor`-th successor.
    record Edge(Block from, int successor) {
        Block to() {
            return from.successors().get(successor);
        }

        /// Whether it is known, and can be changed, what the arguments get.
        boolean isOpen() {
            return from.last().has(Branch.class);
        }

        List<Value> passed() {
            return ((Branch) from.last().op()).passed(successor);
        }

        void pass(List<Value> values) {
            var op = from.last();
            var successors = op.successors();
            var builder = Builder.before(op);
            var changed = builder.create(((Branch) op.op()).passing(successor, values));
            changed.setAttributes(op.attributes());
            for (int i = 0; i < successors.size(); i++) changed.setSuccessor(i, successors.get(i));
            op.erase();
        }

        void redirect(Block to) {
            from.last().setSuccessor(successor, to);
        }
    }

    /// The ways in the region, by the block they lead to.
    static Map<Block, List<Edge>> byTarget(Region region) {
        var edges = new HashMap<Block, List<Edge>>();
        for (var block : region.blocks()) edges.put(block, new ArrayList<>());
        for (var block : region.blocks()) {
            var successors = block.successors();
            for (int i = 0; i < successors.size(); i++) edges.get(successors.get(i)).add(new Edge(block, i));
        }
        return edges;
    }

    /// The regions in `root`, and its own, that have several blocks, or one that [#usesAhead].
    static List<Region> graphs(Operation root) {
        var regions = new ArrayList<Region>();
        root.walkRegions(region -> {
            if (region.blocks().size() > 1 || usesAhead(region)) regions.add(region);
        });
        return regions;
    }

    /// Whether it is one block in which a value without effect is used before it is defined: so there may be a circle of such.
    static boolean usesAhead(Region region) {
        var around = region.parent();
        if (region.blocks().size() != 1 || around.kind().isRegistered() && !around.has(Traits.GraphRegion.class)) return false;
        for (var op : region.entry()) {
            if (!op.has(Traits.Pure.class)) continue;
            for (var operand : op.operands()) {
                var definition = operand.definingOp();
                if (definition != null && definition.block() == op.block() && !definition.isBeforeInBlock(op)) return true;
            }
        }
        return false;
    }
}
