package pim.tool.reduce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pim.define.OpDefinition;
import pim.dialect.cf.Cf;
import pim.ir.Block;
import pim.ir.Branch;
import pim.ir.Callable;
import pim.ir.Operation;
import pim.ir.Symbols;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.StringAttr;
import pim.rewrite.UnreachableBlocks;

/// Reductions that take away operations, blocks, regions, and parts of signatures.
final class Structure {
    private Structure() {}

    static final List<Reduction> REDUCTIONS = List.of(new Reduction("bodies", Structure::bodies), new Reduction("operations", Structure::operations),
        new Reduction("branches", Structure::branches), new Reduction("signatures", Structure::signatures));

    /// All operations in `module`, the last first, each behind what it holds.
    static List<Operation> backwards(Operation module) {
        var all = new ArrayList<Operation>();
        module.region(0).walk(all::add);
        return all.reversed();
    }

    /// Makes a function a declaration, which has to be private, and empties other regions.
    private static List<Runnable> bodies(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : backwards(module).reversed()) {
            if (op.regions().stream().allMatch(r -> r.isEmpty())) continue;
            edits.add(() -> {
                if (op.block() == null) return;
                if (op.has(Callable.class)) op.setAttribute("sym_visibility", StringAttr.of("private"));
                for (var region : op.regions()) {
                    for (var block : region.blocks()) block.forEach(Operation::dropAllReferences);
                    for (var block : List.copyOf(region.blocks())) block.erase();
                }
            });
        }
        return edits;
    }

    /// Erases an operation; other values of the same type stand in for its results, where those are used.
    private static List<Runnable> operations(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : backwards(module)) {
            if (op.has(Traits.Terminator.class)) continue;
            edits.add(() -> {
                if (op.block() == null) return;
                for (var result : op.results()) {
                    var other = result.hasUses() ? substitute(result, op) : null;
                    if (other != null) result.replaceAllUsesWith(other);
                    else if (result.hasUses()) return;
                }
                op.erase();
            });
        }
        return edits;
    }

    /// A value of the same type that is known before `op`: an operand of it, an argument of a block around it, or an earlier result in its block.
    private static Value substitute(Value value, Operation op) {
        for (var operand : op.operands()) if (operand != value && operand.type().equals(value.type()) && operand.definingOp() != op) return operand;
        for (var at = op; at != null && at.block() != null; at = at.parent()) {
            for (var argument : at.block().arguments()) if (argument.type().equals(value.type())) return argument;
            if (at.has(Traits.IsolatedFromAbove.class)) break;
        }
        for (var before = op.previous(); before != null; before = before.previous()) {
            for (var result : before.results()) if (result.type().equals(value.type())) return result;
        }
        return null;
    }

    /// Decides a branch for one of its successors, and removes the blocks that nothing leads to then.
    private static List<Runnable> branches(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : backwards(module).reversed()) {
            if (op.successors().size() < 2 || !op.has(Branch.class)) continue;
            for (int i = 0; i < op.successors().size(); i++) {
                int chosen = i;
                edits.add(() -> {
                    if (op.block() == null || !(op.op() instanceof Branch branch)) return;
                    var only = new Cf.Br(List.copyOf(branch.passed(chosen)), op.successors().get(chosen));
                    op.block().insertBefore(OpDefinition.operation(only, op.location()), op);
                    op.erase();
                    UnreachableBlocks.erase(module);
                });
            }
        }
        return edits;
    }

    /// Takes an argument that is not used, or a result, from a function that nothing speaks of.
    private static List<Runnable> signatures(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : backwards(module)) {
            if (!(op.op() instanceof Callable callable) || callable.body().isEmpty()) continue;
            boolean spokenOf = backwards(module).stream().anyMatch(user -> {
                var symbols = Symbols.uses(user);
                return symbols == null || symbols.stream().anyMatch(use -> use.symbol().leaf().equals(Symbols.name(op)));
            });
            if (spokenOf) continue;
            var entry = callable.body().entry();
            for (var argument : entry.arguments().reversed()) edits.add(() -> argument(op, entry, argument));
            var end = callable.body().blocks().stream().map(Block::last).filter(last -> last != null && last.has(Traits.ReturnLike.class)).findFirst();
            for (int i = end.map(Operation::operandCount).orElse(0) - 1; i >= 0; i--) {
                int index = i;
                edits.add(() -> result(op, index));
            }
        }
        return edits;
    }

    private static void argument(Operation function, Block entry, Value argument) {
        int index = entry.arguments().indexOf(argument);
        if (index < 0 || argument.hasUses()) return;
        entry.eraseArgument(index);
        ((Callable) function.op()).narrow(function, one(index), new BitSet());
    }

    private static void result(Operation function, int index) {
        var callable = (Callable) function.op();
        for (var block : callable.body().blocks()) {
            if (block.last() == null || !block.last().has(Traits.ReturnLike.class)) continue;
            var rest = new ArrayList<>(block.last().operands());
            rest.remove(index);
            block.last().setOperands(rest);
        }
        callable.narrow(function, new BitSet(), one(index));
    }

    private static BitSet one(int index) {
        var set = new BitSet();
        set.set(index);
        return set;
    }
}
