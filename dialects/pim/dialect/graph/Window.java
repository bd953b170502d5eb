package pim.dialect.graph;

/// The geometry of the windows that a convolution or a pooling slides over a feature map; each pair is vertical, horizontal.
///
/// Tap `(ky, kx)` of window `(y, x)` lies at row `y * strides[0] - pads[0] + ky * dilations[0]` of the input and the like column.
///
/// @param kernel    taps
/// @param strides   how far apart neighbouring windows are
/// @param pads      rows and columns of padding at the top, left, bottom, right
/// @param dilations how far apart neighbouring taps are
public record Window(long[] kernel, long[] strides, long[] pads, long[] dilations) {
    /// Without dilation.
    public Window(long[] kernel, long[] strides, long[] pads) {
        this(kernel, strides, pads, new long[] {1, 1});
    }

    /// One window that covers a feature map of the shape.
    public static Window whole(long[] map) {
        return new Window(new long[] {map[2], map[3]}, new long[] {1, 1}, new long[4]);
    }

    /// Rows (axis 0) or columns (axis 1) from the first tap to the last, both counted.
    public long span(int axis) {
        return (kernel[axis] - 1) * dilations[axis] + 1;
    }

    /// How many windows fit into an input of `extent` and its padding; 0 or less when none does.
    public long count(int axis, long extent) {
        return Math.floorDiv(room(axis, extent), strides[axis]) + 1;
    }

    /// How many windows there are when a last one may reach beyond the padding.
    public long countBegun(int axis, long extent) {
        return Math.ceilDiv(room(axis, extent), strides[axis]) + 1;
    }

    private long room(int axis, long extent) {
        return extent + pads[axis] + pads[axis + 2] - span(axis);
    }

    /// The first tap of window `window` that lies within an input that begins at `from`: 0 for the input itself, `-pads` for its padding.
    public long firstTap(int axis, long window, long from) {
        return Math.clamp(Math.ceilDiv(from - origin(axis, window), dilations[axis]), 0, kernel[axis]);
    }

    /// The tap behind the last of window `window` that lies before `end`.
    public long endTap(int axis, long window, long end) {
        return Math.clamp(Math.ceilDiv(end - origin(axis, window), dilations[axis]), 0, kernel[axis]);
    }

    /// The row or column of the first tap of window `window`.
    public long origin(int axis, long window) {
        return window * strides[axis] - pads[axis];
    }

    /// The row or column of tap `tap` of window `window`; outside the input it is padding.
    public long at(int axis, long window, long tap) {
        return origin(axis, window) + tap * dilations[axis];
    }
}
