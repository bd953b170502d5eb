package pim.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// A list of blocks, the first of which is the entry.
public final class Region {
    private Operation parent;
    private final List<Block> blocks = new ArrayList<>();

    /// A region of the given blocks.
    public static Region of(Block... blocks) {
        var region = new Region();
        for (var block : blocks) region.append(block);
        return region;
    }

    /// The operation that this region belongs to.
    public Operation parent() {
        return parent;
    }

    void adopt(Operation owner) {
        if (parent != null) throw new IllegalStateException("the region already belongs to " + parent);
        parent = owner;
    }

    public List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /// The first block; a region without blocks has none and that is an error.
    public Block entry() {
        return blocks.getFirst();
    }

    public void append(Block block) {
        insert(blocks.size(), block);
    }

    public void insert(int index, Block block) {
        if (block.region != null) throw new IllegalStateException("the block already stands in a region");
        block.region = this;
        blocks.add(index, block);
    }

    void remove(Block block) {
        blocks.remove(block);
        block.region = null;
    }

    /// Moves all blocks of this region to the end of `other`.
    public void moveBlocksTo(Region other) {
        moveBlocksTo(other, other.blocks.size());
    }

    /// Moves all blocks of this region into `other`, the first to the place `index`.
    public void moveBlocksTo(Region other, int index) {
        for (var block : List.copyOf(blocks)) {
            remove(block);
            other.insert(index++, block);
        }
    }

    /// Whether this region is `other` or lies in it.
    public boolean isInside(Region other) {
        for (var r = this; r != null; r = r.parent == null ? null : r.parent.parentRegion()) if (r == other) return true;
        return false;
    }

    /// All operations in this region, each before what it holds. The visitor may erase the operation it is given.
    public void walk(Consumer<Operation> visitor) {
        for (var block : List.copyOf(blocks)) for (var op : block) op.walk(visitor);
    }

    /// This region and all in it, each before what it holds.
    public void walkRegions(Consumer<Region> visitor) {
        visitor.accept(this);
        for (var block : blocks) if (!block.isFlat()) for (var op : block) op.walkRegions(visitor);
    }
}
