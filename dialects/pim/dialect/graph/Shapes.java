package pim.dialect.graph;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import pim.dialect.graph.Graph.BatchNorm;
import pim.dialect.graph.Graph.Conv2d;
import pim.dialect.graph.Graph.Linear;
import pim.dialect.graph.Graph.Pad;
import pim.dialect.graph.Graph.Pool;
import pim.dialect.graph.Graph.ReduceMean;
import pim.dialect.graph.Graph.Reshape;
import pim.dialect.graph.Graph.Slice;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// The shape of each op's result. What does not fit together is an [IllegalArgumentException] that reads behind `'graph.x' op `.
public final class Shapes {
    private Shapes() {}

    public static long[] of(Value value) {
        return of(value.type());
    }

    public static long[] of(Type type) {
        return ((RankedTensorType) type).shape().toLongs();
    }

    static String verifyConstant(Attribute value, Type result) {
        var type = ConstantValue.type(value);
        if (type == null) return "expects its value to be dense elements or a dense resource, but got " + value;
        return type.equals(result) ? null : "expects its result to have the type of its value, '" + type + "', but got '" + result + "'";
    }

    static long[] batchNorm(BatchNorm op) {
        var shape = of(op.input());
        check(shape.length >= 2, "expects an input of two axes or more, but got shape " + text(shape));
        for (var parameter : List.of(op.scale(), op.bias(), op.mean(), op.variance())) {
            check(Arrays.equals(of(parameter), new long[] {shape[1]}),
                "expects a parameter for each of the " + shape[1] + " channels, but got shape " + text(of(parameter)));
        }
        return shape;
    }

    static long[] reshape(Reshape op) {
        long from = product(of(op.input())), to = product(of(op.result()));
        check(from == to, "expects a result of " + from + " elements, but got " + to);
        return of(op.result());
    }

    static long[] conv2d(Conv2d op) {
        var input = image(of(op.input()));
        var weights = of(op.weights());
        check(weights.length == 4, "expects weights of four axes [O, I/groups, kh, kw], but got shape " + text(weights));
        lengths(2, op.strides(), "strides");
        lengths(4, op.pads(), "pads");
        lengths(2, op.dilations(), "dilations");
        check(input[1] == weights[1] * op.groups(), "expects an input of " + weights[1] * op.groups() + " channels (weights of " + weights[1]
            + " in each of " + op.groups() + " groups), but got " + input[1]);
        check(weights[0] % op.groups() == 0, "expects output channels that " + op.groups() + " groups can share, but got " + weights[0]);
        op.bias().ifPresent(b -> bias(of(b), weights[0]));
        var out = window(input, new long[] {weights[2], weights[3]}, op.strides(), op.pads(), op.dilations());
        return new long[] {input[0], weights[0], out[2], out[3]};
    }

    static long[] linear(Linear op) {
        var input = of(op.input());
        var weights = of(op.weights());
        check(weights.length == 2, "expects weights of two axes [O, K], but got shape " + text(weights));
        boolean fits = input.length > 0 && input[input.length - 1] == weights[1];
        check(fits, "expects a last axis of " + weights[1] + " elements, but got shape " + text(input));
        op.bias().ifPresent(b -> bias(of(b), weights[0]));
        var out = input.clone();
        out[out.length - 1] = weights[0];
        return out;
    }

    private static void bias(long[] bias, long outputs) {
        check(Arrays.equals(bias, new long[] {outputs}), "expects a bias of shape " + outputs + ", but got " + text(bias));
    }

    static long[] matmul(long[] lhs, long[] rhs) {
        check(lhs.length >= 2 && rhs.length >= 2, "expects operands of two axes or more, but got shapes " + text(lhs) + " and " + text(rhs));
        int l = lhs.length, r = rhs.length;
        check(lhs[l - 1] == rhs[r - 2], "expects " + lhs[l - 1] + " rows of the right operand, but got shape " + text(rhs));
        var batch = broadcast(Arrays.copyOf(lhs, l - 2), Arrays.copyOf(rhs, r - 2));
        var out = Arrays.copyOf(batch, batch.length + 2);
        out[batch.length] = lhs[l - 2];
        out[batch.length + 1] = rhs[r - 1];
        return out;
    }

    /// NumPy's rule: shapes are aligned at their ends, and an extent of 1 is repeated.
    public static long[] broadcast(long[] a, long[] b) {
        int rank = Math.max(a.length, b.length);
        var out = new long[rank];
        for (int i = 0; i < rank; i++) {
            long x = i < rank - a.length ? 1 : a[i - rank + a.length], y = i < rank - b.length ? 1 : b[i - rank + b.length];
            check(x == y || x == 1 || y == 1, "expects operands that can be broadcast, but got shapes " + text(a) + " and " + text(b));
            out[i] = x == 1 ? y : x;
        }
        return out;
    }

    /// `floor((extent + pads - dilation * (kernel - 1) - 1) / stride) + 1` along each side of the image.
    static long[] window(long[] shape, long[] kernel, long[] strides, long[] pads, long[] dilations) {
        var input = image(shape);
        lengths(2, kernel, "kernel");
        lengths(2, strides, "strides");
        lengths(4, pads, "pads");
        lengths(2, dilations, "dilations");
        var out = new long[] {input[0], input[1], 0, 0};
        for (int i = 0; i < 2; i++) {
            long padded = input[2 + i] + pads[i] + pads[2 + i], reach = dilations[i] * (kernel[i] - 1) + 1;
            check(padded >= reach, "expects a window no larger than the padded image, but a side of " + reach + " does not fit in " + padded);
            out[2 + i] = (padded - reach) / strides[i] + 1;
        }
        return out;
    }

    /// As many windows as fit along each axis; where a result is there that has more, as many as begin before the padding ends.
    static long[] pool(Pool op) {
        var w = op.window();
        var out = window(of(op.input()), w.kernel(), w.strides(), w.pads(), w.dilations());
        var result = op.result() == null ? out : of(op.result());
        for (int axis = 0; axis < 2 && result.length == 4; axis++) {
            long begun = w.countBegun(axis, of(op.input())[2 + axis]);
            if (result[2 + axis] == begun) out[2 + axis] = begun;
        }
        return out;
    }

    static long[] globalPool(long[] shape) {
        return new long[] {image(shape)[0], shape[1], 1, 1};
    }

    static long[] concat(List<long[]> shapes, long axis) {
        check(!shapes.isEmpty(), "expects at least one input");
        var out = axis(shapes.getFirst(), axis).clone();
        out[(int) axis] = 0;
        for (var shape : shapes) {
            var rest = shape.clone();
            if (rest.length == out.length) rest[(int) axis] = out[(int) axis];
            check(Arrays.equals(rest, out), "expects inputs that agree but for axis " + axis + ", but got shapes "
                + shapes.stream().map(Shapes::text).collect(Collectors.joining(", ")));
            out[(int) axis] += shape[(int) axis];
        }
        return out;
    }

    static long[] transpose(long[] shape, long[] perm) {
        var sorted = perm.clone();
        Arrays.sort(sorted);
        boolean permutation = perm.length == shape.length;
        for (int i = 0; permutation && i < sorted.length; i++) permutation = sorted[i] == i;
        check(permutation, "expects perm to hold each of " + shape.length + " axes once, but got " + Arrays.toString(perm));
        return Arrays.stream(perm).map(p -> shape[(int) p]).toArray();
    }

    static long[] slice(Slice op) {
        var shape = of(op.input());
        lengths(shape.length, op.starts(), "starts");
        lengths(shape.length, op.sizes(), "sizes");
        lengths(shape.length, op.steps(), "steps");
        for (int i = 0; i < shape.length; i++) {
            long last = op.starts()[i] + (op.sizes()[i] - 1) * op.steps()[i];
            check(last < shape[i], "expects a slice within the input, but element " + last + " of axis " + i + " is beyond its " + shape[i]);
        }
        return op.sizes();
    }

    static long[] pad(Pad op) {
        var shape = of(op.input());
        lengths(shape.length, op.before(), "before");
        lengths(shape.length, op.after(), "after");
        var out = new long[shape.length];
        for (int i = 0; i < out.length; i++) out[i] = shape[i] + op.before()[i] + op.after()[i];
        return out;
    }

    static long[] reduce(ReduceMean op) {
        var shape = of(op.input());
        for (long axis : op.axes()) axis(shape, axis);
        check(Arrays.stream(op.axes()).distinct().count() == op.axes().length, "expects each axis once, but got " + Arrays.toString(op.axes()));
        var reduced = Arrays.stream(op.axes()).boxed().collect(Collectors.toSet());
        return LongStream.range(0, shape.length).filter(i -> op.keepdims() || !reduced.contains(i))
            .map(i -> reduced.contains(i) ? 1 : shape[(int) i]).toArray();
    }

    /// The shape, which must have the axis.
    static long[] axis(long[] shape, long axis) {
        check(axis < shape.length, "expects an axis below " + shape.length + ", but got " + axis);
        return shape;
    }

    private static long[] image(long[] shape) {
        check(shape.length == 4, "expects an image of four axes [N, C, H, W], but got shape " + text(shape));
        return shape;
    }

    private static void lengths(int expected, long[] values, String name) {
        check(values.length == expected, "expects " + expected + " " + name + ", but got " + values.length);
    }

    private static void check(boolean condition, String message) {
        if (!condition) throw new IllegalArgumentException(message);
    }

    private static long product(long[] shape) {
        long product = 1;
        for (long size : shape) product = Math.multiplyExact(product, size);
        return product;
    }

    static String text(long[] shape) {
        if (shape.length == 0) return "a scalar";
        var text = new StringJoiner("x");
        for (long size : shape) text.add(Long.toString(size));
        return text.toString();
    }
}
