package pim.dialect.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.dialect.builtin.Builtin;
import pim.dialect.func.Func;
import pim.dialect.graph.Boundary;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// Random chains of operators on quantised tensors of any number of axes, which images rarely go through.
final class TensorNetworks {
    private static final int MOST_AXES = 5, LARGEST = 4, MOST_ELEMENTS = 400;

    private final Random random;
    private final Resources resources;
    private final Builder builder;
    private final int bits;

    private TensorNetworks(Random random, Resources resources, Builder builder) {
        this.random = random;
        this.resources = resources;
        this.builder = builder;
        this.bits = random.nextBoolean() ? 8 : 16;
    }

    static Operation random(long seed, Resources resources) {
        var random = new Random(seed);
        var body = new Block();
        var network = new TensorNetworks(random, resources, Builder.atEnd(body));
        Value x = body.addArgument(network.tensor(network.extents()), Location.UNKNOWN);
        var input = x.type();
        for (int step = random.nextInt(1, 6); step > 0; step--) x = network.step(x);
        network.builder.create(new Func.Return(List.of(x)));
        var type = new TypeAttr(new FunctionType(List.of(input), List.of(x.type())));
        var top = new Block();
        var main = new SymbolName("main");
        Builder.atEnd(top).create(new Func.Function(main, type, Optional.of(name("x")), Optional.of(name("y")), Optional.empty(), Region.of(body)));
        return OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(top)), Location.UNKNOWN);
    }

    private static ArrayAttr name(String name) {
        return new ArrayAttr(List.of(DictionaryAttr.of(Boundary.NAME, StringAttr.of(name))));
    }

    private Value step(Value x) {
        var shape = shape(x);
        int axes = shape.length;
        int axis = random.nextInt(axes);
        var result = switch (random.nextInt(10)) {
            case 0 -> add(r -> new Graph.Softmax(x, axis, r));
            case 1 -> add(r -> new Graph.ReduceMean(x, LongStream.range(0, axes).filter(i -> i == axis || random.nextInt(3) == 0).toArray(),
                random.nextBoolean(), r));
            case 2 -> keep(x, r -> new Graph.Transpose(x, permutation(axes), r));
            case 3 -> reshaped(x);
            case 4 -> sliced(x);
            case 5 -> keep(x, r -> new Graph.Pad(x, few(axes), few(axes), random.nextInt(-2, 3) / 2.0, r));
            case 6 -> {
                var other = add(r -> new Graph.Tanh(sliced(x, axis), r));
                yield add(r -> new Graph.Concat(random.nextBoolean() ? List.of(x, other) : List.of(other, x), axis, r));
            }
            case 7 -> binary(x);
            case 8 -> add(r -> new Graph.Sigmoid(x, r));
            default -> linear(x);
        };
        return shape(result).length == 0 || size(shape(result)) > MOST_ELEMENTS ? x : result;
    }

    /// The operator with elements of its own and the shape that follows from the rest.
    private Value add(Function<Type, Graph> op) {
        long state = random.nextLong();
        random.setSeed(state);
        var shape = op.apply(null).inferShape();
        random.setSeed(state);
        var made = op.apply(tensor(shape, state));
        return builder.value(made);
    }

    /// The operator with the elements of `x`.
    private Value keep(Value x, Function<Type, Graph> op) {
        long state = random.nextLong();
        random.setSeed(state);
        var shape = op.apply(null).inferShape();
        random.setSeed(state);
        return builder.value(op.apply(RankedTensorType.of(((RankedTensorType) x.type()).element(), shape)));
    }

    private RankedTensorType tensor(long... shape) {
        return tensor(shape, random.nextLong());
    }

    private RankedTensorType tensor(long[] shape, long seed) {
        return RankedTensorType.of(new UniformType(bits, bits - 4 + new Random(seed).nextInt(4)), shape);
    }

    private Value binary(Value x) {
        var shape = shape(x);
        // Axes of the other operand that are there; of many axes only a run of them, which broadcasts along three.
        int from = random.nextInt(shape.length), to = random.nextInt(from, shape.length) + 1;
        boolean any = shape.length <= 3 || Layout.isImage(shape);
        var extents = IntStream.range(0, shape.length).mapToLong(i -> (any ? random.nextBoolean() : from <= i && i < to) ? shape[i] : 1).toArray();
        int dropped = 0;
        while (dropped < extents.length && extents[dropped] == 1 && random.nextBoolean()) dropped++;
        var other = constant(Arrays.copyOfRange(extents, dropped, extents.length));
        Value a = random.nextBoolean() ? x : other, b = a == x ? other : x;
        return switch (random.nextInt(4)) {
            case 0 -> add(r -> new Graph.Add(a, b, r));
            case 1 -> add(r -> new Graph.Sub(a, b, r));
            case 2 -> add(r -> new Graph.Mul(a, b, r));
            default -> add(r -> new Graph.Div(a, b, r));
        };
    }

    private Value linear(Value x) {
        var shape = shape(x);
        var weights = constant(random.nextInt(1, 6), shape[shape.length - 1]);
        return add(r -> new Graph.Linear(x, weights, Optional.empty(), Optional.empty(), r));
    }

    private Value reshaped(Value x) {
        var extents = new ArrayList<Long>();
        for (long rest = size(shape(x)); rest > 1; ) {
            long extent = random.nextLong(1, rest + 1);
            while (rest % extent != 0) extent--;
            if (extents.size() == MOST_AXES - 2) extent = rest;
            extents.add(extent);
            rest /= extent;
        }
        for (int i = random.nextInt(2) + (extents.isEmpty() ? 1 : 0); i > 0; i--) extents.addFirst(1L);
        var type = RankedTensorType.of(((RankedTensorType) x.type()).element(), extents.stream().mapToLong(e -> e).toArray());
        return builder.value(new Graph.Reshape(x, type));
    }

    private Value sliced(Value x) {
        return sliced(x, -1);
    }

    /// Some elements along the axis, or along all for -1.
    private Value sliced(Value x, int axis) {
        var shape = shape(x);
        long[] starts = new long[shape.length], sizes = shape.clone(), steps = new long[shape.length];
        Arrays.fill(steps, 1);
        for (int i = 0; i < shape.length; i++) {
            if (axis >= 0 && i != axis) continue;
            starts[i] = random.nextLong(shape[i]);
            steps[i] = random.nextLong(1, 3);
            sizes[i] = random.nextLong((shape[i] - starts[i] - 1) / steps[i] + 1) + 1;
        }
        return builder.value(new Graph.Slice(x, starts, sizes, steps, RankedTensorType.of(((RankedTensorType) x.type()).element(), sizes)));
    }

    private Value constant(long... shape) {
        var type = tensor(shape);
        int count = (int) size(shape);
        var bytes = ByteBuffer.allocate(count * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (bits == 8) bytes.put((byte) random.nextInt());
            else bytes.putShort((short) random.nextInt());
        }
        var key = "c" + resources.inline().size();
        resources.put(key, bytes.flip());
        return builder.value(new Graph.Constant(new DenseResourceAttr(key, type), type));
    }

    private long[] extents() {
        return LongStream.generate(() -> random.nextLong(1, LARGEST + 1)).limit(random.nextInt(1, MOST_AXES + 1)).toArray();
    }

    private long[] few(int axes) {
        return LongStream.generate(() -> random.nextLong(3) / 2).limit(axes).toArray();
    }

    private long[] permutation(int axes) {
        var order = new ArrayList<>(IntStream.range(0, axes).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToLong(i -> i).toArray();
    }

    private static long[] shape(Value x) {
        return ((RankedTensorType) x.type()).shape().toLongs();
    }

    private static long size(long[] shape) {
        return LongStream.of(shape).reduce(1, Math::multiplyExact);
    }
}
