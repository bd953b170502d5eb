package pim.dialect.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import pim.define.Builder;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// Single layers with random attributes and parameters, each put behind the value it is given.
final class NetworkLayers {
    private final Random random;
    private final Builder builder;
    private final Resources resources;
    private int named;

    NetworkLayers(Random random, Builder builder, Resources resources) {
        this.random = random;
        this.builder = builder;
        this.resources = resources;
    }

    Value add(Graph op) {
        builder.setLocation(Location.named("layer" + named++));
        return builder.value(op);
    }

    /// The op whose result has the shape that follows from the rest.
    Value add(Function<Type, Graph> op) {
        return add(op.apply(RankedTensorType.of(FloatType.F32, op.apply(null).inferShape())));
    }

    private Value constant(DoubleSupplier values, long... shape) {
        var type = RankedTensorType.of(FloatType.F32, shape);
        int count = Math.toIntExact(type.shape().elementCount());
        var bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) bytes.putFloat((float) values.getAsDouble());
        if (count < 8 && random.nextBoolean()) return add(new Graph.Constant(new DenseElementsAttr(type, bytes.array()), type));
        var key = "w" + named;
        resources.put(key, bytes.flip());
        return add(new Graph.Constant(new DenseResourceAttr(key, type), type));
    }

    private Value weights(long fanIn, long... shape) {
        double deviation = 1 / Math.sqrt(fanIn);
        return constant(() -> deviation * random.nextGaussian(), shape);
    }

    private Optional<Value> bias(long outputs) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(constant(() -> 0.3 * random.nextGaussian(), outputs));
    }

    Value convolution(Value x) {
        long channels = Shapes.of(x)[1];
        long groups = random.nextInt(3) == 0 ? channels : random.nextInt(3) == 0 && channels % 2 == 0 ? 2 : 1;
        return convolution(x, groups, groups * random.nextInt(1, groups == 1 ? 7 : 3), random.nextInt(1, 3));
    }

    /// One of stride 1 that keeps the size of the image.
    Value convolution(Value x, long outputs) {
        long channels = Shapes.of(x)[1], kernel = random.nextBoolean() ? 3 : 1, pad = kernel / 2;
        var w = weights(channels * kernel * kernel, outputs, channels, kernel, kernel);
        var b = bias(outputs);
        return add(r -> new Graph.Conv2d(x, w, b, new long[] {1, 1}, new long[] {pad, pad, pad, pad}, new long[] {1, 1}, 1, Optional.empty(), r));
    }

    private Value convolution(Value x, long groups, long outputs, long dilation) {
        var shape = Shapes.of(x);
        var kernel = new long[] {random.nextInt(1, 4), random.nextInt(1, 4)};
        var strides = new long[] {random.nextInt(1, 3), random.nextInt(1, 3)};
        var dilations = new long[] {dilation, random.nextInt(1, 3)};
        var pads = pads(shape, kernel, dilations);
        var w = weights(shape[1] / groups * kernel[0] * kernel[1], outputs, shape[1] / groups, kernel[0], kernel[1]);
        var b = bias(outputs);
        return add(r -> new Graph.Conv2d(x, w, b, strides, pads, dilations, groups, Optional.empty(), r));
    }

    /// Padding, different on each side, that is narrower than the window but leaves room for one.
    private long[] pads(long[] shape, long[] kernel, long[] dilations) {
        var pads = new long[4];
        for (int i = 0; i < 2; i++) {
            long reach = dilations[i] * (kernel[i] - 1) + 1, least = Math.max(0, reach - shape[2 + i]);
            pads[i] = Math.min(reach - 1, random.nextLong(least / 2, least / 2 + 2));
            pads[2 + i] = Math.min(reach - 1, random.nextLong(least - least / 2, least - least / 2 + 2));
        }
        return pads;
    }

    Value pointwise(Value x, long outputs) {
        var w = weights(Shapes.of(x)[1], outputs, Shapes.of(x)[1], 1, 1);
        var b = bias(outputs);
        return add(r -> new Graph.Conv2d(x, w, b, new long[] {1, 1}, new long[4], new long[] {1, 1}, 1, Optional.empty(), r));
    }

    Value linear(Value x, long outputs) {
        var shape = Shapes.of(x);
        long inputs = shape[shape.length - 1];
        var w = weights(inputs, outputs, inputs);
        var b = bias(outputs);
        return add(r -> new Graph.Linear(x, w, b, Optional.empty(), r));
    }

    Value batchNorm(Value x) {
        long channels = Shapes.of(x)[1];
        var scale = constant(() -> random.nextDouble(0.5, 1.5), channels);
        var bias = constant(() -> 0.3 * random.nextGaussian(), channels);
        var mean = constant(() -> 0.3 * random.nextGaussian(), channels);
        return add(new Graph.BatchNorm(x, scale, bias, mean, constant(() -> random.nextDouble(0.5, 2), channels), 1e-5));
    }

    Value activation(Value x) {
        return add(switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Graph.Relu(x);
            case 3 -> new Graph.LeakyRelu(x, random.nextDouble(0.01, 0.3));
            case 4 -> new Graph.Clip(x, 0, 6);
            case 5 -> new Graph.Clip(x, -random.nextDouble(2), random.nextDouble(1, 2));
            case 6 -> new Graph.Sigmoid(x);
            case 7 -> new Graph.HardSigmoid(x, 0.2, 0.5);
            case 8 -> new Graph.HardSwish(x);
            default -> new Graph.Tanh(x);
        });
    }

    /// An op with a constant that is broadcast in one way or another.
    Value scaled(Value x) {
        var s = Shapes.of(x);
        var shape = switch (random.nextInt(5)) {
            case 0 -> new long[] {1, s[1], 1, 1};
            case 1 -> new long[] {s[1], 1, 1};
            case 2 -> new long[] {s[2], s[3]};
            case 3 -> new long[] {1};
            default -> new long[0];
        };
        var c = constant(() -> (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.5, 2), shape);
        return add(switch (random.nextInt(6)) {
            case 0 -> new Graph.Add(x, c, x.type());
            case 1 -> new Graph.Add(c, x, x.type());
            case 2 -> new Graph.Sub(x, c, x.type());
            case 3 -> new Graph.Sub(c, x, x.type());
            case 4 -> new Graph.Mul(x, c, x.type());
            default -> new Graph.Div(x, c, x.type());
        });
    }

    Value pool(Value x) {
        var shape = Shapes.of(x);
        var kernel = new long[] {Math.min(shape[2], random.nextInt(1, 4)), Math.min(shape[3], random.nextInt(1, 4))};
        var strides = new long[] {random.nextInt(1, 3), random.nextInt(1, 3)};
        var dilations = new long[] {1, 1};
        var pads = pads(shape, kernel, dilations);
        if (random.nextBoolean()) return add(r -> new Graph.MaxPool(x, kernel, strides, pads, dilations, r));
        boolean countIncludePad = random.nextBoolean();
        return add(r -> new Graph.AveragePool(x, kernel, strides, pads, dilations, countIncludePad, r));
    }

    Value lrn(Value x) {
        return add(new Graph.Lrn(x, random.nextInt(1, 6), random.nextDouble(0.01, 0.5), random.nextDouble(0.3, 0.9), 1));
    }

    /// An image whose pixels are in other places.
    Value rearranged(Value x) {
        var shape = Shapes.of(x);
        return switch (random.nextInt(5)) {
            case 0 -> transpose(x, 0, 1, 3, 2);
            case 1 -> transpose(x, 0, 2, 3, 1);
            case 2 -> reshape(x, shape[0], shape[1] * shape[2], 1, shape[3]);
            case 3 -> {
                var pads = new long[][] {new long[4], new long[4]};
                for (var side : pads) for (int i = 1; i < 4; i++) side[i] = random.nextInt(2);
                double value = random.nextBoolean() ? 0 : random.nextDouble(-1, 1);
                yield add(r -> new Graph.Pad(x, pads[0], pads[1], value, r));
            }
            default -> slice(x, shape);
        };
    }

    private Value slice(Value x, long[] shape) {
        var starts = new long[4];
        var steps = new long[] {1, 1, 1, 1};
        var sizes = shape.clone();
        for (int i = 1; i < 4; i++) {
            starts[i] = random.nextLong(Math.min(2, shape[i]));
            steps[i] = random.nextInt(1, 3);
            sizes[i] = (shape[i] - starts[i] - 1) / steps[i] + 1;
        }
        return add(r -> new Graph.Slice(x, starts, sizes, steps, r));
    }

    Value transpose(Value x, long... perm) {
        return add(r -> new Graph.Transpose(x, perm, r));
    }

    Value reshape(Value x, long... shape) {
        return add(new Graph.Reshape(x, RankedTensorType.of(FloatType.F32, Arrays.copyOf(shape, shape.length))));
    }
}
