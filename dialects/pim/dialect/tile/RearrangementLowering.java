package pim.dialect.tile;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.LayoutOp.Concat;
import pim.ir.Value;

/// Writes what puts elements beside others.
record RearrangementLowering(NetworkTensors tensors) {
    private static final List<Axis> IMAGE_AXES = List.of(Axis.C, Axis.H, Axis.W);

    View concat(List<Value> inputs, int axis) {
        var shape = tensors.shape();
        boolean image = Layout.isImage(shape);
        if (image ? axis > 0 : axis == shape.length - 1) {
            var along = image ? IMAGE_AXES.get(axis - 1) : Axis.C;
            return tensors.natural(new Concat(inputs.stream().map(tensors::map).toList(), along, Optional.empty(), tensors.result()));
        }
        var parts = inputs.stream().map(part -> {
            var layout = around(NetworkTensors.shape(part), axis, tensors.numbers(part));
            return tensors.in(layout, tensors.view(part));
        }).toList();
        var whole = around(shape, axis, tensors.numbers());
        return tensors.create(new Concat(parts, Axis.W, Optional.empty(), whole.type()), whole);
    }

    /// The tensor with all axes before `axis` as rows, `axis` as columns, and all behind it as channels.
    private static Layout around(long[] shape, int axis, UniformType element) {
        long before = NetworkTensors.size(LongStream.of(shape).limit(axis)), behind = NetworkTensors.size(LongStream.of(shape).skip(axis + 1));
        return Layout.rowMajor(shape, before, shape[axis], behind, element);
    }

    View pad(Graph.Pad pad) {
        var layout = Layout.of(tensors.shape(), tensors.numbers());
        long offset = 0;
        for (int axis = 0; axis < pad.before().length; axis++) offset += pad.before()[axis] * layout.strides()[axis];
        int fill = FixedPoint.quantize(pad.value(), tensors.numbers());
        return tensors.create(tensors.view(pad.input()).within(layout.type(), offset, layout.strides(), fill), layout);
    }
}
