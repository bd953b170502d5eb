package pim.ir;

import pim.ir.attr.Location;
import pim.ir.type.Type;

/// The `index`-th argument of a block.
public final class BlockArgument extends Value {
    private final Block owner;
    private Location location;
    int index;

    BlockArgument(Block owner, int index, Type type, Location location) {
        super(type);
        this.owner = owner;
        this.index = index;
        this.location = location;
    }

    @Override public Operation definingOp() {
        return null;
    }

    @Override public Block parentBlock() {
        return owner;
    }

    public int index() {
        return index;
    }

    public Location location() {
        return location;
    }

    public void setLocation(Location location) {
        this.location = location;
    }

    @Override public String toString() {
        return "%arg" + index;
    }
}
