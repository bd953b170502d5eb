package pim.dialect.graph;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints.NonNegative;
import pim.define.Constraints.Positive;
import pim.define.Constraints.StaticTensor;
import pim.define.Format;
import pim.define.Is;
import pim.define.Namespace;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Traits.Commutative;
import pim.ir.Traits.ConstantLike;
import pim.ir.Traits.Pure;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// Operators of neural networks on tensors. Images are laid out NCHW; weights of convolutions OIHW. Elements are floats or, once the network is
/// quantised, fixed-point numbers whose fraction may differ from operand to result.
@Namespace("graph")
public sealed interface Graph extends Op {
    /// The shape of the one result as it follows from the rest; null when the rest is enough at odds to have none.
    /// @throws IllegalArgumentException with what is wrong
    default long[] inferShape() {
        return null;
    }

    /// The type of the one result.
    Type result();

    @Override default String verify(Operation self) {
        return Shapes.verify(this);
    }

    /// A tensor that is known before the program runs; its elements stand in the text or in a resource.
    @Format("$value attr-dict `:` type($result)")
    record Constant(Attribute value, @Is(StaticTensor.class) Type result) implements Graph, Pure, ConstantLike {
        @Override public String verify(Operation self) {
            return Shapes.verifyConstant(value, result);
        }
    }

    // ---- products with weights

    /// Convolution of an image with `weights[O, I/groups, kh, kw]`: `pads` are top, left, bottom, right.
    @Format("$input `,` $weights (`bias` $bias^)? `strides` $strides `pads` $pads `dilations` $dilations `groups` $groups (`activation` $activation^)? attr-dict `:` functional-type(operands, $result)")
    record Conv2d(@Is(StaticTensor.class) Value input, @Is(StaticTensor.class) Value weights, Optional<Value> bias, @Is(Positive.class) long[] strides,
                  @Is(NonNegative.class) long[] pads, @Is(Positive.class) long[] dilations, @Is(Positive.class) long groups,
                  Optional<ActivationAttr> activation, @Is(StaticTensor.class) Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.conv2d(this);
        }
    }

    /// Product of the last axis of `input[.., K]` with `weights[O, K]`.
    @Format("$input `,` $weights (`bias` $bias^)? (`activation` $activation^)? attr-dict `:` functional-type(operands, $result)")
    record Linear(@Is(StaticTensor.class) Value input, @Is(StaticTensor.class) Value weights, Optional<Value> bias, Optional<ActivationAttr> activation,
                  @Is(StaticTensor.class) Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.linear(this);
        }
    }

    /// Product of two matrices, each computed by the network; the axes before the last two are broadcast.
    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)")
    record Matmul(@Is(StaticTensor.class) Value lhs, @Is(StaticTensor.class) Value rhs, @Is(StaticTensor.class) Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.matmul(Shapes.of(lhs), Shapes.of(rhs));
        }
    }

    /// `scale * (input - mean) / sqrt(variance + epsilon) + bias` for each channel.
    @Format("$input `,` $scale `,` $bias `,` $mean `,` $variance `epsilon` $epsilon attr-dict `:` functional-type(operands, results)")
    record BatchNorm(@Is(StaticTensor.class) Value input, @Is(StaticTensor.class) Value scale, @Is(StaticTensor.class) Value bias,
                     @Is(StaticTensor.class) Value mean, @Is(StaticTensor.class) Value variance, double epsilon) implements Graph, Pure {
        @Override public Type result() {
            return input.type();
        }

        @Override public List<Type> inferResultTypes() {
            return List.of(input.type());
        }

        @Override public String verify(Operation self) {
            return Shapes.verifyBatchNorm(this);
        }
    }

    // ---- element by element

    /// An op on each element of one tensor.
    sealed interface Unary extends Graph, Pure {
        Value input();

        @Override default long[] inferShape() {
            return Shapes.of(input());
        }
    }

    /// `max(x, 0)`.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record Relu(@Is(StaticTensor.class) Value input, Type result) implements Unary {
        public Relu(Value input) {
            this(input, input.type());
        }
    }

    /// `x` where it is positive, else `alpha * x`.
    @Format("$input `alpha` $alpha attr-dict `:` functional-type(operands, $result)")
    record LeakyRelu(@Is(StaticTensor.class) Value input, double alpha, Type result) implements Unary {
        public LeakyRelu(Value input, double alpha) {
            this(input, alpha, input.type());
        }
    }

    /// The number between `min` and `max` that is nearest to `x`.
    @Format("$input `min` $min `max` $max attr-dict `:` functional-type(operands, $result)")
    record Clip(@Is(StaticTensor.class) Value input, double min, double max, Type result) implements Unary {
        public Clip(Value input, double min, double max) {
            this(input, min, max, input.type());
        }

        @Override public String verify(Operation self) {
            return min > max ? "expects min to be at most max, but min is " + min + " and max " + max : Unary.super.verify(self);
        }
    }

    /// `1 / (1 + exp(-x))`.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record Sigmoid(@Is(StaticTensor.class) Value input, Type result) implements Unary {
        public Sigmoid(Value input) {
            this(input, input.type());
        }
    }

    /// `alpha * x + beta`, kept between 0 and 1.
    @Format("$input `alpha` $alpha `beta` $beta attr-dict `:` functional-type(operands, $result)")
    record HardSigmoid(@Is(StaticTensor.class) Value input, double alpha, double beta, Type result) implements Unary {
        public HardSigmoid(Value input, double alpha, double beta) {
            this(input, alpha, beta, input.type());
        }
    }

    /// `x * clip(x / 6 + 1 / 2, 0, 1)`.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record HardSwish(@Is(StaticTensor.class) Value input, Type result) implements Unary {
        public HardSwish(Value input) {
            this(input, input.type());
        }
    }

    /// Hyperbolic tangent.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record Tanh(@Is(StaticTensor.class) Value input, Type result) implements Unary {
        public Tanh(Value input) {
            this(input, input.type());
        }
    }

    /// The input itself.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record Identity(@Is(StaticTensor.class) Value input, Type result) implements Unary {
        public Identity(Value input) {
            this(input, input.type());
        }
    }

    /// What drops elements while a network is trained, and is nothing when it runs.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record Dropout(@Is(StaticTensor.class) Value input, Type result) implements Unary {
        public Dropout(Value input) {
            this(input, input.type());
        }
    }

    /// An op on pairs of elements of two tensors, with NumPy's broadcasting.
    sealed interface Binary extends Graph, Pure {
        Value lhs();

        Value rhs();

        @Override default long[] inferShape() {
            return Shapes.broadcast(Shapes.of(lhs()), Shapes.of(rhs()));
        }
    }

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)")
    record Add(@Is(StaticTensor.class) Value lhs, @Is(StaticTensor.class) Value rhs, Type result) implements Binary, Commutative {}

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)")
    record Sub(@Is(StaticTensor.class) Value lhs, @Is(StaticTensor.class) Value rhs, Type result) implements Binary {}

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)")
    record Mul(@Is(StaticTensor.class) Value lhs, @Is(StaticTensor.class) Value rhs, Type result) implements Binary, Commutative {}

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, $result)")
    record Div(@Is(StaticTensor.class) Value lhs, @Is(StaticTensor.class) Value rhs, Type result) implements Binary {}

    // ---- windows

    /// The largest element of each window; what lies in the padding does not count. `pads` are top, left, bottom, right.
    @Format("$input `kernel` $kernel `strides` $strides `pads` $pads `dilations` $dilations attr-dict `:` functional-type(operands, $result)")
    record MaxPool(@Is(StaticTensor.class) Value input, @Is(Positive.class) long[] kernel, @Is(Positive.class) long[] strides,
                   @Is(NonNegative.class) long[] pads, @Is(Positive.class) long[] dilations, Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.window(Shapes.of(input), kernel, strides, pads, dilations);
        }
    }

    /// The mean of each window; the padding counts, as zeros, only when `count_include_pad` says so.
    @Format("$input `kernel` $kernel `strides` $strides `pads` $pads `dilations` $dilations (`count_include_pad` $count_include_pad^)? attr-dict `:` functional-type(operands, $result)")
    record AveragePool(@Is(StaticTensor.class) Value input, @Is(Positive.class) long[] kernel, @Is(Positive.class) long[] strides,
                       @Is(NonNegative.class) long[] pads, @Is(Positive.class) long[] dilations, boolean countIncludePad, Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.window(Shapes.of(input), kernel, strides, pads, dilations);
        }
    }

    /// The mean of each channel.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record GlobalAveragePool(@Is(StaticTensor.class) Value input, Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.globalPool(Shapes.of(input));
        }
    }

    // ---- shapes

    /// The inputs one behind the other along an axis.
    @Format("$inputs `axis` $axis attr-dict `:` functional-type(operands, $result)")
    record Concat(@Is(StaticTensor.class) List<Value> inputs, @Is(NonNegative.class) long axis, Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.concat(inputs.stream().map(Shapes::of).toList(), axis);
        }
    }

    /// The same elements in the same order under another shape.
    @Format("$input attr-dict `:` functional-type(operands, $result)")
    record Reshape(@Is(StaticTensor.class) Value input, Type result) implements Graph, Pure {
        @Override public String verify(Operation self) {
            return Shapes.verifyReshape(this);
        }
    }

    /// The axes in another order: axis `i` of the result is axis `perm[i]` of the input.
    @Format("$input `perm` $perm attr-dict `:` functional-type(operands, $result)")
    record Transpose(@Is(StaticTensor.class) Value input, @Is(NonNegative.class) long[] perm, Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.transpose(Shapes.of(input), perm);
        }
    }

    /// Of each axis `sizes` elements from `starts` on, `steps` apart.
    @Format("$input `starts` $starts `sizes` $sizes `steps` $steps attr-dict `:` functional-type(operands, $result)")
    record Slice(@Is(StaticTensor.class) Value input, @Is(NonNegative.class) long[] starts, @Is(Positive.class) long[] sizes, @Is(Positive.class) long[] steps,
                 Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.slice(this);
        }
    }

    /// The input with `value` before and after it along each axis.
    @Format("$input `before` $before `after` $after `value` $value attr-dict `:` functional-type(operands, $result)")
    record Pad(@Is(StaticTensor.class) Value input, @Is(NonNegative.class) long[] before, @Is(NonNegative.class) long[] after, double value,
               Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.pad(this);
        }
    }

    // ---- normalisation

    /// `exp(x) / sum exp(x)` along an axis.
    @Format("$input `axis` $axis attr-dict `:` functional-type(operands, $result)")
    record Softmax(@Is(StaticTensor.class) Value input, @Is(NonNegative.class) long axis, Type result) implements Graph, Pure {
        public Softmax(Value input, long axis) {
            this(input, axis, input.type());
        }

        @Override public long[] inferShape() {
            return Shapes.axis(Shapes.of(input), axis);
        }
    }

    /// Local response normalisation over `size` neighbouring channels, as ONNX defines it.
    @Format("$input `size` $size `alpha` $alpha `beta` $beta `bias` $bias attr-dict `:` functional-type(operands, $result)")
    record Lrn(@Is(StaticTensor.class) Value input, @Is(Positive.class) long size, double alpha, double beta, double bias, Type result) implements Graph, Pure {
        public Lrn(Value input, long size, double alpha, double beta, double bias) {
            this(input, size, alpha, beta, bias, input.type());
        }

        @Override public long[] inferShape() {
            return Shapes.axis(Shapes.of(input), 1);
        }
    }

    /// The mean along the axes, which stay with extent 1 when `keepdims` says so.
    @Format("$input `axes` $axes (`keepdims` $keepdims^)? attr-dict `:` functional-type(operands, $result)")
    record ReduceMean(@Is(StaticTensor.class) Value input, @Is(NonNegative.class) long[] axes, boolean keepdims, Type result) implements Graph, Pure {
        @Override public long[] inferShape() {
            return Shapes.reduce(this);
        }
    }
}
