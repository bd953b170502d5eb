package pim.dialect.inst;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.dialect.builtin.Builtin;
import pim.dialect.func.Func;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.Axis;
import pim.dialect.tile.FmapType;
import pim.dialect.tile.LayoutOp;
import pim.dialect.tile.MatrixOp;
import pim.dialect.tile.Unfolding;
import pim.dialect.tile.VectorOp;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// Random programs of tile layers with random cuts, replicas and cores. Equal seeds give equal layers whatever the number of cores.
public final class RandomLayers {
    public final Resources resources = new Resources();
    public final Operation module;
    final FmapType input;
    /// Decides what is computed; what is where is decided by another, so that it can differ.
    private final Random random, places;
    private final int cores, bits;
    private final Block body = new Block();
    private final Builder builder = Builder.atEnd(body);
    private final List<Value> maps = new ArrayList<>();

    public RandomLayers(long seed, long placesSeed, int cores, int layers) {
        random = new Random(seed);
        places = new Random(placesSeed);
        this.cores = cores;
        bits = random.nextBoolean() ? 16 : 8;
        input = new FmapType(1 + random.nextInt(6), 1 + random.nextInt(8), 1 + random.nextInt(8), numbers());
        maps.add(body.addArgument(input, Location.UNKNOWN));
        for (int i = 0; i < layers; i++) {
            builder.setLocation(Location.named("layer" + i));
            maps.add(layer(i));
        }
        var results = random.nextInt(4) == 0 ? List.of(maps.getLast(), maps.get(random.nextInt(maps.size()))) : List.of(maps.getLast());
        builder.create(new Func.Return(results));
        var top = new Block();
        module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(top)), Location.UNKNOWN);
        var type = new FunctionType(List.of(input), results.stream().map(Value::type).toList());
        Builder.atEnd(top).create(new Func.Function(new SymbolName("main"), new TypeAttr(type), Optional.empty(), Optional.empty(),
            Optional.empty(), Region.of(body)));
    }

    /// Says what the module is compiled for: cores with as much local memory.
    public void setAccelerator(long localBytes) {
        Programs.setAccelerator(module, localBytes);
    }

    public Map<String, Tensor> inputs(long seed) {
        var random = new Random(seed);
        int limit = 1 << bits - 1;
        var values = random.ints((int) input.size(), -limit, limit).toArray();
        return Map.of("arg0", new Tensor.Ints(new int[] {1, input.channels(), input.height(), input.width()}, values));
    }

    private UniformType numbers() {
        return new UniformType(bits, random.nextInt(bits));
    }

    private FmapType fmap(long channels, long height, long width) {
        return new FmapType((int) channels, (int) height, (int) width, numbers());
    }

    private Optional<Long> core() {
        return Optional.of((long) places.nextInt(cores));
    }

    private Value any() {
        return maps.get(random.nextInt(3) > 0 ? maps.size() - 1 : random.nextInt(maps.size()));
    }

    private static FmapType type(Value map) {
        return (FmapType) map.type();
    }

    private Value layer(int number) {
        var x = any();
        var t = type(x);
        var same = t.withElement(numbers());
        return builder.value(switch (random.nextInt(12)) {
            case 0 -> new VectorOp.Activation(activation(false), x, core(), same);
            case 1, 2 -> binary(x, t, same, number);
            case 3 -> concat(x, t);
            case 4 -> random.nextBoolean() ? new VectorOp.Softmax(x, core(), same)
                : new VectorOp.Lrn(x, 1 + random.nextInt(5), 1e-3, 0.75, 1, core(), same);
            case 5 -> new VectorOp.Mean(x, core(), fmap(1, t.height(), t.width()));
            case 6 -> pool(x, t);
            case 7, 8 -> move(x, t);
            default -> conv(x, t, number);
        });
    }

    private ActivationAttr activation(boolean piecewise) {
        return switch (random.nextInt(piecewise ? 3 : 6)) {
            case 0 -> ActivationAttr.RELU;
            case 1 -> ActivationAttr.clip(-0.5, 1.25);
            case 2 -> ActivationAttr.leakyRelu(0.1);
            case 3 -> ActivationAttr.SIGMOID;
            case 4 -> ActivationAttr.TANH;
            default -> ActivationAttr.HARD_SWISH;
        };
    }

    private Op binary(Value x, FmapType t, FmapType same, int number) {
        var kind = VectorOp.BinaryKind.values()[random.nextInt(4)];
        for (var other : maps) if (random.nextBoolean() && type(other).sameExtents(t)) return new VectorOp.Binary(kind, x, other, core(), same);
        var narrow = fmap(random.nextBoolean() ? 1 : t.channels(), random.nextBoolean() ? 1 : t.height(), random.nextBoolean() ? 1 : t.width());
        var constant = builder.value(new LayoutOp.Constant(resource("constant" + number, narrow.element(), bits, narrow.size()), narrow));
        return random.nextBoolean() ? new VectorOp.Binary(kind, x, constant, core(), same) : new VectorOp.Binary(kind, constant, x, core(), same);
    }

    private DenseResourceAttr resource(String key, Type element, int bits, long... shape) {
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        var bytes = ByteBuffer.allocate(count * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            switch (bits) {
                case 8 -> bytes.put((byte) random.nextInt());
                case 16 -> bytes.putShort((short) random.nextInt());
                default -> bytes.putInt(random.nextInt(1 << 20) - (1 << 19));
            }
        }
        resources.put(key, bytes.flip());
        return new DenseResourceAttr(key, RankedTensorType.of(element, shape));
    }

    private Op concat(Value x, FmapType t) {
        var axis = Axis.values()[random.nextInt(3)];
        var inputs = new ArrayList<>(List.of(x));
        for (var other : maps) {
            var o = type(other);
            boolean fits = (axis == Axis.C || o.channels() == t.channels()) && (axis == Axis.H || o.height() == t.height())
                && (axis == Axis.W || o.width() == t.width());
            if (fits && inputs.size() < 3) inputs.add(other);
        }
        long sum = inputs.stream().mapToLong(v -> axis.extent(type(v))).sum();
        return new LayoutOp.Concat(inputs, axis, core(),
            fmap(axis == Axis.C ? sum : t.channels(), axis == Axis.H ? sum : t.height(), axis == Axis.W ? sum : t.width()));
    }

    /// A kernel with strides, pads and dilations that fit the extent; gives them and how many windows there are.
    private long[] axis(int extent, boolean ceil) {
        int kernel = 1 + random.nextInt(Math.min(3, extent)), dilation = kernel > 1 && (kernel - 1) * 2 < extent ? 1 + random.nextInt(2) : 1;
        int before = random.nextInt(kernel), behind = random.nextInt(kernel), stride = 1 + random.nextInt(3);
        int room = extent + before + behind - ((kernel - 1) * dilation + 1);
        if (room < 0) return new long[] {1, 1, 0, 0, 1, extent};
        int windows = room / stride + 1;
        // A last window beyond the padding must at least begin in the input.
        if (ceil && random.nextBoolean() && windows * stride - before < extent && room % stride != 0) windows++;
        return new long[] {kernel, stride, before, behind, dilation, windows};
    }

    private Op pool(Value x, FmapType t) {
        long[] v = axis(t.height(), true), h = axis(t.width(), true);
        var kind = VectorOp.PoolKind.values()[random.nextInt(2)];
        boolean include = kind == VectorOp.PoolKind.AVERAGE && random.nextBoolean();
        // Taps that are far apart may all miss the input; such windows have no maximum.
        if (v[4] > 1) v = new long[] {t.height(), 1, 0, 0, 1, 1};
        if (h[4] > 1) h = new long[] {t.width(), 1, 0, 0, 1, 1};
        return new VectorOp.Pool(kind, x, new long[] {v[0], h[0]}, new long[] {v[1], h[1]}, new long[] {v[2], h[2], v[3], h[3]},
            new long[] {v[4], h[4]}, include, core(),
            fmap(t.channels(), v[5], h[5]));
    }

    private Op move(Value x, FmapType t) {
        long c = t.channels(), h = t.height(), w = t.width();
        var to = new FmapType((int) c, (int) h, (int) w, t.element());
        return switch (random.nextInt(4)) {
            case 0 -> new LayoutOp.Move(x, new long[] {t.size()}, 0, new long[] {1}, 0, new long[] {1}, 0, core(),
                new FmapType((int) t.size(), 1, 1, t.element()));
            case 1 -> new LayoutOp.Move(x, new long[] {h, w, c}, 0, new long[] {w * c, c, 1}, 0, new long[] {1, h, w * h}, 0, core(),
                new FmapType((int) h, (int) c, (int) w, t.element()));
            case 2 -> new LayoutOp.Move(x, new long[] {h, w, c}, 0, new long[] {w * c, c, 1}, (w + 2) * c + c, new long[] {(w + 2) * c, c, 1}, -7,
                core(),
                new FmapType((int) c, (int) h + 2, (int) w + 2, t.element()));
            default -> new LayoutOp.Move(x, new long[] {h, w, c}, (h - 1) * w * c, new long[] {-w * c, c, 1}, 0, new long[] {w * c, c, 1}, 0,
                core(), to);
        };
    }

    private Op conv(Value x, FmapType t, int number) {
        long[] v = axis(t.height(), false), h = axis(t.width(), false);
        long groups = random.nextInt(3) == 0 ? t.channels() : 1, perGroup = 1 + random.nextInt(groups == 1 ? 7 : 2);
        var weights = resource("weights" + number, numbers(), bits, groups * perGroup, t.channels() / groups, v[0], h[0]);
        int fraction = ((UniformType) t.element()).fraction() + ((UniformType) weights.type().element()).fraction();
        Optional<DenseResourceAttr> bias = random.nextBoolean() ? Optional.empty()
            : Optional.of(resource("bias" + number, new UniformType(32, Math.max(0, fraction - random.nextInt(8))), 32, groups * perGroup));
        var result = fmap(groups * perGroup, v[5], h[5]);
        var unfolding = new Unfolding(perGroup, t.channels() / groups, v[0], h[0], groups);
        Optional<ActivationAttr> activation = random.nextBoolean() ? Optional.empty() : Optional.of(activation(true));
        return new MatrixOp.Conv2d(x, weights, bias, new long[] {v[1], h[1]}, new long[] {v[2], h[2], v[3], h[3]}, new long[] {v[4], h[4]}, groups,
            activation,
            Optional.empty(), result, Region.of(replicas(unfolding, result.pixels())));
    }

    private Block replicas(Unfolding unfolding, long windows) {
        var block = new Block();
        var to = Builder.atEnd(block);
        for (var range : places.nextBoolean() ? List.of(new long[] {0, windows}) : pieces(windows)) {
            var inside = new Block();
            var groups = Builder.atEnd(inside);
            for (var of : pieces(unfolding.groups())) {
                long n = of[1] - of[0];
                var cols = pieces(unfolding.cols(n));
                boolean alike = places.nextBoolean();
                for (var rows : pieces(unfolding.rows(n))) {
                    for (var c : alike ? cols : pieces(unfolding.cols(n))) groups.create(new MatrixOp.Group(of[0], of[1], rows[0], rows[1], c[0],
                        c[1], core()));
                }
            }
            to.create(new MatrixOp.Replica(range[0], range[1], Region.of(inside)));
        }
        return block;
    }

    private List<long[]> pieces(long length) {
        int count = 1 + places.nextInt((int) Math.min(length, 3));
        var cuts = LongStream.concat(LongStream.of(0, length), places.longs(count - 1, 0, length)).sorted().distinct().toArray();
        var pieces = new ArrayList<long[]>();
        for (int i = 1; i < cuts.length; i++) pieces.add(new long[] {cuts[i - 1], cuts[i]});
        return pieces;
    }
}
