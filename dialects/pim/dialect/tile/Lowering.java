package pim.dialect.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pim.define.Builder;
import pim.diagnose.CompileFailure;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.LayoutOp.Concat;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.VectorOp.Activation;
import pim.dialect.tile.VectorOp.Binary;
import pim.dialect.tile.VectorOp.BinaryKind;
import pim.dialect.tile.VectorOp.Lrn;
import pim.dialect.tile.VectorOp.Mean;
import pim.dialect.tile.VectorOp.Pool;
import pim.dialect.tile.VectorOp.PoolKind;
import pim.dialect.tile.VectorOp.Softmax;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.RankedTensorType;
import pim.pass.PassContext;

/// Writes each operator of a network as layers on feature maps, before where it stands.
final class Lowering {
    private final PassContext context;
    private final Constants constants;
    private final Builder builder;
    private final Map<Value, View> views = new HashMap<>();
    private Operation at;

    Lowering(PassContext context, Builder builder) {
        this.context = context;
        this.constants = new Constants(context.resources());
        this.builder = builder;
    }

    /// Says that the tensor is the map.
    void define(Value tensor, Value map, RankedTensorType type) {
        views.put(tensor, View.of(map, Layout.of(type), builder.location()));
    }

    /// Writes what is needed from here on before `operation`.
    void moveTo(Operation operation) {
        at = operation;
        builder.setInsertionPoint(operation);
    }

    void lower(Operation operation, Graph op) {
        moveTo(operation);
        if (!(type(operation.result()).element() instanceof UniformType)) {
            // Parameters of what cannot be converted anyway say nothing of their own.
            if (op instanceof Graph.Constant) return;
            throw failure("expects fixed-point numbers, which graph-quantize makes, but got " + operation.result().type());
        }
        var view = view(op);
        if (view != null) views.put(operation.result(), view);
    }

    /// The tensor in a map of the layout that its shape has by itself.
    Value map(Value tensor) {
        var layout = Layout.of(type(tensor));
        var moved = viewOf(tensor).in(layout, builder);
        views.put(tensor, View.of(moved, layout, builder.location()));
        return moved;
    }

    private View view(Graph op) {
        return switch (op) {
            case Graph.Constant _ -> null;
            case Graph.Conv2d conv -> natural(convolution(image(conv.input()), conv));
            case Graph.Linear linear -> linear(linear);
            case Graph.Matmul _ -> throw failure("multiplies two tensors that are both computed; expected one of them to be constant, "
                + "since array groups hold weights that never change");
            case Graph.BatchNorm _ -> throw failure("has no form on crossbars; expected it to be folded by graph-fold-batch-norm");
            case Graph.Relu relu -> activation(relu.input(), ActivationAttr.RELU);
            case Graph.LeakyRelu relu -> activation(relu.input(), ActivationAttr.leakyRelu(relu.alpha()));
            case Graph.Clip clip -> activation(clip.input(), ActivationAttr.clip(clip.min(), clip.max()));
            case Graph.Sigmoid sigmoid -> activation(sigmoid.input(), ActivationAttr.SIGMOID);
            case Graph.HardSigmoid sigmoid -> activation(sigmoid.input(), ActivationAttr.hardSigmoid(sigmoid.alpha(), sigmoid.beta()));
            case Graph.HardSwish swish -> activation(swish.input(), ActivationAttr.HARD_SWISH);
            case Graph.Tanh tanh -> activation(tanh.input(), ActivationAttr.TANH);
            case Graph.Identity identity -> viewOf(identity.input());
            case Graph.Dropout dropout -> viewOf(dropout.input());
            case Graph.Add add -> binary(BinaryKind.ADD, add.lhs(), add.rhs());
            case Graph.Sub sub -> binary(BinaryKind.SUB, sub.lhs(), sub.rhs());
            case Graph.Mul mul -> binary(BinaryKind.MUL, mul.lhs(), mul.rhs());
            case Graph.Div div -> binary(BinaryKind.DIV, div.lhs(), div.rhs());
            case Graph.MaxPool p -> natural(new Pool(PoolKind.MAX, image(p.input()), p.kernel(), p.strides(), p.pads(), p.dilations(), false, Optional.empty(), result()));
            case Graph.AveragePool p -> natural(new Pool(PoolKind.AVERAGE, image(p.input()), p.kernel(), p.strides(), p.pads(), p.dilations(), p.countIncludePad(),
                Optional.empty(), result()));
            case Graph.GlobalAveragePool pool -> natural(wholeMean(pool.input(), result()));
            case Graph.Softmax softmax -> softmax(softmax.input(), (int) softmax.axis());
            case Graph.Lrn lrn -> natural(new Lrn(image(lrn.input()), lrn.size(), lrn.alpha(), lrn.beta(), lrn.bias(), Optional.empty(), result()));
            case Graph.ReduceMean mean -> mean(mean.input(), mean.axes());
            case Graph.Concat concat -> concat(concat.inputs(), (int) concat.axis());
            case Graph.Reshape reshape -> reshaped(viewOf(reshape.input()));
            case Graph.Transpose transpose -> viewOf(transpose.input()).transposed(transpose.perm(), at.location());
            case Graph.Slice slice -> viewOf(slice.input()).sliced(slice.starts(), slice.sizes(), slice.steps(), at.location());
            case Graph.Pad pad -> pad(viewOf(pad.input()), pad);
        };
    }

    // ---- layers with weights

    private Conv2d convolution(Value input, Graph.Conv2d conv) {
        return new Conv2d(input, constants.resource("weights", conv.weights(), shape(conv.weights()), this::failure), bias(conv.bias()),
            conv.strides(), conv.pads(), conv.dilations(), conv.groups(), conv.activation(), Optional.empty(), result(), Region.of(new Block()));
    }

    private View linear(Graph.Linear linear) {
        long[] shape = shape(linear.input()), weights = shape(linear.weights());
        long outputs = weights[0], inputs = weights[1];
        var flattened = flattened(linear.input());
        if (flattened != null && LongStream.of(shape).reduce(1, Math::multiplyExact) == inputs) {
            // linear(flatten(x)) is one window as large as x, and its weights lie in memory as those of the convolution do.
            var image = shape(flattened);
            var map = Layout.of(new long[] {1, outputs, 1, 1}, elements());
            return reshaped(View.of(create(product(linear, map(flattened), new long[] {outputs, image[1], image[2], image[3]}, map.type())), map, at.location()));
        }
        var input = Layout.lastInnermost(shape, elements(linear.input()));
        var output = Layout.lastInnermost(shape(at.result()), elements());
        return View.of(create(product(linear, viewOf(linear.input()).in(input, builder), new long[] {outputs, inputs, 1, 1}, output.type())), output, at.location());
    }

    private Conv2d product(Graph.Linear linear, Value input, long[] weights, FmapType result) {
        return new Conv2d(input, constants.resource("weights", linear.weights(), weights, this::failure), bias(linear.bias()), new long[] {1, 1},
            new long[4], new long[] {1, 1}, 1, linear.activation(), Optional.empty(), result, Region.of(new Block()));
    }

    private Optional<DenseResourceAttr> bias(Optional<Value> bias) {
        return bias.map(b -> constants.resource("a bias", b, shape(b), this::failure));
    }

    /// The image whose elements the tensor is without moving any, through reshapes; null when there is none.
    private Value flattened(Value tensor) {
        while (tensor.op() instanceof Graph.Reshape reshape) {
            tensor = reshape.input();
            if (Layout.isImage(shape(tensor))) return tensor;
        }
        return null;
    }

    // ---- layers without

    private View activation(Value input, ActivationAttr function) {
        return natural(new Activation(function, map(input), Optional.empty(), result()));
    }

    private View binary(BinaryKind kind, Value lhs, Value rhs) {
        var shape = shape(at.result());
        long[] left = extended(shape(lhs), shape.length), right = extended(shape(rhs), shape.length);
        var broadcast = Broadcast.of(shape, left, right);
        if (broadcast == null) {
            throw failure("broadcasts " + lhs.type() + " and " + rhs.type() + "; expected operands that broadcast along rows, columns and channels alone");
        }
        var result = broadcast.layout(shape, elements());
        var op = new Binary(kind, operand(lhs, left, broadcast), operand(rhs, right, broadcast), Optional.empty(), result.type());
        return View.of(create(op), result, at.location());
    }

    private Value operand(Value tensor, long[] shape, Broadcast broadcast) {
        return viewOf(tensor).reshaped(shape, at.location()).in(broadcast.layout(shape, elements(tensor)), builder);
    }

    /// The shape with axes of extent 1 before it.
    private static long[] extended(long[] shape, int rank) {
        var extents = new long[rank];
        java.util.Arrays.fill(extents, 1);
        System.arraycopy(shape, 0, extents, rank - shape.length, shape.length);
        return extents;
    }

    private View softmax(Value input, int axis) {
        var shape = shape(input);
        if (Layout.isImage(shape) && axis == 1) return natural(new Softmax(map(input), Optional.empty(), result()));
        var last = IntStream.concat(IntStream.range(0, shape.length).filter(i -> i != axis), IntStream.of(axis)).asLongStream().toArray();
        var view = viewOf(input).transposed(last, at.location());
        var within = Layout.lastInnermost(view.shape(), elements(input));
        var softmax = create(new Softmax(view.in(within, builder), Optional.empty(), within.type().withElement(elements())));
        return View.of(softmax, Layout.lastInnermost(view.shape(), elements()), at.location()).transposed(inverse(last), at.location());
    }

    private static long[] inverse(long[] permutation) {
        var inverse = new long[permutation.length];
        for (int i = 0; i < inverse.length; i++) inverse[(int) permutation[i]] = i;
        return inverse;
    }

    private View mean(Value input, long[] axes) {
        var shape = shape(input);
        var reduced = LongStream.of(axes).sorted().boxed().toList();
        if (Layout.isImage(shape) && reduced.equals(List.of(2L, 3L))) {
            var map = Layout.of(new long[] {1, shape[1], 1, 1}, elements());
            return reshaped(View.of(create(wholeMean(input, map.type())), map, at.location()));
        }
        if (Layout.isImage(shape) && reduced.equals(List.of(1L))) {
            var map = Layout.of(new long[] {1, 1, shape[2], shape[3]}, elements());
            return reshaped(View.of(create(new Mean(map(input), Optional.empty(), map.type())), map, at.location()));
        }
        // What is kept before what is reduced, which becomes the channels.
        var order = LongStream.concat(LongStream.range(0, shape.length).filter(i -> !reduced.contains(i)), reduced.stream().mapToLong(i -> i)).toArray();
        long each = reduced.stream().mapToLong(i -> shape[i.intValue()]).reduce(1, Math::multiplyExact), kept = LongStream.of(shape).reduce(1, Math::multiplyExact) / each;
        var rows = Layout.of(new long[] {kept, each}, elements(input));
        var mean = new Mean(viewOf(input).transposed(order, at.location()).in(rows, builder), Optional.empty(), new FmapType(1, rows.type().height(), 1, elements()));
        return reshaped(View.of(create(mean), Layout.of(new long[] {kept, 1}, elements()), at.location()));
    }

    private Pool wholeMean(Value input, FmapType result) {
        var map = image(input);
        var type = (FmapType) map.type();
        long[] kernel = {type.height(), type.width()};
        return new Pool(PoolKind.AVERAGE, map, kernel, new long[] {1, 1}, new long[4], new long[] {1, 1}, false, Optional.empty(), result);
    }

    // ---- layout

    private View concat(List<Value> inputs, int axis) {
        var shape = shape(at.result());
        if (Layout.isImage(shape) && axis > 0) {
            return natural(new Concat(inputs.stream().map(this::map).toList(), List.of(Axis.C, Axis.H, Axis.W).get(axis - 1), Optional.empty(), result()));
        }
        if (!Layout.isImage(shape) && axis == shape.length - 1) {
            return natural(new Concat(inputs.stream().map(this::map).toList(), Axis.C, Optional.empty(), result()));
        }
        var parts = inputs.stream().map(input -> viewOf(input).in(around(shape(input), axis, elements(input)), builder)).toList();
        var whole = around(shape, axis, elements());
        return View.of(create(new Concat(parts, Axis.W, Optional.empty(), whole.type())), whole, at.location());
    }

    /// The tensor with all axes before `axis` as rows, `axis` as columns, and all behind it as channels.
    private static Layout around(long[] shape, int axis, UniformType element) {
        long before = LongStream.of(shape).limit(axis).reduce(1, Math::multiplyExact), behind = LongStream.of(shape).skip(axis + 1).reduce(1, Math::multiplyExact);
        return Layout.rowMajor(shape, before, shape[axis], behind, element);
    }

    private View reshaped(View view) {
        var shape = shape(at.result());
        var looked = view.reshaped(shape, at.location());
        if (looked != null) return looked;
        var layout = Layout.of(shape, elements());
        return View.of(new View(view.map(), view.shape(), view.offset(), view.strides(), at.location()).in(layout, builder), layout, at.location());
    }

    private View pad(View input, Graph.Pad pad) {
        var layout = Layout.of(shape(at.result()), elements());
        long offset = 0;
        for (int axis = 0; axis < pad.before().length; axis++) offset += pad.before()[axis] * layout.strides()[axis];
        builder.setLocation(at.location());
        var padded = input.within(layout.type(), offset, layout.strides(), FixedPoint.quantize(pad.value(), elements()), builder);
        return View.of(padded, layout, at.location());
    }

    // ---- tensors

    private Value create(Tile op) {
        builder.setLocation(at.location());
        return builder.value(op);
    }

    /// The result of the operator, which is that of `op` in the layout that its shape has by itself.
    private View natural(Tile op) {
        return View.of(create(op), Layout.of(type(at.result())), at.location());
    }

    private FmapType result() {
        return Layout.of(type(at.result())).type();
    }

    private UniformType elements() {
        return elements(at.result());
    }

    /// The map of an operand whose axes are sample, channel, row, column.
    private Value image(Value tensor) {
        var shape = shape(tensor);
        if (!Layout.isImage(shape)) throw failure("expects one sample at a time, but got a batch of " + shape[0] + " in " + tensor.type());
        return map(tensor);
    }

    private View viewOf(Value tensor) {
        if (tensor.op() instanceof Graph.Constant constant) {
            views.computeIfAbsent(tensor, _ -> {
                var layout = Layout.of(type(tensor));
                builder.setLocation(tensor.definingOp().location());
                return View.of(builder.value(constants.map(constant, layout)), layout, tensor.definingOp().location());
            });
        }
        return views.get(tensor);
    }

    private UniformType elements(Value tensor) {
        if (type(tensor).element() instanceof UniformType numbers) return numbers;
        throw failure("expects operands of fixed-point numbers, but got " + tensor.type());
    }

    private static RankedTensorType type(Value tensor) {
        return (RankedTensorType) tensor.type();
    }

    private static long[] shape(Value tensor) {
        return type(tensor).shape().toLongs();
    }

    private CompileFailure failure(String message) {
        return context.diagnostics().failure(at.location(), "'" + at.name() + "' op " + message);
    }
}
