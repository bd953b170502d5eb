package pim.dialect.inst.convert;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pim.diagnose.CompileFailure;
import pim.dialect.func.Func;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.Axis;
import pim.dialect.tile.FmapType;
import pim.dialect.tile.LayoutOp;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp;
import pim.dialect.tile.OnCore;
import pim.dialect.tile.Tile;
import pim.dialect.tile.VectorOp;
import pim.ir.BlockArgument;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.pass.PassContext;

/// One layer after the other, in the order of the text. A layer begins when those that make its inputs have ended; layers on different cores that
/// do not depend on each other overlap.
final class SequentialSchedule {
    private final Maps maps;
    private final Memories memories;
    private final PassContext context;
    private final Cores cores = new Cores();
    private final Synchronisation synchronisation = new Synchronisation(cores);
    private final Map<Value, Long> homes = new HashMap<>();
    private final long budget;

    /// @param budget bytes of local memory of each core
    SequentialSchedule(Maps maps, Memories memories, long budget, PassContext context) {
        this.maps = maps;
        this.memories = memories;
        this.budget = budget;
        this.context = context;
    }

    /// Writes the programs of all cores for the layers of `function`.
    Cores run(Operation operation, Func.Function function) {
        for (var argument : function.body().entry().arguments()) haloedCopy(argument, argument.location());
        for (var op : function.body().entry()) {
            cores.at(op.location());
            if (op.op() instanceof Tile layer) layer(op, layer);
            else if (op.op() instanceof Func.Return) break;
            else throw failure(op, "is no layer of tile; expected a program as convert-graph-to-tile makes it");
            for (var result : op.results()) haloedCopy(result, op.location());
        }
        cores.at(operation.location());
        maps.copied().forEach((to, map) -> copy(homes.getOrDefault(map, 0L), maps.at(map), to, numbers(map)));
        return cores;
    }

    private void layer(Operation op, Tile layer) {
        switch (layer) {
            case Conv2d conv -> convolution(op, conv);
            case MatrixOp.Replica _, MatrixOp.Group _ -> throw failure(op, "stands outside of a convolution");
            case VectorOp.Pool pool -> onOneCore(op, pool, l -> PoolLowering.lower(l, pool.kind(), pool.window(), pool.countIncludePad()));
            case VectorOp.Activation activation -> onOneCore(op, activation, l -> PixelLowering.activation(l, activation.function()));
            case VectorOp.Binary binary -> onOneCore(op, binary, l -> BinaryLowering.lower(l, FnAttr.Kind.valueOf(binary.kind().name())));
            case VectorOp.Softmax softmax -> onOneCore(op, softmax, PixelLowering::softmax);
            case VectorOp.Lrn lrn -> onOneCore(op, lrn, l -> PixelLowering.lrn(l, lrn.size(), lrn.alpha(), lrn.beta(), lrn.bias()));
            case VectorOp.Mean mean -> onOneCore(op, mean, PixelLowering::mean);
            case LayoutOp.Concat concat -> onOneCore(op, concat, l -> ConcatLowering.lower(l, concat.axis()));
            case LayoutOp.Move move when move.isReshape() -> homes.put(op.result(), core(op, move));
            case LayoutOp.Move move -> onOneCore(op, move, l -> MoveLowering.lower(l, move));
            case LayoutOp.Constant _ -> {}
        }
    }

    private long core(Operation op, OnCore layer) {
        return layer.core().orElseThrow(() -> failure(op, "has no core yet; run tile-place first"));
    }

    private void onOneCore(Operation op, OnCore layer, Consumer<MapLowering> lowering) {
        long core = core(op, layer);
        homes.put(op.result(), core);
        emit(core, op.operands().stream().map(maps::at).toList(), op.operands().stream().map(this::numbers).toList(), maps.at(op.result()),
            numbers(op.result()), lowering);
    }

    private void emit(long core, List<Stored> operands, List<Fixed> numbers, Stored result, Fixed resultNumbers, Consumer<MapLowering> lowering) {
        for (var operand : operands) synchronisation.loads(operand.memory(), List.of(core));
        var builder = cores.get(core);
        Halo.clear(builder, result);
        lowering.accept(new MapLowering(builder, operands, numbers, result, resultNumbers, budget));
        synchronisation.stored(result.memory(), List.of(core));
    }

    private void copy(long core, Stored from, Stored to, Fixed numbers) {
        emit(core, List.of(from), List.of(numbers), to, numbers, l -> ConcatLowering.lower(l, Axis.C));
    }

    /// Brings a map that lies somewhere without a halo to where convolutions find it with one.
    private void haloedCopy(Value map, Location location) {
        if (!maps.needsHaloedCopy(map)) return;
        cores.at(location);
        copy(homes.getOrDefault(map, 0L), maps.at(map), maps.withHalo(map), numbers(map));
    }

    private void convolution(Operation op, Conv2d conv) {
        if (conv.replicas().isEmpty()) throw failure(op, "has no array groups yet; run tile-unfold first");
        var used = new LinkedHashSet<Long>();
        var owners = new LinkedHashSet<Long>();
        for (var replica : conv.replicas()) {
            for (var group : replica.groups()) {
                used.add(group.core().orElseThrow(() -> failure(op, "has an array group without a core; run tile-place first")));
            }
            var placed = replica.groups().stream().map(g -> new Columns.Placed(g.arrayGroup(), g.core().orElseThrow(), 0)).toList();
            for (var columns : Columns.of(placed)) owners.add(columns.owner());
        }
        var result = maps.at(op.result());
        var input = maps.withHalo(conv.input());
        var layer = convLayer(op, conv, input, result);
        synchronisation.loads(input.memory(), used);
        long first = owners.getFirst();
        homes.put(op.result(), first);
        Halo.clear(cores.get(first), result);
        for (var replica : conv.replicas()) ConvLowering.lower(layer, replica, cores);
        synchronisation.stored(result.memory(), owners);
    }

    private ConvLayer convLayer(Operation op, Conv2d conv, Stored input, Stored result) {
        var in = numbers(conv.input());
        var weights = numbers(conv.weights().type().element(), op.location());
        int fraction = in.fraction() + weights.fraction();
        var bias = conv.bias().map(b -> memories.constant(b.type(), new long[4], b, op.location()));
        var biasNumbers = conv.bias().map(b -> numbers(b.type().element(), op.location())).orElse(new Fixed(32, fraction));
        var sums = new Fixed(SumWidth.of(conv, in.bits(), fraction - biasNumbers.fraction(), context.resources()), fraction);
        var integers = new RankedTensorType(conv.weights().type().shape(), IntegerType.of(weights.bits()), null);
        return new ConvLayer(input, result, new DenseResourceAttr(conv.weights().key(), integers), conv.unfolding(), conv.window(), bias, in,
            biasNumbers, sums, numbers(op.result()), conv.activation(), budget);
    }

    private Fixed numbers(Value map) {
        return numbers(((FmapType) map.type()).element(), map instanceof BlockArgument argument ? argument.location() : map.definingOp().location());
    }

    private Fixed numbers(Type element, Location location) {
        if (element instanceof UniformType quantised) return Fixed.of(quantised);
        throw context.diagnostics().failure(location, "expected numbers of a quantised type, but got " + element + "; run graph-quantize first");
    }

    private CompileFailure failure(Operation op, String message) {
        return context.diagnostics().failure(op, message);
    }
}
