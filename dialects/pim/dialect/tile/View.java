package pim.dialect.tile;

import java.util.Arrays;
import java.util.Optional;
import pim.define.Builder;
import pim.ir.Value;
import pim.ir.attr.Location;

/// A tensor of the network as some of the elements of a feature map. Transposing, slicing and reshaping only change how it is looked at; the elements
/// are moved once, when a layer needs them in the order of its own.
///
/// @param shape    extents of the tensor
/// @param offset   where the first element is, in elements of memory
/// @param strides  how many elements of memory lie between neighbours along each axis of the tensor
/// @param location of what looks at it so, and will be said to have moved it
record View(Value map, long[] shape, long offset, long[] strides, Location location) {
    static View of(Value map, Layout layout, Location location) {
        return new View(map, layout.shape(), 0, layout.strides(), location);
    }

    FmapType type() {
        return (FmapType) map.type();
    }

    /// The same, looked at by another operator.
    View at(Location other) {
        return new View(map, shape, offset, strides, other);
    }

    /// The tensor whose axis `i` is axis `permutation[i]` of this one.
    View transposed(long[] permutation, Location at) {
        return new View(map, permuted(shape, permutation), offset, permuted(strides, permutation), at);
    }

    private static long[] permuted(long[] values, long[] permutation) {
        return Arrays.stream(permutation).map(axis -> values[(int) axis]).toArray();
    }

    /// Every `steps`-th element along each axis, `sizes` of them from `starts` on.
    View sliced(long[] starts, long[] sizes, long[] steps, Location at) {
        long first = offset;
        var apart = strides.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            first += starts[axis] * strides[axis];
            apart[axis] *= steps[axis];
        }
        return new View(map, sizes, first, apart, at);
    }

    /// The elements in the same order under another shape; null when the map cannot be looked at so.
    View reshaped(long[] to, Location at) {
        var apart = Loops.reshaped(shape, strides, to);
        return apart == null ? null : new View(map, to, offset, apart, at);
    }

    /// Whether this is the whole of a map of that layout.
    boolean is(Layout layout) {
        return offset == 0 && type().sameExtents(layout.type()) && type().size() == layout.type().size() && Arrays.equals(shape, layout.shape())
            && new Layout(shape, type(), strides).sameMemory(layout);
    }

    /// The elements in a map of the layout, whose tensor has the same elements in the same order under any shape. Moves them unless they are there.
    Value in(Layout layout, Builder builder) {
        if (is(layout)) return map;
        var outer = builder.location();
        builder.setLocation(location);
        var loops = Loops.between(shape, strides, layout.shape(), layout.strides());
        Value moved;
        if (loops != null) {
            moved = builder.value(move(loops, 0, 0, layout.type()));
        } else {
            // No one nest of loops does it: once to the order of the network, from which every order can be reached.
            long size = layout.type().size();
            var flat = Layout.rowMajor(new long[] {size}, 1, 1, size, type().element());
            moved = of(in(flat, builder), flat, location).in(layout, builder);
        }
        builder.setLocation(outer);
        return moved;
    }

    /// What moves the elements into the middle of a map whose other elements are `fill`.
    ///
    /// @param toOffset  where in the result the first element goes, in elements of memory
    /// @param toStrides how far apart neighbours along each axis are in the result
    LayoutOp.Move within(FmapType result, long toOffset, long[] toStrides, long fill) {
        return move(Loops.between(shape, strides, shape, toStrides), toOffset, fill, result);
    }

    private LayoutOp.Move move(Loops loops, long toOffset, long fill, FmapType result) {
        return new LayoutOp.Move(map, loops.extents(), offset, loops.from(), toOffset, loops.to(), fill, Optional.empty(), result);
    }
}
