package pim.dialect.graph.onnx;

import static pim.dialect.graph.onnx.Products.longs;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import pim.dialect.graph.Graph;
import pim.dialect.graph.onnx.Imported.Computed;
import pim.tensor.MalformedFileException;

/// Operators that relate elements to others: BatchNormalization, LRN, Softmax, ReduceMean.
final class Normalizations {
    private Normalizations() {}

    static void addTo(Map<String, Conversion> all) {
        all.put("BatchNormalization", Normalizations::batchNorm);
        all.put("LRN", (node, emitter) -> {
            if (!node.has("size")) throw node.error("attribute 'size' is missing");
            return emitter.emit(new Graph.Lrn(emitter.operand(node.input(0, 4)), node.integer("size", 1), node.decimal("alpha", 0.0001f),
                node.decimal("beta", 0.75f), node.decimal("bias", 1)));
        });
        all.put("Softmax", Normalizations::softmax);
        all.put("ReduceMean", Normalizations::reduceMean);
    }

    private static Imported batchNorm(Node node, Emitter emitter) throws MalformedFileException {
        // how training would update the statistics does not matter
        node.real("momentum", 0.9f);
        if (node.flag("training_mode", false)) throw node.error("training is not supported");
        if (!node.flag("spatial", true)) throw node.error("statistics for each pixel (spatial = 0) are not supported");
        var x = node.input(0);
        if (x.rank() < 2) throw node.error("input 0 of shape " + Arrays.toString(x.shape()) + " has no channels");
        for (int i = 1; i <= 4; i++) {
            if (node.input(i, 1).shape()[0] != x.shape()[1]) {
                throw node.error("input " + i + " of " + node.input(i).shape()[0] + " elements does not fit " + x.shape()[1] + " channels");
            }
        }
        return emitter.emit(new Graph.BatchNorm(emitter.operand(x), emitter.operand(node.input(1)), emitter.operand(node.input(2)),
            emitter.operand(node.input(3)), emitter.operand(node.input(4)), node.decimal("epsilon", 1e-5f)));
    }

    /// Until operator set 13 the axes from `axis` on, which is 1 if not said otherwise, are one; since then it is over `axis` alone.
    private static Imported softmax(Node node, Emitter emitter) throws MalformedFileException {
        var x = node.input(0);
        var shape = x.shape();
        int axis = node.axis(node.integer("axis", node.opset() >= 13 ? -1 : 1), shape.length);
        if (node.opset() >= 13 || axis == shape.length - 1) return softmax(x, axis, emitter);
        var rows = Layouts.reshaped(x, emitter, node.output(), Layouts.matrix(shape, axis));
        return Layouts.reshaped(softmax(rows, 1, emitter), emitter, node.output(), shape);
    }

    private static Computed softmax(Imported x, int axis, Emitter emitter) throws MalformedFileException {
        return emitter.emit(new Graph.Softmax(emitter.operand(x), axis));
    }

    /// Over both spatial axes of a feature map this is global average pooling.
    private static Imported reduceMean(Node node, Emitter emitter) throws MalformedFileException {
        var x = node.input(0);
        int rank = x.rank();
        var given = node.axes(18);
        boolean none = given == null || given.length == 0;
        if (node.flag("noop_with_empty_axes", false) && none) return x;
        var axes = none ? IntStream.range(0, rank).toArray() : Arrays.stream(node.axes(given, rank)).sorted().toArray();
        boolean keep = node.flag("keepdims", true);
        var kept = x.shape().clone();
        for (int axis : axes) kept[axis] = 1;
        var shape = keep ? kept : IntStream.range(0, rank).filter(a -> Arrays.binarySearch(axes, a) < 0).map(a -> kept[a]).toArray();
        if (rank == 4 && Arrays.equals(axes, new int[] {2, 3})) {
            var mean = Windows.globalAverage(x, emitter);
            return keep ? mean : Layouts.reshaped(mean, emitter, node.output(), shape);
        }
        return emitter.emit(new Graph.ReduceMean(emitter.operand(x), longs(axes), keep, Emitter.type(shape)));
    }
}
