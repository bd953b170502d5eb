package pim.dialect.graph.onnx;

import static pim.dialect.graph.onnx.Products.longs;

import java.util.Map;
import pim.dialect.graph.Graph;
import pim.tensor.MalformedFileException;

/// Poolings: MaxPool, AveragePool and those over the whole feature map.
final class Windows {
    private Windows() {}

    static void addTo(Map<String, Conversion> all) {
        all.put("MaxPool", Windows::maxPool);
        all.put("AveragePool", Windows::averagePool);
        all.put("GlobalAveragePool", (node, emitter) -> globalAverage(node.input(0, 4), emitter));
    }

    private static Padding padding(Node node) throws MalformedFileException {
        var kernel = node.integers("kernel_shape");
        if (kernel == null || kernel.length != 2) throw node.error("attribute 'kernel_shape' must have 2 numbers");
        return Padding.of(node, node.input(0, 4).shape(), kernel, true);
    }

    private static Imported maxPool(Node node, Emitter emitter) throws MalformedFileException {
        var p = padding(node);
        // says how the second output counts, which is not supported itself
        node.integer("storage_order", 0);
        var x = node.input(0);
        return emitter.emit(new Graph.MaxPool(emitter.operand(x), longs(p.kernel()), longs(p.strides()), p.pads(), longs(p.dilations()),
            Emitter.type(x.shape()[0], x.shape()[1], p.outputs()[0], p.outputs()[1])));
    }

    /// Where padding counts but the overhang of `ceil_mode` does not, the padding becomes an operation of its own.
    private static Imported averagePool(Node node, Emitter emitter) throws MalformedFileException {
        var p = padding(node);
        boolean countsPadding = node.flag("count_include_pad", false);
        var x = node.input(0);
        int[] shape = x.shape();
        if (countsPadding && p.hasOverhang()) {
            x = Layouts.padded(x, emitter, new int[] {0, 0, p.begin()[0], p.begin()[1]}, new int[] {0, 0, p.end()[0], p.end()[1]}, 0);
            p = p.onPadded();
            countsPadding = false;
        }
        return emitter.emit(new Graph.AveragePool(emitter.operand(x), longs(p.kernel()), longs(p.strides()), p.pads(), longs(p.dilations()),
            countsPadding,
            Emitter.type(shape[0], shape[1], p.outputs()[0], p.outputs()[1])));
    }

    /// The mean over both spatial axes, which stay with extent one.
    static Imported globalAverage(Imported x, Emitter emitter) throws MalformedFileException {
        return emitter.emit(new Graph.GlobalAveragePool(emitter.operand(x), Emitter.type(x.shape()[0], x.shape()[1], 1, 1)));
    }
}
