package pim.define;

import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Location;

/// Makes operations from records and puts them at one place after the other.
public class Builder {
    private Block block;
    private Operation before;
    private Location location = Location.UNKNOWN;

    /// A builder that appends to `block`.
    public static Builder atEnd(Block block) {
        var builder = new Builder();
        builder.setInsertionPointToEnd(block);
        return builder;
    }

    public static Builder before(Operation op) {
        var builder = new Builder();
        builder.setInsertionPoint(op);
        return builder;
    }

    public void setInsertionPointToEnd(Block block) {
        this.block = block;
        this.before = null;
    }

    public void setInsertionPointToStart(Block block) {
        this.block = block;
        this.before = block.first();
    }

    /// Inserts before `op` from here on, with its location.
    public void setInsertionPoint(Operation op) {
        this.block = op.block();
        this.before = op;
        this.location = op.location();
    }

    public void setInsertionPointAfter(Operation op) {
        this.block = op.block();
        this.before = op.next();
        this.location = op.location();
    }

    public Location location() {
        return location;
    }

    public void setLocation(Location location) {
        this.location = location;
    }

    public Block block() {
        return block;
    }

    /// The operation before which the next one goes, or null at the end of the block.
    public Operation insertionPoint() {
        return before;
    }

    /// Inserts the operation that says `op`, at the current location.
    public Operation create(Op op) {
        return insert(OpDefinition.operation(op, location));
    }

    /// Inserts the operation that says `op` and gives its one result.
    public Value value(Op op) {
        return create(op).result();
    }

    public Operation insert(Operation operation) {
        block.insertBefore(operation, before);
        return operation;
    }
}
