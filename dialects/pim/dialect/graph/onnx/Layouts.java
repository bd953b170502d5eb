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

/// Operators that put elements elsewhere. On known tensors they are done at import.
final class Layouts {
    private Layouts() {}

    static void addTo(Map<String, Conversion> all) {
        all.put("Flatten", (node, emitter) -> {
            var shape = node.input(0).shape();
            int axis = node.integer("axis", 1);
            return reshaped(node, emitter, matrix(shape, axis == shape.length ? axis : node.axis(axis, shape.length)));
        });
        all.put("Reshape", Layouts::reshape);
        all.put("Squeeze", Layouts::squeeze);
        all.put("Unsqueeze", Layouts::unsqueeze);
        all.put("Transpose", Layouts::transpose);
        all.put("Concat", Layouts::concat);
        all.put("Pad", Layouts::pad);
        all.put("Identity", (node, emitter) -> node.input(0) instanceof Computed(var x) ? emitter.emit(new Graph.Identity(x)) : node.input(0));
        all.put("Dropout", Layouts::dropout);
    }

    /// The extents before `axis` and from it on, multiplied.
    static int[] matrix(int[] shape, int axis) {
        return new int[] {Tensor.size(Arrays.copyOf(shape, axis)), Tensor.size(Arrays.copyOfRange(shape, axis, shape.length))};
    }

    private static Imported reshaped(Node node, Emitter emitter, int... shape) throws MalformedFileException {
        return reshaped(node.input(0), emitter, node.output(), shape);
    }

    static Imported reshaped(Imported x, Emitter emitter, String name, int... shape) {
        return switch (x) {
            case Known(_, var tensor) -> new Known(name, tensor.reshaped(shape));
            case Computed(var value) -> emitter.emit(new Graph.Reshape(value, Emitter.type(shape)));
        };
    }

    /// An extent 0 keeps that of the input (unless `allowzero`), one extent -1 takes what is left.
    private static Imported reshape(Node node, Emitter emitter) throws MalformedFileException {
        var from = node.input(0).shape();
        var to = node.integers(1, "shape").clone();
        boolean zeroIsZero = node.flag("allowzero", false);
        int rest = -1, size = Tensor.size(from), product = 1;
        for (int i = 0; i < to.length; i++) {
            if (to[i] == 0 && !zeroIsZero && i < from.length) to[i] = from[i];
            if (to[i] == -1 && rest < 0) rest = i;
            else product *= to[i];
        }
        if (rest >= 0 && product != 0) to[rest] = size / product;
        if (Arrays.stream(to).anyMatch(d -> d < 0) || Tensor.size(to) != size) {
            throw node.error("a tensor of shape " + Arrays.toString(from) + " cannot be reshaped to " + Arrays.toString(node.integers(1, "shape")));
        }
        return reshaped(node, emitter, to);
    }

    private static Imported squeeze(Node node, Emitter emitter) throws MalformedFileException {
        var shape = node.input(0).shape();
        var given = node.axes(13);
        var axes = given == null ? IntStream.range(0, shape.length).filter(a -> shape[a] == 1).toArray() : node.axes(given, shape.length);
        for (int axis : axes) if (shape[axis] != 1) throw node.error("axis " + axis + " of shape " + Arrays.toString(shape) + " is not of extent 1");
        return reshaped(node, emitter, IntStream.range(0, shape.length).filter(a -> Arrays.stream(axes).noneMatch(b -> a == b)).map(a -> shape[a])
            .toArray());
    }

    private static Imported unsqueeze(Node node, Emitter emitter) throws MalformedFileException {
        var shape = node.input(0).shape();
        var given = node.axes(13);
        if (given == null) throw node.error("its axes are missing");
        var result = new int[shape.length + given.length];
        for (int axis : node.axes(given, result.length)) result[axis] = 1;
        if (Arrays.stream(result).sum() != given.length) throw node.error("its axes " + Arrays.toString(given) + " are not all different");
        for (int i = 0, axis = 0; axis < result.length; axis++) if (result[axis] == 0) result[axis] = shape[i++];
        return reshaped(node, emitter, result);
    }

    private static Imported transpose(Node node, Emitter emitter) throws MalformedFileException {
        int rank = node.input(0).rank();
        var permutation = node.integers("perm", IntStream.range(0, rank).map(a -> rank - 1 - a).toArray());
        if (!Arrays.equals(Arrays.stream(permutation).sorted().toArray(), IntStream.range(0, rank).toArray())) {
            throw node.error("perm " + Arrays.toString(permutation) + " is not a permutation of its " + rank + " axes");
        }
        return transposed(node.input(0), emitter, node.output(), permutation);
    }

    static Imported transposed(Imported x, Emitter emitter, String name, int... permutation) {
        return switch (x) {
            case Known(_, var tensor) -> new Known(name, Rearrangement.transpose(tensor, permutation));
            case Computed(var value) -> emitter.emit(new Graph.Transpose(value, longs(permutation),
                Emitter.type(Arrays.stream(permutation).map(p -> x.shape()[p]).toArray())));
        };
    }

    private static Imported concat(Node node, Emitter emitter) throws MalformedFileException {
        var shape = node.input(0).shape().clone();
        int axis = node.axis(node.integer("axis", 1), shape.length);
        var inputs = new ArrayList<Imported>();
        for (int i = 0; i < node.inputCount(); i++) {
            var input = node.input(i, shape.length);
            inputs.add(input);
            for (int a = 0; a < shape.length; a++) {
                if (a != axis && input.shape()[a] != shape[a]) {
                    throw node.error("inputs of shapes " + Arrays.toString(node.input(0).shape()) + " and " + Arrays.toString(input.shape())
                        + " cannot be joined");
                }
            }
        }
        shape[axis] = inputs.stream().mapToInt(x -> x.shape()[axis]).sum();
        if (node.allInputsKnown()) {
            var tensors = inputs.stream().map(x -> ((Known) x).tensor()).toList();
            if (tensors.stream().map(Object::getClass).distinct().count() > 1) throw node.error("its inputs are of different types");
            return new Known(node.output(), Rearrangement.concat(tensors, axis));
        }
        var operands = new ArrayList<Value>();
        for (var input : inputs) operands.add(emitter.operand(input));
        return emitter.emit(new Graph.Concat(operands, axis, Emitter.type(shape)));
    }

    /// Before operator set 11 pads and value are attributes, since then inputs; since 18 the axes may be given too.
    private static Imported pad(Node node, Emitter emitter) throws MalformedFileException {
        var x = node.input(0);
        int rank = x.rank();
        var mode = node.text("mode", "constant");
        if (!mode.equals("constant")) throw node.error("mode '" + mode + "' is not supported, only 'constant' is");
        boolean inputs = node.opset() >= 11;
        var pads = inputs ? node.integers(1, "pads") : node.integers("pads", new int[2 * rank]);
        float value = inputs ? node.scalar(2, "value", 0) : node.real("value", 0);
        var axes = node.hasInput(3) ? node.axes(node.integers(3, "axes"), rank) : IntStream.range(0, rank).toArray();
        if (pads.length != 2 * axes.length) throw node.error(pads.length + " pads do not fit " + axes.length + " axes");
        if (Arrays.stream(pads).anyMatch(p -> p < 0)) throw node.error("negative pads are not supported: use Slice");
        int[] before = new int[rank], after = new int[rank];
        for (int i = 0; i < axes.length; i++) {
            before[axes[i]] = pads[i];
            after[axes[i]] = pads[axes.length + i];
        }
        return padded(x, emitter, before, after, value);
    }

    static Imported padded(Imported x, Emitter emitter, int[] before, int[] after, float value) throws MalformedFileException {
        var shape = x.shape();
        return emitter.emit(new Graph.Pad(emitter.operand(x), longs(before), longs(after), Node.decimal(value),
            Emitter.type(IntStream.range(0, shape.length).map(a -> before[a] + shape[a] + after[a]).toArray())));
    }

    /// At inference the input unchanged; how much training would have dropped does not matter.
    private static Imported dropout(Node node, Emitter emitter) throws MalformedFileException {
        node.real("ratio", 0.5f);
        node.integer("seed", 0);
        if (node.hasInput(2) && node.known(2, "training mode") instanceof Tensor.Ints(_, var mode) && Arrays.stream(mode).anyMatch(m -> m != 0)) {
            throw node.error("training is not supported");
        }
        return node.input(0) instanceof Computed(var x) ? emitter.emit(new Graph.Dropout(x)) : node.input(0);
    }
}
