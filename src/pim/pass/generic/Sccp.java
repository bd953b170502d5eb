package pim.pass.generic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.define.OpDefinition;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.Location;
import pim.ir.type.Type;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.pass.generic.ConstantPropagation.State;
import pim.rewrite.Greedy;

/// Puts constants in the place of values that are the same whichever way the program goes, over branches and calls of private functions.
public record Sccp() implements Pass {
    @Override public String summary() {
        return "Sparse Conditional Constant Propagation";
    }

    @Override public void run(Operation root, PassContext context) {
        new Replacement(new ConstantPropagation(root)).run(root);
    }

    /// The constants stand at the head of the region whose operations they are for, each once.
    private record Replacement(ConstantPropagation known, Map<Key, Value> constants) {
        private record Key(Region region, Attribute value, Type type) {}

        Replacement(ConstantPropagation known) {
            this(known, new HashMap<>());
        }

        void run(Operation root) {
            var open = new ArrayDeque<Block>();
            push(root.regions(), open);
            while (!open.isEmpty()) {
                var block = open.pop();
                for (var op : block) {
                    boolean all = op.resultCount() > 0;
                    for (var result : op.results()) all &= replace(result, op.location(), block);
                    if (all && Greedy.isDead(op)) op.erase();
                    else push(op.regions(), open);
                }
                for (var argument : block.arguments()) replace(argument, argument.location(), block);
            }
        }

        private static void push(List<Region> regions, Deque<Block> open) {
            for (var region : regions) region.blocks().reversed().forEach(open::push);
        }

        private boolean replace(Value value, Location location, Block block) {
            if (!(known.of(value) instanceof State.Constant(var attribute, var says))) return false;
            var region = home(block);
            var constant = constants.computeIfAbsent(new Key(region, attribute, value.type()), key -> {
                var op = says.constant(attribute, value.type());
                if (op == null) return null;
                var made = OpDefinition.operation(op, location);
                region.entry().insertBefore(made, region.entry().first());
                return made.result();
            });
            if (constant != null) value.replaceAllUsesWith(constant);
            return constant != null;
        }

        /// The region around the block that nothing from outside need be used in.
        private static Region home(Block block) {
            var region = block.region();
            while (true) {
                var parent = region.parent();
                if (parent.block() == null || parent.has(Traits.IsolatedFromAbove.class) || !parent.kind().isRegistered()) return region;
                region = parent.parentRegion();
            }
        }
    }
}
