package pim.dialect.tile;

import pim.dialect.graph.Window;

/// What must hold of the windows of a convolution or a pooling. Each method gives what is wrong, as it reads behind the name of an op; null when
/// nothing is.
final class WindowVerifier {
    private static final String[] AXES = {"height", "width"};

    private WindowVerifier() {}

    /// Whether there are as many numbers as there must be, each large enough.
    static String numbers(Window window) {
        var wrong = numbers("kernel", window.kernel(), 2, 1);
        if (wrong == null) wrong = numbers("strides", window.strides(), 2, 1);
        if (wrong == null) wrong = numbers("pads", window.pads(), 4, 0);
        return wrong != null ? wrong : numbers("dilations", window.dilations(), 2, 1);
    }

    private static String numbers(String name, long[] values, int count, long least) {
        if (values.length != count) return "expects " + count + " " + name + ", but got " + values.length;
        for (long v : values) if (v < least) return "expects " + name + " of at least " + least + ", but got " + v;
        return null;
    }

    /// Whether the result has a pixel for each window.
    ///
    /// @param overhang whether there may be a last window that reaches beyond the padding
    static String result(Window window, FmapType input, FmapType result, boolean overhang) {
        long[] in = {input.height(), input.width()}, out = {result.height(), result.width()};
        for (int axis = 0; axis < 2; axis++) {
            long whole = window.count(axis, in[axis]);
            if (out[axis] == whole || overhang && out[axis] == window.countBegun(axis, in[axis])) continue;
            return "expects a result of " + AXES[axis] + " " + whole + ", but got " + out[axis];
        }
        return null;
    }
}
