package pim.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.Branch;
import pim.ir.OpResult;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;

/// Arguments of blocks, and operations without effect, that nothing with an effect depends on; they may depend on each other in a circle.
/// What is not shown to be needed is dead.
final class DeadArguments {
    private final Region region;
    private final Map<Block, List<Edges.Edge>> edges;
    private final Set<Value> liveArguments = new HashSet<>();
    private final Set<Operation> live = new HashSet<>();
    private final Deque<Value> needed = new ArrayDeque<>();

    DeadArguments(Region region) {
        this.region = region;
        this.edges = Edges.byTarget(region);
    }

    /// Whether there were any.
    boolean erase() {
        // With nothing to pass there is nothing to find that is not plainly dead.
        if (!Edges.usesAhead(region) && !passesValues()) return false;
        for (var block : region.blocks()) {
            for (var op : block) if (!mayGo(op)) keep(op);
        }
        while (!needed.isEmpty()) need(needed.pop());
        return eraseArguments() | eraseOperations();
    }

    private boolean passesValues() {
        for (int i = 1; i < region.blocks().size(); i++) if (!region.blocks().get(i).arguments().isEmpty()) return true;
        return false;
    }

    private static boolean mayGo(Operation op) {
        return op.has(Traits.Pure.class) && !op.has(Traits.Terminator.class);
    }

    private void keep(Operation op) {
        if (!live.add(op)) return;
        if (op.op() instanceof Branch branch) {
            var own = new ArrayList<>(op.operands());
            for (int i = 0; i < op.successors().size(); i++) branch.passed(i).forEach(own::remove);
            needed.addAll(own);
            return;
        }
        op.walk(inner -> needed.addAll(inner.operands()));
        // What it passes on is not known.
        for (var successor : op.successors()) needed.addAll(successor.arguments());
    }

    private void need(Value value) {
        switch (value) {
            case OpResult result -> {
                var op = result.definingOp();
                if (op.parentRegion() == region) keep(op);
            }
            case BlockArgument argument -> {
                var block = argument.parentBlock();
                if (block.region() != region || !liveArguments.add(argument)) return;
                for (var edge : edges.get(block)) if (edge.isOpen()) needed.add(edge.passed().get(argument.index()));
            }
        }
    }

    private boolean eraseArguments() {
        boolean erased = false;
        for (var block : region.blocks().subList(1, region.blocks().size())) {
            for (int i = block.arguments().size() - 1; i >= 0; i--) {
                if (liveArguments.contains(block.argument(i))) continue;
                erase(block, i);
                erased = true;
            }
        }
        return erased;
    }

    /// Only what is dead itself still uses the argument.
    private void erase(Block block, int argument) {
        for (var user : block.argument(argument).users()) if (!live.contains(user)) user.dropAllReferences();
        RedundantArguments.erase(block, argument, edges.get(block));
    }

    private boolean eraseOperations() {
        var dead = new ArrayList<Operation>();
        for (var block : region.blocks()) for (var op : block) if (mayGo(op) && !live.contains(op)) dead.add(op);
        dead.forEach(Operation::dropAllReferences);
        dead.forEach(Operation::erase);
        return !dead.isEmpty();
    }
}
