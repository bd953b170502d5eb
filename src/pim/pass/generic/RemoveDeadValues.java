package pim.pass.generic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pim.define.OpDefinition;
import pim.ir.Block;
import pim.ir.Branch;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.Value;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Removes what no effect depends on: operations, arguments of blocks, and arguments and results of private functions.
public record RemoveDeadValues() implements Pass {
    @Override public String summary() {
        return "Remove dead values";
    }

    @Override public void run(Operation root, PassContext context) {
        var callers = new Callers(root);
        var live = new LiveValues(root, callers);
        var dead = new ArrayList<Operation>();
        var functions = new ArrayList<Operation>();
        var blocks = new ArrayList<Block>();
        root.walk(op -> {
            if (op.has(Callable.class)) functions.add(op);
            if (LiveValues.canGo(op) && op.results().stream().noneMatch(live::contains)) dead.add(op);
            for (var region : op.regions()) blocks.addAll(region.blocks().subList(Math.min(1, region.blocks().size()), region.blocks().size()));
        });
        for (var op : dead) op.dropAllReferences();
        blocks.forEach(block -> narrow(block, live));
        functions.removeIf(function -> !callers.areKnown(function) || ((Callable) function.op()).body().isEmpty());
        // A call's result may be used where another function returns it or is called with it, so these uses go first.
        var results = functions.stream().map(function -> narrowReturns(function, live, callers)).toList();
        var arguments = functions.stream().map(function -> narrowArguments(function, live, callers)).toList();
        for (int i = 0; i < results.size(); i++) narrow(functions.get(i), arguments.get(i), results.get(i), callers);
        // What uses the dead has gone with them, so they can go in any order but within each other.
        for (var op : dead.reversed()) op.erase();
    }

    /// Takes from the block, and from what leads to it, the arguments that are not live.
    private static void narrow(Block block, LiveValues live) {
        var gone = notLive(block.arguments(), live);
        if (gone.isEmpty()) return;
        for (var from : block.region().blocks()) {
            for (int i = 0; i < from.successors().size(); i++) {
                if (from.successors().get(i) != block) continue;
                var branch = (Branch) from.last().op();
                replace(from.last(), branch.passing(i, without(branch.passed(i), gone)), new BitSet());
            }
        }
        erase(block, gone);
    }

    /// Takes from the calls of the function what it has no use for, and says which arguments that is.
    private static BitSet narrowArguments(Operation function, LiveValues live, Callers callers) {
        var gone = notLive(((Callable) function.op()).body().entry().arguments(), live);
        if (!gone.isEmpty()) callers.of(function).replaceAll(call -> {
            var says = (Call) call.op();
            return replace(call, says.calling(without(says.operands(), gone), call.resultTypes()), new BitSet());
        });
        return gone;
    }

    /// Takes from the returns of the function what no call has use for, and says which results that is.
    private static BitSet narrowReturns(Operation function, LiveValues live, Callers callers) {
        var body = ((Callable) function.op()).body();
        var gone = LiveValues.unusedResults(body, callers.of(function), live);
        for (var block : body.blocks()) {
            if (block.last() != null && block.last().has(Traits.ReturnLike.class)) block.last().setOperands(without(block.last().operands(), gone));
        }
        return gone;
    }

    private static void narrow(Operation function, BitSet arguments, BitSet results, Callers callers) {
        if (arguments.isEmpty() && results.isEmpty()) return;
        var callable = (Callable) function.op();
        erase(callable.body().entry(), arguments);
        callable.narrow(function, arguments, results);
        if (!results.isEmpty()) callers.of(function).replaceAll(call -> {
            var says = (Call) call.op();
            return replace(call, says.calling(says.operands(), without(call.resultTypes(), results)), results);
        });
    }

    /// @param gone the results that have no successor
    private static Operation replace(Operation op, Op with, BitSet gone) {
        var made = OpDefinition.operation(with, op.location());
        made.setAttributes(op.attributes());
        op.block().insertBefore(made, op);
        int next = 0;
        for (int i = 0; i < op.resultCount(); i++) if (!gone.get(i)) op.result(i).replaceAllUsesWith(made.result(next++));
        op.erase();
        return made;
    }

    private static void erase(Block block, BitSet arguments) {
        for (int i = arguments.length() - 1; i >= 0; i--) if (arguments.get(i)) block.eraseArgument(i);
    }

    private static BitSet notLive(List<? extends Value> values, LiveValues live) {
        var gone = new BitSet();
        for (int i = 0; i < values.size(); i++) gone.set(i, !live.contains(values.get(i)));
        return gone;
    }

    private static <T> List<T> without(List<T> all, BitSet gone) {
        var rest = new ArrayList<T>();
        for (int i = 0; i < all.size(); i++) if (!gone.get(i)) rest.add(all.get(i));
        return rest;
    }
}
