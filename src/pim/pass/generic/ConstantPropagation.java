package pim.pass.generic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.ir.Block;
import pim.ir.Branch;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Foldable;
import pim.ir.Folded;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;

/// Sparse conditional constant propagation (Wegman and Zadeck, "Constant Propagation with Conditional Branches"): takes every value for a constant
/// and every block for one that is not reached until the contrary is found, through branches and calls.
final class ConstantPropagation {
    /// What is known of a value; nothing as long as no operation that defines it has been reached.
    sealed interface State {
        /// @param says what makes the constant an operation
        record Constant(Attribute value, Foldable says) implements State {}

        record Varying() implements State {}
    }

    private static final State VARYING = new State.Varying();

    private final Operation root;
    private final Callers callers;
    private final Map<Value, State> states = new HashMap<>();
    private final Set<Block> reached = new HashSet<>();
    /// Operations that depend on more values than their operands.
    private final Map<Value, Set<Operation>> dependents = new HashMap<>();
    private final ArrayDeque<Operation> open = new ArrayDeque<>();
    private final Set<Operation> waiting = new HashSet<>();

    ConstantPropagation(Operation root) {
        this.root = root;
        this.callers = new Callers(root);
        root.regions().forEach(this::enter);
        while (!open.isEmpty()) {
            var op = open.pollFirst();
            waiting.remove(op);
            visit(op);
        }
    }

    /// What is known of the value, or null.
    State of(Value value) {
        return states.get(value);
    }

    private void visit(Operation op) {
        switch (op.op()) {
            case Callable callable -> {
                if (!callers.areKnown(op)) enter(callable.body());
            }
            case Call _ -> call(op);
            case Branch branch -> branch(branch, op);
            case Foldable foldable when op.regions().isEmpty() -> fold(foldable, op);
            case Traits.ReturnLike _ when Callers.around(op) != null -> callers.of(Callers.around(op)).forEach(this::enqueue);
            case null, default -> {
                op.regions().forEach(this::enter);
                op.results().forEach(r -> join(r, VARYING));
                for (var successor : op.successors()) {
                    reach(successor);
                    successor.arguments().forEach(a -> join(a, VARYING));
                }
            }
        }
    }

    private void call(Operation op) {
        var target = callers.target(op);
        if (target == null) {
            op.results().forEach(r -> join(r, VARYING));
            return;
        }
        var body = ((Callable) target.op()).body();
        reach(body.entry());
        pass(op.operands(), body.entry());
        for (var block : body.blocks()) {
            var last = block.last();
            if (!reached.contains(block) || last == null || !last.has(Traits.ReturnLike.class)) continue;
            for (int i = 0; i < op.resultCount(); i++) join(op.result(i), i < last.operandCount() ? of(last.operand(i)) : VARYING);
        }
    }

    private void branch(Branch branch, Operation op) {
        var operands = operands(op);
        if (operands == null) return;
        int taken = branch.taken(operands);
        for (int i = 0; i < op.successors().size(); i++) {
            if (taken >= 0 && taken != i) continue;
            reach(op.successors().get(i));
            pass(branch.passed(i), op.successors().get(i));
        }
    }

    private void fold(Foldable foldable, Operation op) {
        var operands = operands(op);
        if (operands == null) return;
        switch (foldable.fold(operands)) {
            case null -> join(op.result(), VARYING);
            case Folded.Constant(var value) -> join(op.result(), new State.Constant(value, foldable));
            case Folded.Existing(var value) -> {
                dependents.computeIfAbsent(value, _ -> new LinkedHashSet<>()).add(op);
                join(op.result(), of(value));
            }
        }
    }

    /// The constants among the operands, with null for what varies; null as a whole when of one nothing is known yet.
    private List<Attribute> operands(Operation op) {
        var constants = new ArrayList<Attribute>();
        for (var operand : op.operands()) {
            switch (of(operand)) {
                case null -> {
                    return null;
                }
                case State.Constant(var value, _) -> constants.add(value);
                case State.Varying _ -> constants.add(null);
            }
        }
        return constants;
    }

    private void pass(List<Value> values, Block to) {
        for (int i = 0; i < values.size(); i++) join(to.argument(i), of(values.get(i)));
    }

    /// Of a region that can be entered in unknown ways nothing is known about its arguments.
    private void enter(Region region) {
        if (region.isEmpty()) return;
        reach(region.entry());
        region.entry().arguments().forEach(a -> join(a, VARYING));
    }

    private void reach(Block block) {
        if (reached.add(block)) block.forEach(this::enqueue);
    }

    private void join(Value value, State with) {
        var before = states.get(value);
        if (with == null || before == VARYING || before != null && isSame(before, with)) return;
        states.put(value, before == null ? with : VARYING);
        value.users().forEach(this::enqueue);
        dependents.getOrDefault(value, Set.of()).forEach(this::enqueue);
    }

    private static boolean isSame(State a, State b) {
        return a instanceof State.Constant(var x, _) && b instanceof State.Constant(var y, _) && x.equals(y);
    }

    private void enqueue(Operation op) {
        if (reached.contains(op.block()) && (op == root || root.isProperAncestorOf(op)) && waiting.add(op)) open.addLast(op);
    }
}
