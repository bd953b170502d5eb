package pim.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Which values are defined wherever an operation runs. What is known of a region is computed when first asked for, and holds as long as
/// its blocks and their successors stay as they are; operations may come and go.
public final class Dominance {
    private final Map<Region, Tree> trees = new HashMap<>();

    /// Whether `value` may be used by `user`: it is defined on every way to `user`, in its region or one around it.
    public boolean dominates(Value value, Operation user) {
        var definition = value.definingOp();
        if (definition != null) return properlyDominates(definition, user);
        var block = value.parentBlock();
        var inside = ancestorIn(block.region(), user);
        return inside != null && dominates(block, inside.block());
    }

    /// Whether `a` has run whenever `b` runs. An operation does not dominate what it holds; in a
    /// [Traits.GraphRegion] all operations dominate each other.
    public boolean properlyDominates(Operation a, Operation b) {
        var inside = ancestorIn(a.parentRegion(), b);
        if (inside == null || inside == a && inside != b) return false;
        if (isGraph(a.parentRegion())) return true;
        if (a.block() == inside.block()) return a != inside && a.isBeforeInBlock(inside);
        return dominates(a.block(), inside.block());
    }

    /// Whether each way from the entry of their region to `b` leads through `a`. To a block that cannot be reached there is no way: all dominate it.
    public boolean dominates(Block a, Block b) {
        if (a == b) return true;
        if (a.region() == null || a.region() != b.region()) return false;
        var tree = tree(a.region());
        if (!tree.number.containsKey(b)) return true;
        if (!tree.number.containsKey(a)) return false;
        int target = tree.number.get(a);
        int at = tree.number.get(b);
        while (at > target) at = tree.dominator[at];
        return at == target;
    }

    public boolean isReachable(Block block) {
        return tree(block.region()).number.containsKey(block);
    }

    /// The last block that each way to `block` leads through; null for an entry and for what cannot be reached.
    public Block immediateDominator(Block block) {
        var tree = tree(block.region());
        var number = tree.number.get(block);
        return number == null || number == 0 ? null : tree.order.get(tree.dominator[number]);
    }

    /// The blocks that can be reached, each after its dominators: the reverse postorder of a walk from the entry.
    public List<Block> order(Region region) {
        return tree(region).order;
    }

    private static boolean isGraph(Region region) {
        return region.parent() != null && region.parent().has(Traits.GraphRegion.class);
    }

    /// `op` or the operation around it that stands in `region`; null when there is none.
    private static Operation ancestorIn(Region region, Operation op) {
        while (op != null && op.parentRegion() != region) op = op.parent();
        return op;
    }

    private Tree tree(Region region) {
        return trees.computeIfAbsent(region, Tree::of);
    }

    /// @param order     the blocks that can be reached, in reverse postorder
    /// @param number    the place of each in it
    /// @param dominator the place of the immediate dominator of each; that of the entry is its own
    private record Tree(List<Block> order, Map<Block, Integer> number, int[] dominator) {
        /// The algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", figure 3.
        static Tree of(Region region) {
            var order = region.isEmpty() ? List.<Block>of() : reversePostorder(region.entry());
            var number = new HashMap<Block, Integer>();
            for (var block : order) number.put(block, number.size());
            var predecessors = new ArrayList<List<Integer>>();
            for (int i = 0; i < order.size(); i++) predecessors.add(new ArrayList<>());
            for (int i = 0; i < order.size(); i++) for (var next : order.get(i).successors()) predecessors.get(number.get(next)).add(i);
            var dominator = new int[order.size()];
            Arrays.fill(dominator, 1, dominator.length, -1);
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int i = 1; i < dominator.length; i++) {
                    int common = -1;
                    for (int p : predecessors.get(i)) if (dominator[p] >= 0) common = common < 0 ? p : intersect(dominator, common, p);
                    changed |= dominator[i] != common;
                    dominator[i] = common;
                }
            }
            return new Tree(order, number, dominator);
        }

        private static int intersect(int[] dominator, int a, int b) {
            while (a != b) {
                if (a > b) a = dominator[a];
                else b = dominator[b];
            }
            return a;
        }

        private static List<Block> reversePostorder(Block entry) {
            var postorder = new ArrayList<Block>();
            var seen = new HashSet<>(List.of(entry));
            var path = new ArrayList<Block>(List.of(entry));
            var open = new ArrayList<Iterator<Block>>(List.of(entry.successors().iterator()));
            while (!path.isEmpty()) {
                var successors = open.getLast();
                if (successors.hasNext()) {
                    var next = successors.next();
                    if (seen.add(next)) {
                        path.add(next);
                        open.add(next.successors().iterator());
                    }
                } else {
                    postorder.add(path.removeLast());
                    open.removeLast();
                }
            }
            Collections.reverse(postorder);
            return List.copyOf(postorder);
        }
    }
}
