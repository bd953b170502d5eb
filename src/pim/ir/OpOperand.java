package pim.ir;

/// One use of a value: the `index`-th operand of `owner`.
public final class OpOperand {
    private final Operation owner;
    int index;
    private Value value;
    OpOperand nextUse;
    private OpOperand previousUse;

    OpOperand(Operation owner, int index, Value value) {
        this.owner = owner;
        this.index = index;
        link(value);
    }

    public Operation owner() {
        return owner;
    }

    public int index() {
        return index;
    }

    public Value value() {
        return value;
    }

    public void set(Value other) {
        if (other == value) return;
        unlink();
        link(other);
    }

    private void link(Value to) {
        value = to;
        nextUse = to.firstUse;
        previousUse = null;
        if (nextUse != null) nextUse.previousUse = this;
        to.firstUse = this;
    }

    void unlink() {
        if (previousUse == null) value.firstUse = nextUse;
        else previousUse.nextUse = nextUse;
        if (nextUse != null) nextUse.previousUse = previousUse;
        nextUse = previousUse = null;
    }
}
