package pim.dialect.graph.onnx;

import java.util.stream.LongStream;
import pim.tensor.MalformedFileException;

/// Where the windows of a convolution or pooling lie: everything per spatial axis, height before width.
///
/// @param kernel   extent of the window, in taps
/// @param strides  step between windows
/// @param dilations step between the taps of a window
/// @param begin    padding before the first pixel
/// @param end      padding behind the last, as far as the last window reaches or the node says
/// @param outputs  number of windows
/// @param overhang how much of `end` is there only because `ceil_mode` rounds up: no padding of the node, but windows reach over it
record Padding(int[] kernel, int[] strides, int[] dilations, int[] begin, int[] end, int[] outputs, int[] overhang) {
    private static final int AXES = 2;

    /// Reads `strides`, `dilations`, `pads`, `auto_pad` and, for a `pooling`, `ceil_mode` of a node on a feature map of four dimensions.
    static Padding of(Node node, int[] input, int[] kernel, boolean pooling) throws MalformedFileException {
        var strides = node.integers("strides", 1, 1);
        var dilations = node.integers("dilations", 1, 1);
        var given = node.integers("pads", 0, 0, 0, 0);
        var auto = node.text("auto_pad", "NOTSET");
        boolean ceil = pooling && node.flag("ceil_mode", false);
        int[] begin = new int[AXES], end = new int[AXES], outputs = new int[AXES], overhang = new int[AXES];
        for (int a = 0; a < AXES; a++) {
            int extent = input[2 + a], reach = (kernel[a] - 1) * dilations[a] + 1;
            if (kernel[a] < 1 || strides[a] < 1 || dilations[a] < 1 || given[a] < 0 || given[AXES + a] < 0) {
                throw node.error("kernel, strides and dilations must be positive, pads must not be negative");
            }
            switch (auto) {
                case "NOTSET" -> {
                    begin[a] = given[a];
                    end[a] = given[AXES + a];
                }
                case "VALID" -> { }
                case "SAME_UPPER", "SAME_LOWER" -> {
                    int windows = Math.ceilDiv(extent, strides[a]);
                    int total = (windows - 1) * strides[a] + reach - extent;
                    // a convolution begins at the first pixel then; ONNX Runtime's poolings skip pixels on both sides, others' do not
                    if (total < 0 && pooling) throw node.error("auto_pad '" + auto + "' where windows do not touch is not supported: say 'pads'");
                    total = Math.max(total, 0);
                    begin[a] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
                    end[a] = total - begin[a];
                }
                default -> throw node.error("auto_pad '" + auto + "' is not supported");
            }
            int room = extent + begin[a] + end[a] - reach;
            if (room < 0) throw node.error("its window reaches over " + reach + " pixels, the padded input has only " + (extent + begin[a] + end[a]));
            outputs[a] = (ceil ? Math.ceilDiv(room, strides[a]) : room / strides[a]) + 1;
            // a window that would lie in the padding alone is left out
            if (ceil && (outputs[a] - 1) * strides[a] >= extent + begin[a]) outputs[a]--;
            overhang[a] = Math.max((outputs[a] - 1) * strides[a] - room, 0);
        }
        return new Padding(kernel, strides, dilations, begin, end, outputs, overhang);
    }

    boolean hasOverhang() {
        return overhang[0] > 0 || overhang[1] > 0;
    }

    /// The same windows on an input that has been padded: only the overhang is left.
    Padding onPadded() {
        return new Padding(kernel, strides, dilations, new int[AXES], new int[AXES], outputs, overhang);
    }

    /// Top, left, bottom, right, the overhang included.
    long[] pads() {
        return LongStream.of(begin[0], begin[1], end[0] + overhang[0], end[1] + overhang[1]).toArray();
    }
}
