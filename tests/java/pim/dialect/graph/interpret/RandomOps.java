package pim.dialect.graph.interpret;

import static pim.dialect.graph.interpret.SingleOp.element;
import static pim.dialect.graph.interpret.SingleOp.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Graph;
import pim.dialect.graph.Window;
import pim.dialect.quant.UniformType;
import pim.ir.Value;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// Programs of one random op, with every attribute that changes what it computes.
///
/// @param bits of fixed-point numbers, 0 for floats
record RandomOps(Random random, int bits) {
    private int from(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private RankedTensorType image() {
        return type(random, bits, from(1, 2), from(1, 6), from(3, 9), from(3, 9));
    }

    private long[] shape(int least, int most) {
        return LongStream.generate(() -> from(1, 5)).limit(from(least, most)).toArray();
    }

    /// A type of the shape with elements of its own fraction.
    private RankedTensorType result(long... shape) {
        return type(random, bits, shape);
    }

    private Window window(long[] image) {
        long[] kernel = {from(1, 3), from(1, 3)}, dilations = {from(1, 2), from(1, 2)};
        for (int a = 0; a < 2; a++) if ((kernel[a] - 1) * dilations[a] >= image[2 + a]) dilations[a] = 1;
        var pads = LongStream.range(0, 4).map(i -> from(0, (int) kernel[(int) i % 2] - 1)).toArray();
        return new Window(kernel, new long[] {from(1, 3), from(1, 3)}, pads, dilations);
    }

    private Optional<ActivationAttr> fused() {
        return switch (from(0, 3)) {
            case 0 -> Optional.of(ActivationAttr.RELU);
            case 1 -> Optional.of(ActivationAttr.clip(-0.5, 1.25));
            case 2 -> Optional.of(ActivationAttr.leakyRelu(0.125));
            default -> Optional.empty();
        };
    }

    private Type biasElement(Type input, Type weights) {
        if (bits == 0) return element(random, 0);
        return new UniformType(32, UniformType.of(input).fraction() + UniformType.of(weights).fraction() - from(0, 3));
    }

    SingleOp conv() {
        var map = image().shape().toLongs();
        long groups = random.nextBoolean() ? 1 : from(1, 3), inputs = from(1, 3), outputs = from(1, 3) * groups;
        map[1] = inputs * groups;
        var window = window(map);
        RankedTensorType x = result(map), w = result(outputs, inputs, window.kernel()[0], window.kernel()[1]);
        var types = new ArrayList<>(List.of(x, w));
        if (random.nextBoolean()) types.add(RankedTensorType.of(biasElement(x, w), outputs));
        var to = result(map[0], outputs, window.count(0, map[2]), window.count(1, map[3]));
        return SingleOp.of(random, types, v -> new Graph.Conv2d(v.get(0), v.get(1), bias(v), window.strides(), window.pads(), window.dilations(),
            groups, fused(), to));
    }

    private static Optional<Value> bias(List<Value> operands) {
        return operands.size() > 2 ? Optional.of(operands.get(2)) : Optional.empty();
    }

    SingleOp linear() {
        var rows = shape(1, 3);
        long outputs = from(1, 9);
        RankedTensorType x = result(rows), w = result(outputs, rows[rows.length - 1]);
        rows[rows.length - 1] = outputs;
        var to = result(rows);
        var types = new ArrayList<>(List.of(x, w));
        if (random.nextBoolean()) types.add(RankedTensorType.of(biasElement(x, w), outputs));
        return SingleOp.of(random, types, v -> new Graph.Linear(v.get(0), v.get(1), bias(v), fused(), to));
    }

    SingleOp matmul() {
        int m = from(1, 5), k = from(1, 5), n = from(1, 7), batch = from(1, 3);
        var lhs = random.nextBoolean() ? result(m, k) : result(random.nextBoolean() ? 1 : batch, m, k);
        return SingleOp.of(random, List.of(lhs, result(batch, k, n)), v -> new Graph.Matmul(v.get(0), v.get(1), result(batch, m, n)));
    }

    SingleOp activation() {
        var shape = shape(0, 4);
        var to = result(shape);
        int kind = from(0, 6);
        return SingleOp.of(random, List.of(result(shape)), v -> switch (kind) {
            case 0 -> new Graph.Relu(v.getFirst(), to);
            case 1 -> new Graph.LeakyRelu(v.getFirst(), 0.125, to);
            case 2 -> new Graph.Clip(v.getFirst(), -0.75, 0.5, to);
            case 3 -> new Graph.Sigmoid(v.getFirst(), to);
            case 4 -> new Graph.HardSigmoid(v.getFirst(), 0.2, 0.5, to);
            case 5 -> new Graph.HardSwish(v.getFirst(), to);
            default -> new Graph.Tanh(v.getFirst(), to);
        });
    }

    SingleOp binary() {
        long[] a = shape(0, 4), b = a.clone(), to = a.clone();
        for (int i = 0; i < a.length; i++) if (random.nextInt(3) == 0) (random.nextBoolean() ? a : b)[i] = 1;
        for (int i = 0; i < a.length; i++) to[i] = Math.max(a[i], b[i]);
        int missing = a.length == 0 ? 0 : random.nextInt(a.length);
        var rhs = LongStream.of(b).skip(missing).toArray();
        for (int i = 0; i < missing; i++) to[i] = a[i];
        var result = result(to);
        int kind = from(0, 3);
        return SingleOp.of(random, List.of(result(a), result(rhs)), v -> switch (kind) {
            case 0 -> new Graph.Add(v.get(0), v.get(1), result);
            case 1 -> new Graph.Sub(v.get(0), v.get(1), result);
            case 2 -> new Graph.Mul(v.get(0), v.get(1), result);
            default -> new Graph.Div(v.get(0), v.get(1), result);
        });
    }

    SingleOp pool() {
        var image = image();
        var map = image.shape().toLongs();
        int kind = from(0, 2);
        if (kind == 0) return SingleOp.of(random, List.of(image), v -> new Graph.GlobalAveragePool(v.getFirst(), result(map[0], map[1], 1, 1)));
        var w = window(map);
        // a last window that overhangs must still begin within the image
        var counts = IntStream.range(0, 2).mapToLong(a -> w.origin(a, w.countBegun(a, map[2 + a]) - 1) < map[2 + a] && random.nextBoolean()
            ? w.countBegun(a, map[2 + a]) : w.count(a, map[2 + a])).toArray();
        var to = result(map[0], map[1], counts[0], counts[1]);
        boolean padding = random.nextBoolean();
        return SingleOp.of(random, List.of(image), v -> kind == 1
            ? new Graph.MaxPool(v.getFirst(), w.kernel(), w.strides(), w.pads(), w.dilations(), to)
            : new Graph.AveragePool(v.getFirst(), w.kernel(), w.strides(), w.pads(), w.dilations(), padding, to));
    }

    SingleOp normalization() {
        var shape = shape(1, 4);
        int kind = from(0, 2);
        if (kind == 0) return SingleOp.of(random, List.of(image()), v -> new Graph.Lrn(v.getFirst(), from(1, 7), 0.5, 0.75, 1.5, like(v.getFirst())));
        if (kind == 1) {
            int axis = random.nextInt(shape.length);
            return SingleOp.of(random, List.of(result(shape)), v -> new Graph.Softmax(v.getFirst(), axis, like(v.getFirst())));
        }
        var axes = LongStream.range(0, shape.length).filter(_ -> random.nextBoolean()).toArray();
        boolean keep = random.nextBoolean();
        return SingleOp.of(random, List.of(result(shape)), v -> {
            var reduced = new Graph.ReduceMean(v.getFirst(), axes, keep, v.getFirst().type()).inferShape();
            return new Graph.ReduceMean(v.getFirst(), axes, keep, result(reduced));
        });
    }

    private Type like(Value value) {
        return result(((RankedTensorType) value.type()).shape().toLongs());
    }

    SingleOp layout() {
        var shape = shape(1, 4);
        var x = result(shape);
        int kind = from(0, 3);
        if (kind == 0) return concat(shape);
        return SingleOp.of(random, List.of(x), v -> switch (kind) {
            case 1 -> {
                var order = new ArrayList<>(LongStream.range(0, shape.length).boxed().toList());
                Collections.shuffle(order, random);
                var perm = order.stream().mapToLong(a -> a).toArray();
                var sizes = LongStream.of(perm).map(a -> shape[(int) a]).toArray();
                yield new Graph.Transpose(v.getFirst(), perm, RankedTensorType.of(x.element(), sizes));
            }
            case 2 -> {
                long[] starts = LongStream.of(shape).map(random::nextLong).toArray(), steps = LongStream.of(shape).map(_ -> from(1, 3)).toArray();
                var sizes = IntStream.range(0, shape.length).mapToLong(a -> (shape[a] - 1 - starts[a]) / steps[a] + 1).toArray();
                yield new Graph.Slice(v.getFirst(), starts, sizes, steps, RankedTensorType.of(x.element(), sizes));
            }
            default -> {
                long[] before = LongStream.of(shape).map(_ -> from(0, 2)).toArray(), after = LongStream.of(shape).map(_ -> from(0, 2)).toArray();
                var sizes = IntStream.range(0, shape.length).mapToLong(a -> before[a] + shape[a] + after[a]).toArray();
                yield new Graph.Pad(v.getFirst(), before, after, 0.5, RankedTensorType.of(x.element(), sizes));
            }
        });
    }

    private SingleOp concat(long[] shape) {
        int axis = random.nextInt(shape.length);
        var types = new ArrayList<RankedTensorType>();
        var to = shape.clone();
        to[axis] = 0;
        for (int i = from(1, 3); i > 0; i--) {
            var part = shape.clone();
            part[axis] = from(1, 4);
            to[axis] += part[axis];
            types.add(result(part));
        }
        return SingleOp.of(random, types, v -> new Graph.Concat(v, axis, result(to)));
    }

    SingleOp batchNorm() {
        var image = image();
        var vector = type(random, 0, image.shape().extent(1));
        return SingleOp.of(random, List.of(image, vector, vector, vector, vector),
            v -> new Graph.BatchNorm(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), 20));
    }
}
