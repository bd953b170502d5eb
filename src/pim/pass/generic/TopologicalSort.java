package pim.pass.generic;

import java.util.HashSet;
import java.util.Set;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Puts the operations of graph regions, where the order has no meaning, behind those whose results they use. Those of a circle stay in the order
/// they have; so do those that can stand as they are.
public record TopologicalSort() implements Pass {
    @Override public String summary() {
        return "Sort regions without SSA dominance in topological order";
    }

    @Override public void run(Operation root, PassContext context) {
        root.walk(op -> {
            if (!op.has(Traits.GraphRegion.class)) return;
            for (var region : op.regions()) region.blocks().forEach(TopologicalSort::sort);
        });
    }

    private static void sort(Block block) {
        var open = new HashSet<Operation>();
        for (var op : block) if (!op.has(Traits.Terminator.class)) open.add(op);
        var next = block.first();
        while (!open.isEmpty()) {
            boolean moved = false;
            for (var op = next; op != null && !op.has(Traits.Terminator.class); ) {
                var following = op.next();
                if (isReady(op, open)) {
                    open.remove(op);
                    if (op == next) next = following;
                    else block.moveBefore(op, next);
                    moved = true;
                }
                op = following;
            }
            if (moved) continue;
            // A circle: what comes first stays first.
            open.remove(next);
            next = next.next();
        }
    }

    /// Whether all that `op` and what it holds use stands before it, or in it.
    private static boolean isReady(Operation op, Set<Operation> open) {
        var ready = new boolean[] {true};
        op.walk(inner -> {
            for (var operand : inner.operands()) {
                for (var user = operand.definingOp(); user != null && user != op; user = user.parent()) ready[0] &= !open.contains(user);
            }
        });
        return ready[0];
    }
}
