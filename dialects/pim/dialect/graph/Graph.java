package pim.dialect.graph;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints.NonNegative;
import pim.define.Constraints.Positive;
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
    /// The shape of the one result as it follows from the rest; null when nothing follows.
    ///
    /// @throws IllegalArgumentException with what is wrong, as it reads behind the name of the op
    default long[] inferShape() {
        return null;
    }

    /// The type of the one result.
    Type result();

    @Override default String verify(Operation self) {
        return GraphVerifier.verify(this);
    }

    /// A tensor that is known before the program runs; its elements stand in the text or in a resource.
    @Format(value = "custom<ConstantValue>($value, $result) attr-dict", parts = ConstantValue.class)
    record Constant(Attribute value, @Is(Numeric.class) Type result) implements Graph, Pure, ConstantLike {
        @Override public String verify(Operation self) {
            return Shapes.verifyConstant(value, result);
        }
    }

    /// Products with matrices: what crossbars are for.
    sealed interface Product extends Graph, Pure {}

    /// Convolution of an image with `weights[O, I/groups, kh, kw]`: `pads` are top, left, bottom, right.
    @Format("""
        $input `,` $weights (`bias` $bias^)? `strides` $strides `pads` $pads `dilations` $dilations `groups` $groups (`activation` $activation^)?
        attr-dict `:` functional-type(operands, results)""")
    record Conv2d(@Is(Numeric.class) Value input, @Is(Numeric.class) Value weights, @Is(Numeric.class) Optional<Value> bias,
                  @Is(Positive.class) long[] strides, @Is(NonNegative.class) long[] pads, @Is(Positive.class) long[] dilations,
                  @Is(Positive.class) long groups, Optional<ActivationAttr> activation, @Is(Numeric.class) Type result) implements Product {
        public Window window() {
            var shape = Shapes.of(weights);
            return new Window(new long[] {shape[2], shape[3]}, strides, pads, dilations);
        }

        @Override public long[] inferShape() {
            return Shapes.conv2d(this);
        }
    }

    /// Product of the last axis of `input[.., K]` with `weights[O, K]`.
    @Format("$input `,` $weights (`bias` $bias^)? (`activation` $activation^)? attr-dict `:` functional-type(operands, results)")
    record Linear(@Is(Numeric.class) Value input, @Is(Numeric.class) Value weights, @Is(Numeric.class) Optional<Value> bias,
                  Optional<ActivationAttr> activation, @Is(Numeric.class) Type result) implements Product {
        @Override public long[] inferShape() {
            return Shapes.linear(this);
        }
    }

    /// Product of two matrices, each computed by the network; the axes before the last two are broadcast.
    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, results)")
    record Matmul(@Is(Numeric.class) Value lhs, @Is(Numeric.class) Value rhs, @Is(Numeric.class) Type result) implements Product {
        @Override public long[] inferShape() {
            return Shapes.matmul(Shapes.of(lhs), Shapes.of(rhs));
        }
    }

    /// `scale * (input - mean) / sqrt(variance + epsilon) + bias` for each channel.
    @Format("$input `,` $scale `,` $bias `,` $mean `,` $variance `epsilon` $epsilon attr-dict `:` functional-type(operands, results)")
    record BatchNorm(@Is(Numeric.class) Value input, @Is(Numeric.class) Value scale, @Is(Numeric.class) Value bias,
                     @Is(Numeric.class) Value mean, @Is(Numeric.class) Value variance, double epsilon) implements Normalization {
        @Override public Type result() {
            return input.type();
        }

        @Override public List<Type> inferResultTypes() {
            return List.of(input.type());
        }

        @Override public long[] inferShape() {
            return Shapes.batchNorm(this);
        }
    }

    /// An op on each element of one tensor.
    sealed interface Unary extends Graph, Pure {
        Value input();

        @Override default long[] inferShape() {
            return Shapes.of(input());
        }
    }

    /// A function of each element.
    sealed interface Activation extends Unary {
        ActivationAttr function();
    }

    /// What does nothing when a network runs.
    sealed interface Forward extends Unary {}

    /// `max(x, 0)`.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record Relu(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Activation {
        public Relu(Value input) {
            this(input, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.RELU;
        }
    }

    /// `x` where it is positive, else `alpha * x`.
    @Format("$input `alpha` $alpha attr-dict `:` functional-type(operands, results)")
    record LeakyRelu(@Is(Numeric.class) Value input, double alpha, @Is(Numeric.class) Type result) implements Activation {
        public LeakyRelu(Value input, double alpha) {
            this(input, alpha, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.leakyRelu(alpha);
        }
    }

    /// The number between `min` and `max` that is nearest to `x`.
    @Format("$input `min` $min `max` $max attr-dict `:` functional-type(operands, results)")
    record Clip(@Is(Numeric.class) Value input, double min, double max, @Is(Numeric.class) Type result) implements Activation {
        public Clip(Value input, double min, double max) {
            this(input, min, max, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.clip(min, max);
        }

        @Override public String verify(Operation self) {
            return !(min <= max) ? "expects min to be at most max, but min is " + min + " and max " + max : Activation.super.verify(self);
        }
    }

    /// `1 / (1 + exp(-x))`.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record Sigmoid(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Activation {
        public Sigmoid(Value input) {
            this(input, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.SIGMOID;
        }
    }

    /// `alpha * x + beta`, kept between 0 and 1.
    @Format("$input `alpha` $alpha `beta` $beta attr-dict `:` functional-type(operands, results)")
    record HardSigmoid(@Is(Numeric.class) Value input, double alpha, double beta, @Is(Numeric.class) Type result) implements Activation {
        public HardSigmoid(Value input, double alpha, double beta) {
            this(input, alpha, beta, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.hardSigmoid(alpha, beta);
        }
    }

    /// `x * clip(x / 6 + 1 / 2, 0, 1)`.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record HardSwish(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Activation {
        public HardSwish(Value input) {
            this(input, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.HARD_SWISH;
        }
    }

    /// Hyperbolic tangent.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record Tanh(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Activation {
        public Tanh(Value input) {
            this(input, input.type());
        }

        @Override public ActivationAttr function() {
            return ActivationAttr.TANH;
        }
    }

    /// The input itself.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record Identity(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Forward {
        public Identity(Value input) {
            this(input, input.type());
        }
    }

    /// What drops elements while a network is trained, and is nothing when it runs.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record Dropout(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Forward {
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

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, results)")
    record Add(@Is(Numeric.class) Value lhs, @Is(Numeric.class) Value rhs, @Is(Numeric.class) Type result) implements Binary, Commutative {}

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, results)")
    record Sub(@Is(Numeric.class) Value lhs, @Is(Numeric.class) Value rhs, @Is(Numeric.class) Type result) implements Binary {}

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, results)")
    record Mul(@Is(Numeric.class) Value lhs, @Is(Numeric.class) Value rhs, @Is(Numeric.class) Type result) implements Binary, Commutative {}

    @Format("$lhs `,` $rhs attr-dict `:` functional-type(operands, results)")
    record Div(@Is(Numeric.class) Value lhs, @Is(Numeric.class) Value rhs, @Is(Numeric.class) Type result) implements Binary {}

    /// One number for each window of an image, channel by channel. The last window along an axis may reach beyond the padding (ONNX's `ceil_mode`),
    /// which the extent of the result tells; what lies there never counts.
    sealed interface Pool extends Graph, Pure {
        Value input();

        Window window();
    }

    /// The largest element of each window; what lies in the padding does not count. `pads` are top, left, bottom, right.
    @Format("$input `kernel` $kernel `strides` $strides `pads` $pads `dilations` $dilations attr-dict `:` functional-type(operands, results)")
    record MaxPool(@Is(Numeric.class) Value input, @Is(Positive.class) long[] kernel, @Is(Positive.class) long[] strides,
                   @Is(NonNegative.class) long[] pads, @Is(Positive.class) long[] dilations, @Is(Numeric.class) Type result) implements Pool {
        @Override public Window window() {
            return new Window(kernel, strides, pads, dilations);
        }

        @Override public long[] inferShape() {
            return Shapes.pool(this);
        }
    }

    /// The mean of each window; the padding counts, as zeros, only when `count_include_pad` says so.
    @Format("""
        $input `kernel` $kernel `strides` $strides `pads` $pads `dilations` $dilations (`count_include_pad` $count_include_pad^)?
        attr-dict `:` functional-type(operands, results)""")
    record AveragePool(@Is(Numeric.class) Value input, @Is(Positive.class) long[] kernel, @Is(Positive.class) long[] strides,
                       @Is(NonNegative.class) long[] pads, @Is(Positive.class) long[] dilations, boolean countIncludePad,
                       @Is(Numeric.class) Type result) implements Pool {
        @Override public Window window() {
            return new Window(kernel, strides, pads, dilations);
        }

        @Override public long[] inferShape() {
            return Shapes.pool(this);
        }
    }

    /// The mean of each channel.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record GlobalAveragePool(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Pool {
        /// The one window that is the whole image.
        @Override public Window window() {
            return Window.whole(Shapes.of(input));
        }

        @Override public long[] inferShape() {
            return Shapes.globalPool(Shapes.of(input));
        }
    }

    /// What brings elements to other places.
    sealed interface Layout extends Graph, Pure {}

    /// The inputs one behind the other along an axis.
    @Format("$inputs `axis` $axis attr-dict `:` functional-type(operands, results)")
    record Concat(@Is(Numeric.class) List<Value> inputs, @Is(NonNegative.class) long axis, @Is(Numeric.class) Type result) implements Layout {
        @Override public long[] inferShape() {
            return Shapes.concat(inputs.stream().map(Shapes::of).toList(), axis);
        }
    }

    /// What has the very elements of one operand.
    sealed interface Rearrangement extends Layout {
        Value input();
    }

    /// The same elements in the same order under another shape.
    @Format("$input attr-dict `:` functional-type(operands, results)")
    record Reshape(@Is(Numeric.class) Value input, @Is(Numeric.class) Type result) implements Rearrangement {
        @Override public long[] inferShape() {
            return Shapes.reshape(this);
        }
    }

    /// The axes in another order: axis `i` of the result is axis `perm[i]` of the input.
    @Format("$input `perm` $perm attr-dict `:` functional-type(operands, results)")
    record Transpose(@Is(Numeric.class) Value input, @Is(NonNegative.class) long[] perm, @Is(Numeric.class) Type result) implements Rearrangement {
        @Override public long[] inferShape() {
            return Shapes.transpose(Shapes.of(input), perm);
        }
    }

    /// Of each axis `sizes` elements from `starts` on, `steps` apart.
    @Format("$input `starts` $starts `sizes` $sizes `steps` $steps attr-dict `:` functional-type(operands, results)")
    record Slice(@Is(Numeric.class) Value input, @Is(NonNegative.class) long[] starts, @Is(Positive.class) long[] sizes,
                 @Is(Positive.class) long[] steps, @Is(Numeric.class) Type result) implements Rearrangement {
        @Override public long[] inferShape() {
            return Shapes.slice(this);
        }
    }

    /// The input with `value` before and after it along each axis.
    @Format("$input `before` $before `after` $after `value` $value attr-dict `:` functional-type(operands, results)")
    record Pad(@Is(Numeric.class) Value input, @Is(NonNegative.class) long[] before, @Is(NonNegative.class) long[] after, double value,
               @Is(Numeric.class) Type result) implements Rearrangement {
        @Override public long[] inferShape() {
            return Shapes.pad(this);
        }
    }

    /// What relates an element to others, or to statistics.
    sealed interface Normalization extends Graph, Pure {
        Value input();
    }

    /// `exp(x) / sum exp(x)` along an axis.
    @Format("$input `axis` $axis attr-dict `:` functional-type(operands, results)")
    record Softmax(@Is(Numeric.class) Value input, @Is(NonNegative.class) long axis, @Is(Numeric.class) Type result) implements Normalization {
        public Softmax(Value input, long axis) {
            this(input, axis, input.type());
        }

        @Override public long[] inferShape() {
            return Shapes.axis(Shapes.of(input), axis);
        }
    }

    /// Local response normalisation over `size` neighbouring channels, as ONNX defines it.
    @Format("$input `size` $size `alpha` $alpha `beta` $beta `bias` $bias attr-dict `:` functional-type(operands, results)")
    record Lrn(@Is(Numeric.class) Value input, @Is(Positive.class) long size, double alpha, double beta, double bias, @Is(Numeric.class) Type result)
        implements Normalization {
        public Lrn(Value input, long size, double alpha, double beta, double bias) {
            this(input, size, alpha, beta, bias, input.type());
        }

        @Override public long[] inferShape() {
            return Shapes.axis(Shapes.of(input), 1);
        }
    }

    /// The mean along the axes, which stay with extent 1 when `keepdims` says so.
    @Format("$input `axes` $axes (`keepdims` $keepdims^)? attr-dict `:` functional-type(operands, results)")
    record ReduceMean(@Is(Numeric.class) Value input, @Is(NonNegative.class) long[] axes, boolean keepdims, @Is(Numeric.class) Type result)
        implements Normalization {
        @Override public long[] inferShape() {
            return Shapes.reduce(this);
        }
    }
}
