package pim.dialect.graph.onnx;

import static pim.dialect.graph.onnx.Products.longs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import pim.dialect.graph.Graph;
import pim.dialect.graph.onnx.Imported.Computed;
import pim.dialect.graph.onnx.Imported.Known;
import pim.ir.Value;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// Operators that take some of the elements: Slice and Gather.
final class Selections {
    private Selections() {}

    static void addTo(Map<String, Conversion> all) {
        all.put("Slice", Selections::slice);
        all.put("Gather", Selections::gather);
    }

    /// Before operator set 10 the ranges are attributes, since then inputs. Ends beyond the extent mean the end.
    private static Imported slice(Node node, Emitter emitter) throws MalformedFileException {
        var x = node.input(0);
        int rank = x.rank();
        boolean inputs = node.opset() >= 10;
        var from = inputs ? node.integers(1, "starts") : node.integers("starts");
        var to = inputs ? node.integers(2, "ends") : node.integers("ends");
        if (from == null || to == null) throw node.error("its starts or ends are missing");
        var axes = inputs ? (node.hasInput(3) ? node.integers(3, "axes") : null) : node.integers("axes");
        axes = axes == null ? IntStream.range(0, from.length).toArray() : node.axes(axes, rank);
        var by = node.hasInput(4) ? node.integers(4, "steps") : IntStream.generate(() -> 1).limit(from.length).toArray();
        if (to.length != from.length || axes.length != from.length || by.length != from.length || from.length > rank) {
            throw node.error("its starts, ends, axes and steps are not of one length within the " + rank + " axes of its input");
        }
        int[] starts = new int[rank], steps = new int[rank], sizes = x.shape().clone();
        Arrays.fill(steps, 1);
        for (int i = 0; i < axes.length; i++) {
            int extent = x.shape()[axes[i]], step = by[i];
            if (step == 0) throw node.error("a step of 0 selects nothing");
            // a backward walk may start at the last element and end before the first
            int start = Math.clamp(fromEnd(from[i], extent), 0, step > 0 ? extent : extent - 1);
            int end = Math.clamp(fromEnd(to[i], extent), step > 0 ? 0 : -1, extent);
            starts[axes[i]] = start;
            steps[axes[i]] = step;
            sizes[axes[i]] = Math.max(0, Math.ceilDiv(end - start, step));
        }
        if (x instanceof Known(_, var tensor)) return new Known(node.output(), Rearrangement.slice(tensor, starts, steps, sizes));
        if (Arrays.stream(steps).anyMatch(s -> s < 0)) throw node.error("negative steps are not supported");
        if (Tensor.size(sizes) == 0) throw node.error("it selects nothing");
        return sliced(((Computed) x).value(), emitter, starts, steps, sizes);
    }

    private static int fromEnd(int index, int extent) {
        return index < 0 ? (int) Math.max((long) index + extent, -1) : index;
    }

    private static Computed sliced(Value x, Emitter emitter, int[] starts, int[] steps, int[] sizes) {
        return emitter.emit(new Graph.Slice(x, longs(starts), longs(sizes), longs(steps), Emitter.type(sizes)));
    }

    /// With a computed input: one slice for each run of neighbours among the indices, joined where there are several.
    private static Imported gather(Node node, Emitter emitter) throws MalformedFileException {
        var x = node.input(0);
        int axis = node.axis(node.integer("axis", 0), x.rank()), extent = x.shape()[axis];
        var indices = node.integers(1, "indices").clone();
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < -extent || indices[i] >= extent) {
                throw node.error("index " + indices[i] + " lies outside the extent " + extent + " of axis " + axis);
            }
            if (indices[i] < 0) indices[i] += extent;
        }
        var indexShape = node.input(1).shape();
        if (x instanceof Known(_, var tensor)) {
            return new Known(node.output(), Rearrangement.gather(tensor, new Tensor.Longs(indexShape, longs(indices)), axis));
        }
        if (indices.length == 0) throw node.error("it selects nothing");
        var parts = new ArrayList<Value>();
        int[] starts = new int[x.rank()], steps = new int[x.rank()], sizes = x.shape().clone();
        Arrays.fill(steps, 1);
        for (int first = 0; first < indices.length; first += sizes[axis]) {
            starts[axis] = indices[first];
            sizes[axis] = 1;
            while (first + sizes[axis] < indices.length && indices[first + sizes[axis]] == indices[first] + sizes[axis]) sizes[axis]++;
            parts.add(sliced(((Computed) x).value(), emitter, starts, steps, sizes).value());
        }
        sizes[axis] = indices.length;
        var picked = parts.size() == 1 ? new Computed(parts.getFirst()) : emitter.emit(new Graph.Concat(parts, axis, Emitter.type(sizes)));
        if (indexShape.length == 1) return picked;
        var shape = IntStream.concat(IntStream.concat(Arrays.stream(sizes, 0, axis), Arrays.stream(indexShape)),
            Arrays.stream(sizes, axis + 1, sizes.length)).toArray();
        return Layouts.reshaped(picked, emitter, node.output(), shape);
    }
}
