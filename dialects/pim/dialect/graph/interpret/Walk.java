package pim.dialect.graph.interpret;

import pim.tensor.Tensor;

/// Where in a tensor the elements lie that nested loops visit, which step by a stride in each.
final class Walk {
    private Walk() {}

    /// The distance of neighbours along each axis of a row-major tensor.
    static int[] strides(int[] shape) {
        var strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /// The number of the element that each iteration visits, `offset + sum(i[a] * strides[a])`, the loops being over `shape`.
    static int[] indices(int[] shape, int[] strides, int offset) {
        var indices = new int[Tensor.size(shape)];
        if (indices.length == 0) return indices;
        if (shape.length == 0) {
            indices[0] = offset;
            return indices;
        }
        int last = shape.length - 1;
        var i = new int[shape.length];
        for (int at = 0; at < indices.length; ) {
            for (int j = 0, k = offset; j < shape[last]; j++, k += strides[last]) indices[at++] = k;
            for (int axis = last - 1; axis >= 0; axis--) {
                offset += strides[axis];
                if (++i[axis] < shape[axis]) break;
                offset -= strides[axis] * shape[axis];
                i[axis] = 0;
            }
        }
        return indices;
    }

    /// For each element of a tensor of shape `to` the element of one of shape `from` that NumPy's broadcasting puts there.
    static int[] broadcast(int[] from, int[] to) {
        var own = strides(from);
        var strides = new int[to.length];
        for (int i = 1; i <= from.length; i++) strides[to.length - i] = from[from.length - i] == 1 ? 0 : own[from.length - i];
        return indices(to, strides, 0);
    }
}
