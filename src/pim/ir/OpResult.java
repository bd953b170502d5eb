package pim.ir;

import pim.ir.type.Type;

/// The `index`-th result of an operation.
public final class OpResult extends Value {
    private final Operation owner;
    private final int index;

    OpResult(Operation owner, int index, Type type) {
        super(type);
        this.owner = owner;
        this.index = index;
    }

    @Override public Operation definingOp() {
        return owner;
    }

    @Override public Block parentBlock() {
        return owner.block();
    }

    public int index() {
        return index;
    }

    @Override public String toString() {
        return owner.name() + "#" + index;
    }
}
