package pim.pass.generic;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.Branch;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.OpResult;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;

/// The values that an effect may depend on, through operations, branches, and calls of functions whose callers are all known.
final class LiveValues {
    private final Callers callers;
    private final Set<Value> live = new HashSet<>();
    private final ArrayDeque<Value> open = new ArrayDeque<>();

    LiveValues(Operation root, Callers callers) {
        this.callers = callers;
        root.walk(op -> {
            demand(op);
            for (var region : op.regions()) keepArguments(op, region);
        });
        while (!open.isEmpty()) demanded(open.pop());
    }

    boolean contains(Value value) {
        return live.contains(value);
    }

    /// Whether the operation may be removed when none of its results is live.
    static boolean canGo(Operation op) {
        return op.has(Traits.Pure.class) && !op.has(Traits.Terminator.class) && op.parent() != null;
    }

    /// The results of the function with that body that none of its calls has use for. A result that comes from elsewhere than a return stays.
    static BitSet unusedResults(Region body, List<Operation> calls, LiveValues live) {
        var unused = new BitSet();
        for (var block : body.blocks()) {
            if (block.last() != null && block.last().has(Traits.ReturnLike.class)) unused.set(0, block.last().operandCount());
        }
        for (var call : calls) {
            for (int i = 0; i < call.resultCount(); i++) if (live.contains(call.result(i))) unused.clear(i);
        }
        return unused;
    }

    /// What `op` needs whatever becomes of its results.
    private void demand(Operation op) {
        if (canGo(op)) return;
        switch (op.op()) {
            case Branch branch -> {
                var passed = new HashSet<Integer>();
                int end = op.operandCount();
                for (int i = op.successors().size() - 1; i >= 0; i--) {
                    int start = end - branch.passed(i).size();
                    for (int o = start; o < end; o++) passed.add(o);
                    end = start;
                }
                for (int o = 0; o < op.operandCount(); o++) if (!passed.contains(o)) add(op.operand(o));
            }
            case Call _ when callers.target(op) != null -> {}
            case Traits.ReturnLike _ when Callers.around(op) != null && callers.areKnown(Callers.around(op)) -> {}
            case null, default -> op.operands().forEach(this::add);
        }
    }

    /// The arguments that cannot go: of a region that is entered in unknown ways, and of a block that is left to in unknown ways.
    private void keepArguments(Operation op, Region region) {
        if (region.isEmpty()) return;
        if (!(op.has(Callable.class) && callers.areKnown(op))) region.entry().arguments().forEach(this::add);
        for (var block : region.blocks()) {
            var last = block.last();
            if (last != null && !last.has(Branch.class)) for (var successor : last.successors()) successor.arguments().forEach(this::add);
        }
    }

    private void demanded(Value value) {
        switch (value) {
            case BlockArgument argument -> argument(argument);
            case OpResult result -> {
                var op = result.definingOp();
                var target = op.has(Call.class) ? callers.target(op) : null;
                if (target == null) op.operands().forEach(this::add);
                else for (var block : ((Callable) target.op()).body().blocks()) returned(block, result.index());
            }
        }
        if (value.definingOp() != null) value.definingOp().regions().forEach(region -> region.walk(inner -> inner.operands().forEach(this::add)));
    }

    private void returned(Block block, int index) {
        var last = block.last();
        if (last != null && last.has(Traits.ReturnLike.class) && index < last.operandCount()) add(last.operand(index));
    }

    private void argument(BlockArgument argument) {
        var block = argument.parentBlock();
        for (var from : block.region().blocks()) {
            if (from.last() == null || !(from.last().op() instanceof Branch branch)) continue;
            for (int i = 0; i < from.successors().size(); i++) {
                if (from.successors().get(i) == block) add(branch.passed(i).get(argument.index()));
            }
        }
        var function = block.region().parent();
        if (block == block.region().entry() && function.has(Callable.class)) {
            for (var call : callers.of(function)) add(call.operand(argument.index()));
        }
    }

    private void add(Value value) {
        if (live.add(value)) open.push(value);
    }
}
