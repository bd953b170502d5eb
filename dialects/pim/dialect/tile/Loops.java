package pim.dialect.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Nested loops that bring the elements of a tensor from one place of memory to another, the outermost first.
record Loops(List<Loop> loops) {
    /// Steps of one loop, and how many elements of memory a step is on either side.
    record Loop(long extent, long from, long to) {}

    /// A run of elements of a tensor at equal distances.
    private record Axis(long extent, long stride) {}

    /// The loops over two tensors of the same number of elements, which are paired as the network counts them; null when the axes of one do not
    /// divide those of the other, so that no nest of loops walks over both.
    static Loops between(long[] fromShape, long[] fromStrides, long[] toShape, long[] toStrides) {
        var from = new ArrayList<>(merged(fromShape, fromStrides));
        var to = new ArrayList<>(merged(toShape, toStrides));
        var loops = new ArrayList<Loop>();
        while (!from.isEmpty() && !to.isEmpty()) {
            Axis a = from.removeLast(), b = to.removeLast();
            long extent = Math.min(a.extent, b.extent);
            if (a.extent % extent != 0 || b.extent % extent != 0) return null;
            loops.add(new Loop(extent, a.stride, b.stride));
            if (a.extent > extent) from.add(new Axis(a.extent / extent, a.stride * extent));
            if (b.extent > extent) to.add(new Axis(b.extent / extent, b.stride * extent));
        }
        if (loops.isEmpty()) loops.add(new Loop(1, 1, 1));
        loops.sort(Comparator.comparingLong(Loop::to).reversed());
        return new Loops(joined(loops));
    }

    /// The loops, an outer one together with the inner where it goes on where that ends, on both sides.
    private static List<Loop> joined(List<Loop> loops) {
        var joined = new ArrayList<Loop>();
        for (var inner : loops) {
            var outer = joined.isEmpty() ? null : joined.getLast();
            boolean goesOn = outer != null && outer.from == inner.extent * inner.from && outer.to == inner.extent * inner.to;
            if (goesOn) joined.removeLast();
            joined.add(new Loop(goesOn ? outer.extent * inner.extent : inner.extent, inner.from, inner.to));
        }
        return joined;
    }

    /// The strides of a tensor of `shape` that counts the elements of one with other axes in the same order; null when there are none.
    static long[] reshaped(long[] shape, long[] strides, long[] to) {
        var from = new ArrayList<>(merged(shape, strides));
        var result = new long[to.length];
        for (int axis = to.length - 1; axis >= 0; axis--) {
            if (to[axis] == 1) continue;
            if (from.isEmpty()) return null;
            var a = from.removeLast();
            if (a.extent % to[axis] != 0) return null;
            result[axis] = a.stride;
            if (a.extent > to[axis]) from.add(new Axis(a.extent / to[axis], a.stride * to[axis]));
        }
        return result;
    }

    /// The axes without those of extent 1, neighbours as one where the outer one goes on where the inner one ends.
    private static List<Axis> merged(long[] shape, long[] strides) {
        var axes = new ArrayList<Axis>();
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == 1) continue;
            long extent = shape[axis];
            if (!axes.isEmpty() && axes.getLast().stride == extent * strides[axis]) extent *= axes.removeLast().extent;
            axes.add(new Axis(extent, strides[axis]));
        }
        return axes;
    }

    long[] extents() {
        return loops.stream().mapToLong(Loop::extent).toArray();
    }

    long[] from() {
        return loops.stream().mapToLong(Loop::from).toArray();
    }

    long[] to() {
        return loops.stream().mapToLong(Loop::to).toArray();
    }
}
