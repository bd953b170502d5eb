package pim.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import pim.ir.attr.Location;
import pim.ir.type.Type;

/// A list of operations with arguments. Iterating may erase or move the operation just given.
public final class Block implements Iterable<Operation> {
    Region region;
    private final List<BlockArgument> arguments = new ArrayList<>();
    private Operation first, last;
    private boolean numbered = true;
    /// How many of the operations have regions.
    private int holders;

    public Region region() {
        return region;
    }

    /// The operation that this block stands in, or null.
    public Operation parent() {
        return region == null ? null : region.parent();
    }

    public List<BlockArgument> arguments() {
        return arguments;
    }

    public BlockArgument argument(int index) {
        return arguments.get(index);
    }

    public BlockArgument addArgument(Type type, Location location) {
        var argument = new BlockArgument(this, arguments.size(), type, location);
        arguments.add(argument);
        return argument;
    }

    /// Removes the argument, which must have no uses left.
    public void eraseArgument(int index) {
        arguments.remove(index);
        for (int i = index; i < arguments.size(); i++) arguments.get(i).index = i;
    }

    public boolean isEmpty() {
        return first == null;
    }

    public Operation first() {
        return first;
    }

    public Operation last() {
        return last;
    }

    /// The last operation if it is a terminator or of an unknown kind, else null.
    public Operation terminator() {
        return last != null && (last.has(Traits.Terminator.class) || !last.kind().isRegistered()) ? last : null;
    }

    public List<Block> successors() {
        return last == null ? List.of() : last.successors();
    }

    /// Whether no operation in this block has regions.
    public boolean isFlat() {
        return holders == 0;
    }

    public void append(Operation op) {
        insertBefore(op, null);
    }

    /// Puts `op`, which stands nowhere, before `anchor`, or at the end when that is null.
    public void insertBefore(Operation op, Operation anchor) {
        if (op.block != null) throw new IllegalStateException(op + " already stands in a block");
        op.block = this;
        op.next = anchor;
        op.previous = anchor == null ? last : anchor.previous;
        if (op.previous == null) first = op;
        else op.previous.next = op;
        if (anchor == null) {
            op.order = last == null ? 0 : last.order + 1;
            last = op;
        } else {
            anchor.previous = op;
            numbered = false;
        }
        if (!op.regions().isEmpty()) holders++;
    }

    /// Moves `op` from wherever it stands to before `anchor`, or to the end when that is null.
    public void moveBefore(Operation op, Operation anchor) {
        if (op == anchor) return;
        op.remove();
        insertBefore(op, anchor);
    }

    /// Moves `from` and all operations behind it to the end of `to`.
    public void moveTail(Operation from, Block to) {
        for (var op = from; op != null; ) {
            var next = op.next();
            to.moveBefore(op, null);
            op = next;
        }
    }

    void unlink(Operation op) {
        if (op.previous == null) first = op.next;
        else op.previous.next = op.next;
        if (op.next == null) last = op.previous;
        else op.next.previous = op.previous;
        op.block = null;
        op.previous = op.next = null;
        if (!op.regions().isEmpty()) holders--;
    }

    void number() {
        if (numbered) return;
        int order = 0;
        for (var op = first; op != null; op = op.next) op.order = order++;
        numbered = true;
    }

    void dropAllReferences() {
        for (var op = first; op != null; op = op.next) op.dropAllReferences();
    }

    /// Removes this block from its region. Nothing may refer to it or to what it defines.
    public void erase() {
        dropAllReferences();
        if (region != null) region.remove(this);
    }

    @Override public Iterator<Operation> iterator() {
        return new Iterator<>() {
            private Operation upcoming = first;

            @Override public boolean hasNext() {
                return upcoming != null;
            }

            @Override public Operation next() {
                if (upcoming == null) throw new NoSuchElementException();
                var current = upcoming;
                upcoming = current.next;
                return current;
            }
        };
    }
}
