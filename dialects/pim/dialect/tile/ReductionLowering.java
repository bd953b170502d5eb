package pim.dialect.tile;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import pim.dialect.graph.Window;
import pim.dialect.tile.VectorOp.Mean;
import pim.dialect.tile.VectorOp.Pool;
import pim.dialect.tile.VectorOp.PoolKind;
import pim.dialect.tile.VectorOp.Softmax;
import pim.ir.Value;

/// Writes what relates the elements along axes of a tensor, which become the channels unless they are.
record ReductionLowering(NetworkTensors tensors) {
    View softmax(Value input, int axis) {
        var shape = NetworkTensors.shape(input);
        if (Layout.isImage(shape) && axis == 1) return tensors.natural(new Softmax(tensors.map(input), Optional.empty(), tensors.result()));
        var order = LongStream.concat(LongStream.range(0, shape.length).filter(i -> i != axis), LongStream.of(axis)).toArray();
        var view = tensors.view(input).transposed(order, tensors.location());
        var map = tensors.in(Layout.lastInnermost(view.shape(), tensors.numbers(input)), view);
        var result = Layout.lastInnermost(view.shape(), tensors.numbers());
        return tensors.create(new Softmax(map, Optional.empty(), result.type()), result).transposed(inverse(order), tensors.location());
    }

    private static long[] inverse(long[] permutation) {
        var inverse = new long[permutation.length];
        for (int i = 0; i < inverse.length; i++) inverse[(int) permutation[i]] = i;
        return inverse;
    }

    View mean(Value input, long[] axes) {
        var shape = NetworkTensors.shape(input);
        var reduced = LongStream.of(axes).sorted().boxed().toList();
        if (Layout.isImage(shape) && reduced.equals(List.of(2L, 3L))) {
            var result = Layout.of(new long[] {1, shape[1], 1, 1}, tensors.numbers());
            var w = Window.whole(shape);
            var map = tensors.map(input);
            return tensors.reshaped(tensors.create(new Pool(PoolKind.AVERAGE, map, w.kernel(), w.strides(), w.pads(), w.dilations(), false,
                Optional.empty(), result.type()), result));
        }
        if (Layout.isImage(shape) && reduced.equals(List.of(1L))) {
            var result = Layout.of(new long[] {1, 1, shape[2], shape[3]}, tensors.numbers());
            return tensors.reshaped(tensors.create(new Mean(tensors.map(input), Optional.empty(), result.type()), result));
        }
        // What is kept before what is reduced, which becomes the channels.
        var kept = LongStream.range(0, shape.length).filter(i -> !reduced.contains(i)).toArray();
        var order = LongStream.concat(LongStream.of(kept), reduced.stream().mapToLong(i -> i)).toArray();
        long pixels = NetworkTensors.size(LongStream.of(kept).map(i -> shape[(int) i])), each = NetworkTensors.size(LongStream.of(shape)) / pixels;
        var map = tensors.in(Layout.rowMajor(new long[] {pixels, each}, pixels, 1, each, tensors.numbers(input)),
            tensors.view(input).transposed(order, tensors.location()));
        var result = Layout.rowMajor(new long[] {pixels, 1}, pixels, 1, 1, tensors.numbers());
        return tensors.reshaped(tensors.create(new Mean(map, Optional.empty(), result.type()), result));
    }
}
