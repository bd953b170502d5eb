package pim.dialect.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.dialect.builtin.Builtin;
import pim.dialect.func.Func;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FloatType;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;
import pim.tensor.Tensor;

/// Small random networks of floats. Their weights are scaled so that what they compute stays within a few powers of two of 1.
///
/// A network is `func.func @main`, with the input `x` and the outputs `y` and sometimes `z`; equal seeds give equal networks.
public final class Networks {
    private final Random random;
    private final NetworkLayers layers;
    private final boolean forCrossbars;
    private final List<Value> images = new ArrayList<>();

    private Networks(Random random, NetworkLayers layers, boolean forCrossbars) {
        this.random = random;
        this.layers = layers;
        this.forCrossbars = forCrossbars;
    }

    /// A network of any ops, whose parameters are put into `resources`.
    public static Operation random(long seed, Resources resources) {
        return network(seed, resources, false);
    }

    /// A network that crossbars can compute: one image at a time, the matrices of all products being weights.
    public static Operation forCrossbars(long seed, Resources resources) {
        return network(seed, resources, true);
    }

    /// Standard-normal inputs for a network.
    public static Map<String, Tensor> inputs(long seed, Operation module) {
        var random = new Random(seed);
        var inputs = new LinkedHashMap<String, Tensor>();
        module.walk(op -> {
            if (!(op.op() instanceof Func.Function function)) return;
            for (int i = 0; i < function.type().inputs().size(); i++) {
                var name = ((StringAttr) ((DictionaryAttr) function.argAttrs().orElseThrow().elements().get(i)).get(Boundary.NAME)).value();
                var shape = ((RankedTensorType) function.type().inputs().get(i)).shape().toInts();
                var data = new float[Tensor.size(shape)];
                for (int j = 0; j < data.length; j++) data[j] = (float) random.nextGaussian();
                inputs.put(name, new Tensor.Floats(shape, data));
            }
        });
        return inputs;
    }

    private static Operation network(long seed, Resources resources, boolean forCrossbars) {
        var random = new Random(seed);
        var body = new Block();
        var input = body.addArgument(RankedTensorType.of(FloatType.F32, forCrossbars ? 1 : random.nextInt(1, 3), random.nextInt(1, 7),
            random.nextInt(4, 11), random.nextInt(4, 11)), Location.UNKNOWN);
        var builder = Builder.atEnd(body);
        var network = new Networks(random, new NetworkLayers(random, builder, resources), forCrossbars);
        network.images.add(input);
        for (int step = random.nextInt(3, 10); step > 0; step--) network.step();
        var outputs = network.outputs();
        builder.setLocation(Location.UNKNOWN);
        builder.create(new Func.Return(outputs));
        var type = new FunctionType(List.of(input.type()), outputs.stream().map(Value::type).toList());
        var function = new Func.Function(new SymbolName("main"), new TypeAttr(type), Optional.of(names("x")),
            Optional.of(names(outputs.size() == 1 ? new String[] {"y"} : new String[] {"y", "z"})), Optional.empty(), Region.of(body));
        var module = new Block();
        Builder.atEnd(module).create(function);
        return OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(module)), Location.UNKNOWN);
    }

    private static ArrayAttr names(String... names) {
        return new ArrayAttr(Arrays.stream(names).map(n -> DictionaryAttr.of(Boundary.NAME, StringAttr.of(n))).map(d -> (Attribute) d).toList());
    }

    /// Adds a layer or a small block of them behind the last image or, now and then, an earlier one.
    private void step() {
        var x = random.nextInt(4) == 0 ? images.get(random.nextInt(images.size())) : images.getLast();
        images.add(switch (random.nextInt(15)) {
            case 0, 1, 2 -> activated(layers.convolution(x));
            case 3 -> activated(layers.batchNorm(layers.convolution(x)));
            case 4 -> layers.batchNorm(x);
            case 5 -> layers.activation(x);
            case 6 -> residual(x);
            case 7 -> layers.scaled(x);
            case 8 -> concat(x);
            case 9, 10 -> layers.pool(x);
            case 11 -> layers.lrn(x);
            case 12 -> layers.rearranged(x);
            case 13 -> tokens(x);
            default -> gated(x);
        });
    }

    private Value activated(Value x) {
        return random.nextInt(3) == 0 ? x : layers.activation(x);
    }

    /// `x` and a convolution of it, put together element by element.
    private Value residual(Value x) {
        var branch = activated(layers.convolution(x, Shapes.of(x)[1]));
        return switch (random.nextInt(4)) {
            case 0 -> layers.add(new Graph.Sub(x, branch, x.type()));
            case 1 -> layers.add(new Graph.Mul(x, branch, x.type()));
            default -> layers.add(new Graph.Add(branch, x, x.type()));
        };
    }

    /// Images of one size behind each other along the channels.
    private Value concat(Value x) {
        var shape = Shapes.of(x);
        var fitting = images.stream().filter(v -> v != x && Shapes.of(v)[2] == shape[2] && Shapes.of(v)[3] == shape[3]).toList();
        var other = fitting.isEmpty() ? activated(layers.convolution(x, random.nextInt(1, 5))) : fitting.get(random.nextInt(fitting.size()));
        return layers.add(r -> new Graph.Concat(List.of(x, other), 1, r));
    }

    /// Each channel multiplied with a function of all of them, as squeeze-and-excitation does.
    private Value gated(Value x) {
        boolean pooled = random.nextBoolean();
        var mean = layers.add(r -> pooled ? new Graph.GlobalAveragePool(x, r) : new Graph.ReduceMean(x, new long[] {2, 3}, true, r));
        var gate = layers.add(new Graph.HardSigmoid(layers.pointwise(mean, Shapes.of(x)[1]), 0.2, 0.5));
        return layers.add(new Graph.Mul(x, gate, x.type()));
    }

    /// The pixels as a sequence of vectors, a linear layer on each of them, attention between them where that is allowed, and an image again.
    private Value tokens(Value x) {
        var shape = Shapes.of(x);
        var pixels = layers.transpose(layers.reshape(x, shape[0], shape[1], shape[2] * shape[3]), 0, 2, 1);
        var mixed = layers.linear(pixels, shape[1]);
        if (random.nextBoolean()) mixed = layers.add(new Graph.Softmax(mixed, 2));
        if (!forCrossbars) {
            var queries = mixed;
            var keys = layers.transpose(layers.linear(pixels, shape[1]), 0, 2, 1);
            var scores = layers.add(new Graph.Softmax(layers.add(r -> new Graph.Matmul(queries, keys, r)), 2));
            mixed = layers.add(r -> new Graph.Matmul(scores, pixels, r));
        }
        return layers.reshape(layers.transpose(mixed, 0, 2, 1), shape);
    }

    /// The last image, or a classification of it; and sometimes another image.
    private List<Value> outputs() {
        var last = images.getLast();
        var outputs = new ArrayList<Value>();
        if (random.nextBoolean()) {
            outputs.add(layers.activation(last));
        } else {
            long features = Arrays.stream(Shapes.of(last)).skip(1).reduce(1, Math::multiplyExact);
            var vector = features <= 64 ? layers.reshape(last, Shapes.of(last)[0], features)
                : layers.add(r -> new Graph.ReduceMean(last, new long[] {2, 3}, false, r));
            var scores = layers.linear(vector, random.nextInt(2, 11));
            outputs.add(random.nextBoolean() ? layers.add(new Graph.Softmax(scores, 1)) : layers.add(new Graph.Tanh(scores)));
        }
        var other = images.get(random.nextInt(images.size()));
        if (random.nextInt(4) == 0 && other != images.getFirst()) outputs.add(other);
        return outputs;
    }
}
