package pim.dialect.tile;

import java.util.Optional;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Graph;
import pim.dialect.tile.VectorOp.Activation;
import pim.dialect.tile.VectorOp.Binary;
import pim.dialect.tile.VectorOp.BinaryKind;
import pim.dialect.tile.VectorOp.Lrn;
import pim.dialect.tile.VectorOp.Pool;
import pim.dialect.tile.VectorOp.PoolKind;
import pim.ir.Operation;
import pim.ir.Value;

/// Writes each operator of a network as layers on feature maps, before where it stands.
final class Lowering {
    private final NetworkTensors tensors;
    private final ProductLowering products;
    private final ReductionLowering reductions;
    private final RearrangementLowering rearrangements;

    Lowering(NetworkTensors tensors) {
        this.tensors = tensors;
        this.products = new ProductLowering(tensors);
        this.reductions = new ReductionLowering(tensors);
        this.rearrangements = new RearrangementLowering(tensors);
    }

    void lower(Operation operation, Graph op) {
        // A constant is written where it is used: as the weights of a layer, or as a map.
        if (op instanceof Graph.Constant) return;
        tensors.moveTo(operation);
        tensors.numbers(operation.result());
        tensors.define(operation.result(), view(op));
    }

    private View view(Graph op) {
        return switch (op) {
            // The one was left out, the other is on floats alone.
            case Graph.Constant _, Graph.BatchNorm _ -> throw new IllegalArgumentException("not an operator on fixed-point numbers: " + op);
            case Graph.Conv2d conv -> products.convolution(conv);
            case Graph.Linear linear -> products.linear(linear);
            case Graph.Matmul _ -> throw tensors.failure("multiplies two tensors that are both computed; expected one of them to be constant, "
                + "since array groups hold weights that never change");
            case Graph.Relu relu -> activation(relu.input(), ActivationAttr.RELU);
            case Graph.LeakyRelu relu -> activation(relu.input(), ActivationAttr.leakyRelu(relu.alpha()));
            case Graph.Clip clip -> activation(clip.input(), ActivationAttr.clip(clip.min(), clip.max()));
            case Graph.Sigmoid sigmoid -> activation(sigmoid.input(), ActivationAttr.SIGMOID);
            case Graph.HardSigmoid sigmoid -> activation(sigmoid.input(), ActivationAttr.hardSigmoid(sigmoid.alpha(), sigmoid.beta()));
            case Graph.HardSwish swish -> activation(swish.input(), ActivationAttr.HARD_SWISH);
            case Graph.Tanh tanh -> activation(tanh.input(), ActivationAttr.TANH);
            case Graph.Identity identity -> tensors.view(identity.input());
            case Graph.Dropout dropout -> tensors.view(dropout.input());
            case Graph.Add add -> binary(BinaryKind.ADD, add.lhs(), add.rhs());
            case Graph.Sub sub -> binary(BinaryKind.SUB, sub.lhs(), sub.rhs());
            case Graph.Mul mul -> binary(BinaryKind.MUL, mul.lhs(), mul.rhs());
            case Graph.Div div -> binary(BinaryKind.DIV, div.lhs(), div.rhs());
            case Graph.MaxPool pool -> pool(PoolKind.MAX, pool, false);
            case Graph.AveragePool pool -> pool(PoolKind.AVERAGE, pool, pool.countIncludePad());
            case Graph.GlobalAveragePool pool -> pool(PoolKind.AVERAGE, pool, false);
            case Graph.Softmax softmax -> reductions.softmax(softmax.input(), (int) softmax.axis());
            case Graph.Lrn lrn -> lrn(lrn);
            case Graph.ReduceMean mean -> reductions.mean(mean.input(), mean.axes());
            case Graph.Concat concat -> rearrangements.concat(concat.inputs(), (int) concat.axis());
            case Graph.Reshape reshape -> tensors.reshaped(tensors.view(reshape.input()));
            case Graph.Transpose transpose -> tensors.view(transpose.input()).transposed(transpose.perm(), tensors.location());
            case Graph.Slice slice -> tensors.view(slice.input()).sliced(slice.starts(), slice.sizes(), slice.steps(), tensors.location());
            case Graph.Pad pad -> rearrangements.pad(pad);
        };
    }

    private View activation(Value input, ActivationAttr function) {
        return tensors.natural(new Activation(function, tensors.map(input), Optional.empty(), tensors.result()));
    }

    private View lrn(Graph.Lrn lrn) {
        var input = tensors.image(lrn.input());
        return tensors.natural(new Lrn(input, lrn.size(), lrn.alpha(), lrn.beta(), lrn.bias(), Optional.empty(), tensors.result()));
    }

    private View pool(PoolKind kind, Graph.Pool pool, boolean countIncludePad) {
        var w = pool.window();
        var input = tensors.image(pool.input());
        return tensors.natural(new Pool(kind, input, w.kernel(), w.strides(), w.pads(), w.dilations(), countIncludePad, Optional.empty(),
            tensors.result()));
    }

    private View binary(BinaryKind kind, Value lhs, Value rhs) {
        var shape = tensors.shape();
        long[] left = extended(lhs), right = extended(rhs);
        var broadcast = Broadcast.of(shape, left, right);
        if (broadcast == null) {
            throw tensors.failure("broadcasts " + lhs.type() + " and " + rhs.type()
                + "; expected operands that broadcast along rows, columns and channels alone");
        }
        var result = broadcast.layout(shape, tensors.numbers());
        Value a = operand(lhs, left, broadcast), b = operand(rhs, right, broadcast);
        return tensors.create(new Binary(kind, a, b, Optional.empty(), result.type()), result);
    }

    /// The shape of an operand with as many axes as the result.
    private long[] extended(Value operand) {
        return NetworkTensors.extended(NetworkTensors.shape(operand), tensors.shape().length);
    }

    private Value operand(Value tensor, long[] shape, Broadcast broadcast) {
        return tensors.in(broadcast.layout(shape, tensors.numbers(tensor)), tensors.view(tensor).reshaped(shape, tensors.location()));
    }
}
