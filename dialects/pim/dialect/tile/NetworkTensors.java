package pim.dialect.tile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import pim.define.Builder;
import pim.diagnose.CompileFailure;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.type.RankedTensorType;
import pim.pass.PassContext;

/// The tensors of a network that is being written as layers on feature maps, each as a view of a map, and the operator that is being written.
final class NetworkTensors {
    private final PassContext context;
    private final Constants constants;
    private final Builder builder;
    private final Map<Value, View> views = new HashMap<>();
    private Operation at;

    NetworkTensors(PassContext context, Builder builder) {
        this.context = context;
        this.constants = new Constants(context.resources());
        this.builder = builder;
    }

    /// Layers are written before `operation` from here on, with its location.
    void moveTo(Operation operation) {
        at = operation;
        builder.setInsertionPoint(operation);
    }

    void define(Value tensor, View view) {
        views.put(tensor, view);
    }

    View view(Value tensor) {
        if (tensor.op() instanceof Graph.Constant constant) views.computeIfAbsent(tensor, _ -> constant(constant, tensor));
        return views.get(tensor);
    }

    private View constant(Graph.Constant constant, Value tensor) {
        var layout = Layout.of(type(tensor));
        var location = tensor.definingOp().location();
        builder.setLocation(location);
        // Only what is put in another order is looked at.
        if (constant.value() instanceof DenseResourceAttr stored && !layout.isRowMajor() && constants.read(stored) == null) {
            throw context.diagnostics().failure(location, "'graph.constant' op expects the values of " + stored
                + ", but there are none of that size");
        }
        return View.of(builder.value(constants.map(constant, layout)), layout, location);
    }

    /// The tensor in a map of the layout that its shape has by itself.
    Value map(Value tensor) {
        var layout = Layout.of(type(tensor));
        var moved = in(layout, view(tensor));
        views.put(tensor, View.of(moved, layout, location()));
        return moved;
    }

    /// The map of an operand whose axes are sample, channel, row, column.
    Value image(Value tensor) {
        var shape = shape(tensor);
        if (!Layout.isImage(shape)) throw failure("expects one sample at a time, but got a batch of " + shape[0] + " in " + tensor.type());
        return map(tensor);
    }

    /// The elements of the view in a map of the layout.
    Value in(Layout layout, View view) {
        return view.in(layout, builder);
    }

    /// The constant operand as a resource of that shape.
    ///
    /// @param what the operand, for the message when it is not constant
    DenseResourceAttr resource(String what, Value tensor, long... shape) {
        if (tensor.op() instanceof Graph.Constant constant) return constants.resource(constant, shape);
        throw failure("expects " + what + " from a 'graph.constant', but got a computed tensor");
    }

    /// Writes the layer and gives its result.
    Value create(Tile layer) {
        builder.setLocation(location());
        return builder.value(layer);
    }

    /// Writes the layer, whose result lies in its map as the layout says.
    View create(Tile layer, Layout result) {
        return View.of(create(layer), result, location());
    }

    /// Writes the layer whose result is that of the operator, in the layout that its shape has by itself.
    View natural(Tile layer) {
        return create(layer, Layout.of(type(at.result())));
    }

    /// The elements under the shape of the operator's result.
    View reshaped(View view) {
        var shape = shape();
        var looked = view.reshaped(shape, location());
        if (looked != null) return looked;
        var layout = Layout.of(shape, numbers());
        return View.of(in(layout, view.at(location())), layout, location());
    }

    /// The type of the map of the operator's result.
    FmapType result() {
        return Layout.of(type(at.result())).type();
    }

    /// The shape of the operator's result.
    long[] shape() {
        return shape(at.result());
    }

    /// The elements of the operator's result.
    UniformType numbers() {
        return numbers(at.result());
    }

    UniformType numbers(Value tensor) {
        if (type(tensor).element() instanceof UniformType numbers) return numbers;
        throw failure("expects tensors of fixed-point numbers, which graph-quantize makes, but got " + tensor.type());
    }

    Location location() {
        return at.location();
    }

    static RankedTensorType type(Value tensor) {
        return (RankedTensorType) tensor.type();
    }

    static long[] shape(Value tensor) {
        return type(tensor).shape().toLongs();
    }

    /// The product of the extents.
    static long size(LongStream extents) {
        return extents.reduce(1, Math::multiplyExact);
    }

    /// The shape with axes of extent 1 before it.
    static long[] extended(long[] shape, int rank) {
        var extents = new long[rank];
        Arrays.fill(extents, 1);
        System.arraycopy(shape, 0, extents, rank - shape.length, shape.length);
        return extents;
    }

    CompileFailure failure(String message) {
        return context.diagnostics().failure(location(), "'" + at.name() + "' op " + message);
    }
}
