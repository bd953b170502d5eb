package pim.dialect.tile;

/// The geometry of the windows that a convolution or a pooling slides over its input; each pair is vertical, horizontal.
///
/// Tap `(ky, kx)` of window `(y, x)` lies at row `y * strides[0] - pads[0] + ky * dilations[0]` of the input and the like column.
///
/// @param kernel    taps
/// @param strides   how far apart neighbouring windows are
/// @param pads      rows and columns of padding at the top, left, bottom, right
/// @param dilations how far apart neighbouring taps are
public record SlidingWindow(long[] kernel, long[] strides, long[] pads, long[] dilations) {
    private static final String[] AXES = {"height", "width"};

    /// What is wrong with the numbers themselves, as it reads behind the name of an op; null when nothing is.
    String verify() {
        var wrong = two("kernel", kernel, 2, 1);
        if (wrong == null) wrong = two("strides", strides, 2, 1);
        if (wrong == null) wrong = two("pads", pads, 4, 0);
        return wrong != null ? wrong : two("dilations", dilations, 2, 1);
    }

    private static String two(String name, long[] values, int count, long least) {
        if (values.length != count) return "expects " + count + " " + name + ", but got " + values.length;
        for (long v : values) if (v < least) return "expects " + name + " of at least " + least + ", but got " + v;
        return null;
    }

    /// What is wrong with the extents of the result for that input; null when nothing is.
    ///
    /// @param ceil whether a last window that reaches beyond the padding may be there
    String verify(FmapType input, FmapType result, boolean ceil) {
        long[] in = {input.height(), input.width()}, out = {result.height(), result.width()};
        for (int axis = 0; axis < 2; axis++) {
            long room = in[axis] + pads[axis] + pads[axis + 2] - span(axis);
            long whole = Math.floorDiv(room, strides[axis]) + 1, begun = Math.ceilDiv(room, strides[axis]) + 1;
            if (out[axis] == whole || ceil && out[axis] == begun) continue;
            return "expects a result of " + AXES[axis] + " " + whole + ", but got " + out[axis];
        }
        return null;
    }

    /// Rows or columns from the first tap of a window to the last, both counted.
    public long span(int axis) {
        return (kernel[axis] - 1) * dilations[axis] + 1;
    }

    /// The row (axis 0) or column (axis 1) of the input on which tap `tap` of window `window` along that axis lies; outside the input it is padding.
    public long at(int axis, long window, long tap) {
        return window * strides[axis] - pads[axis] + tap * dilations[axis];
    }

    /// The first tap along an axis of window `window` that lies at or behind `begin`.
    public int firstTap(int axis, long window, long begin) {
        return (int) Math.clamp(Math.ceilDiv(begin - at(axis, window, 0), dilations[axis]), 0, kernel[axis]);
    }

    /// The tap along an axis of window `window` behind the last that lies before `end`.
    public int endTap(int axis, long window, long end) {
        return (int) Math.clamp(Math.ceilDiv(end - at(axis, window, 0), dilations[axis]), 0, kernel[axis]);
    }
}
