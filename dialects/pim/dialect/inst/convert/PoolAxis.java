package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.List;
import pim.dialect.graph.Window;

/// Neighbouring windows along one axis that all have the same taps within the input, so that one loop does for them.
///
/// @param begin  the first of the windows
/// @param end    behind the last
/// @param tapBegin the first tap that lies within the input
/// @param tapEnd   behind the last
/// @param padded how many taps lie within the padded input
record PoolAxis(long begin, long end, long tapBegin, long tapEnd, long padded) {
    /// All windows along the axis (0 vertical, 1 horizontal), those in the middle together.
    static List<PoolAxis> of(Window window, int axis, long input, long windows) {
        var classes = new ArrayList<PoolAxis>();
        long dilation = window.dilations()[axis], kernel = window.kernel()[axis];
        for (long w = 0; w < windows; w++) {
            long first = window.at(axis, w, 0);
            long tapBegin = Math.min(kernel, Math.ceilDiv(Math.max(0, -first), dilation));
            long tapEnd = Math.max(tapBegin, Math.min(kernel, Math.ceilDiv(input - first, dilation)));
            long padded = Math.min(kernel, Math.ceilDiv(input + window.pads()[axis + 2] - first, dilation));
            var last = classes.isEmpty() ? null : classes.getLast();
            if (last != null && last.tapBegin == tapBegin && last.tapEnd == tapEnd && last.padded == padded) {
                classes.set(classes.size() - 1, new PoolAxis(last.begin, w + 1, tapBegin, tapEnd, padded));
            } else {
                classes.add(new PoolAxis(w, w + 1, tapBegin, tapEnd, padded));
            }
        }
        return classes;
    }

    long taps() {
        return tapEnd - tapBegin;
    }
}
