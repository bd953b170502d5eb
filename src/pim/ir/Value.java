package pim.ir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import pim.ir.type.Type;

/// An SSA value: the result of an operation or the argument of a block. Its uses form an intrusive list, newest first.
public abstract sealed class Value implements Replacement permits OpResult, BlockArgument {
    private Type type;
    OpOperand firstUse;

    Value(Type type) {
        this.type = type;
    }

    /// The types of values, in their order.
    public static List<Type> types(List<? extends Value> values) {
        var types = new ArrayList<Type>(values.size());
        for (var value : values) types.add(value.type());
        return List.copyOf(types);
    }

    public Type type() {
        return type;
    }

    public void setType(Type type) {
        this.type = type;
    }

    /// The operation that this value is a result of; null for a block argument.
    public abstract Operation definingOp();

    /// The block in which this value is defined.
    public abstract Block parentBlock();

    /// What the operation that defines this value says; null for a block argument or an unregistered operation.
    public Op op() {
        var operation = definingOp();
        return operation == null ? null : operation.op();
    }

    public boolean hasUses() {
        return firstUse != null;
    }

    public boolean hasOneUse() {
        return firstUse != null && firstUse.nextUse == null;
    }

    /// A snapshot of the uses in program order of their creation.
    public List<OpOperand> uses() {
        var uses = new ArrayList<OpOperand>();
        for (var use = firstUse; use != null; use = use.nextUse) uses.add(use);
        return uses.reversed();
    }

    /// The operations that use this value, each once.
    public List<Operation> users() {
        if (firstUse == null) return List.of();
        if (firstUse.nextUse == null) return List.of(firstUse.owner());
        var users = new LinkedHashSet<Operation>();
        for (var use : uses()) users.add(use.owner());
        return List.copyOf(users);
    }

    public void replaceAllUsesWith(Value other) {
        replaceUsesWith(other, use -> true);
    }

    public void replaceUsesWith(Value other, Predicate<OpOperand> when) {
        if (other == this) return;
        for (var use : uses()) if (when.test(use)) use.set(other);
    }

    @Override public List<Value> values() {
        return List.of(this);
    }
}
