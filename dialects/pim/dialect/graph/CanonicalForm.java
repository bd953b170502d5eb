package pim.dialect.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import pim.dialect.graph.Graph.*;
import pim.ir.Op;
import pim.ir.Replacement;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.ShapedType;
import pim.ir.type.Type;
import pim.rewrite.Rewriter;

/// The simplest form of each op. An op between fixed-point types that differ requantises, so it is never dropped; types are compared throughout.
final class CanonicalForm {
    private CanonicalForm() {}

    /// What computes the same more simply; null when nothing does.
    static Replacement of(Graph graph, Rewriter rw) {
        return switch (graph) {
            // x = x
            case Forward op -> op.input();
            case Relu op -> relu(op, rw);
            case Clip op -> clip(op, rw);
            case LeakyRelu op -> leakyRelu(op, rw);

            // x + 0 = 0 + x = x - 0 = x, x * 1 = 1 * x = x / 1 = x
            case Add op -> isSplat(op.rhs(), 0) ? same(op.lhs(), op.result()) : isSplat(op.lhs(), 0) ? same(op.rhs(), op.result()) : null;
            case Sub op -> isSplat(op.rhs(), 0) ? same(op.lhs(), op.result()) : null;
            case Mul op -> isSplat(op.rhs(), 1) ? same(op.lhs(), op.result()) : isSplat(op.lhs(), 1) ? same(op.rhs(), op.result()) : null;
            case Div op -> isSplat(op.rhs(), 1) ? same(op.lhs(), op.result()) : null;

            // the maximum or mean of one element is that element
            case MaxPool op -> isPoint(op.kernel(), op.strides(), op.pads()) ? same(op.input(), op.result()) : null;
            case AveragePool op -> isPoint(op.kernel(), op.strides(), op.pads()) ? same(op.input(), op.result()) : null;
            case GlobalAveragePool op -> same(op.input(), op.result());
            case ReduceMean op -> reduceMean(op, rw);

            case Concat op -> concat(op, rw);
            case Reshape op -> reshape(op, rw);
            case Transpose op -> transpose(op, rw);
            case Slice op -> slice(op, rw);
            case Pad op -> pad(op, rw);

            case Constant _, Conv2d _, Linear _, Matmul _, BatchNorm _, Sigmoid _, HardSigmoid _, HardSwish _, Tanh _, Softmax _, Lrn _ -> null;
        };
    }

    private static Replacement same(Value value, Type type) {
        return value.type().equals(type) ? value : null;
    }

    private static Type element(Type tensor) {
        return ((ShapedType) tensor).element();
    }

    private static boolean isSplat(Value value, double number) {
        return value.op() instanceof Constant(DenseElementsAttr elements, var type) && element(type) == FloatType.F32 && elements.isSplat()
            && elements.toDoubles()[0] == number;
    }

    private static boolean isPoint(long[] kernel, long[] strides, long[] pads) {
        return all(kernel, 1) && all(strides, 1) && all(pads, 0);
    }

    private static boolean all(long[] values, long number) {
        return Arrays.stream(values).allMatch(v -> v == number);
    }

    private static long[] zip(long[] a, long[] b, LongBinaryOperator f) {
        var result = new long[a.length];
        for (int i = 0; i < a.length; i++) result[i] = f.applyAsLong(a[i], b[i]);
        return result;
    }

    // ---- rectifiers: relu is a clip from 0

    private static Replacement relu(Relu op, Rewriter rw) {
        if (!op.input().type().equals(op.result())) return null;
        // max(x, 0) = x where x >= 0
        if (isNeverNegative(op.input().op())) return op.input();
        // max(clip(x, a, b), 0) = clip(x, max(a, 0), max(b, 0))
        return op.input().op() instanceof Clip inner && inner.input().type().equals(op.result())
            ? rw.value(new Clip(inner.input(), Math.max(inner.min(), 0), Math.max(inner.max(), 0), op.result())) : null;
    }

    private static Replacement clip(Clip op, Rewriter rw) {
        if (!op.input().type().equals(op.result())) return null;
        boolean below = op.max() < Float.MAX_VALUE;
        // clip(x, -inf, inf) = x, clip(x, 0, inf) = relu(x)
        if (op.min() <= -Float.MAX_VALUE && !below) return op.input();
        if (op.min() == 0 && !below) return rw.value(new Relu(op.input()));
        double low, high;
        Value x;
        switch (op.input().op()) {
            case Clip inner -> {
                low = inner.min();
                high = inner.max();
                x = inner.input();
            }
            case Relu inner -> {
                low = 0;
                high = Double.POSITIVE_INFINITY;
                x = inner.input();
            }
            case null, default -> {
                return null;
            }
        }
        // clip(clip(x, a, b), c, d) = clip(x, clip(a, c, d), clip(b, c, d))
        return x.type().equals(op.result())
            ? rw.value(new Clip(x, Math.clamp(low, op.min(), op.max()), Math.clamp(high, op.min(), op.max()), op.result())) : null;
    }

    private static Replacement leakyRelu(LeakyRelu op, Rewriter rw) {
        if (!op.input().type().equals(op.result())) return null;
        // 1 * x = x, max(x, 0 * x) = relu(x)
        if (op.alpha() == 1 || isNeverNegative(op.input().op())) return op.input();
        return op.alpha() == 0 ? rw.value(new Relu(op.input())) : null;
    }

    private static boolean isNeverNegative(Op op) {
        return switch (op) {
            case Relu _, Sigmoid _, HardSigmoid _, Softmax _ -> true;
            case Clip clip -> clip.min() >= 0;
            case Conv2d conv -> conv.activation().filter(CanonicalForm::isNeverNegative).isPresent();
            case Linear linear -> linear.activation().filter(CanonicalForm::isNeverNegative).isPresent();
            case null, default -> false;
        };
    }

    private static boolean isNeverNegative(ActivationAttr f) {
        return f.kind() == ActivationAttr.Kind.RELU || f.kind() == ActivationAttr.Kind.CLIP && f.parameters().getFirst() >= 0;
    }

    // ---- means

    private static Replacement reduceMean(ReduceMean op, Rewriter rw) {
        var shape = Shapes.of(op.input());
        var element = element(op.result());
        // the mean along axes of one element is a reshape
        if (Arrays.stream(op.axes()).allMatch(axis -> shape[(int) axis] == 1)) {
            return element.equals(element(op.input().type())) ? rw.value(new Reshape(op.input(), op.result())) : null;
        }
        // the mean along the rows and columns of an image is the global pooling
        var axes = op.axes().clone();
        Arrays.sort(axes);
        if (shape.length != 4 || !Arrays.equals(axes, new long[] {2, 3})) return null;
        var means = rw.value(new GlobalAveragePool(op.input(), RankedTensorType.of(element, shape[0], shape[1], 1, 1)));
        return rw.value(new Reshape(means, op.result()));
    }

    // ---- what moves elements

    private static Replacement concat(Concat op, Rewriter rw) {
        // concat(x) = x
        if (op.inputs().size() == 1) return same(op.inputs().getFirst(), op.result());
        // concat(concat(x, y), z) = concat(x, y, z)
        var element = element(op.result());
        var flat = new ArrayList<Value>();
        for (var input : op.inputs()) {
            boolean sameKind = input.op() instanceof Concat inner && inner.axis() == op.axis() && element(inner.result()).equals(element);
            if (sameKind) flat.addAll(input.definingOp().operands());
            else flat.add(input);
        }
        return flat.size() == op.inputs().size() ? null : rw.value(new Concat(flat, op.axis(), op.result()));
    }

    private static Replacement reshape(Reshape op, Rewriter rw) {
        if (op.input().type().equals(op.result())) return op.input();
        return switch (op.input().op()) {
            // reshape(reshape(x)) = reshape(x)
            case Reshape inner -> rw.value(new Reshape(inner.input(), op.result()));
            // the elements of a constant are in order already
            case Constant constant -> {
                var type = (RankedTensorType) op.result();
                Attribute value = switch (constant.value()) {
                    case DenseElementsAttr a -> new DenseElementsAttr(type, a.raw());
                    case DenseResourceAttr a -> new DenseResourceAttr(a.key(), type);
                    default -> null;
                };
                if (value == null) yield null;
                rw.setLocation(op.input().definingOp().location());
                yield rw.value(new Constant(value, type));
            }
            case null, default -> null;
        };
    }

    private static Replacement transpose(Transpose op, Rewriter rw) {
        var perm = op.perm();
        // transpose(transpose(x, p), q) = transpose(x, p[q])
        if (op.input().op() instanceof Transpose inner) {
            return rw.value(new Transpose(inner.input(), Arrays.stream(perm).map(axis -> inner.perm()[(int) axis]).toArray(), op.result()));
        }
        // where the axes of more than one element stay in order, so do the elements
        var shape = Shapes.of(op.input());
        var moved = Arrays.stream(perm).filter(axis -> shape[(int) axis] != 1).toArray();
        for (int i = 1; i < moved.length; i++) if (moved[i - 1] > moved[i]) return null;
        return rw.value(new Reshape(op.input(), op.result()));
    }

    private static Replacement slice(Slice op, Rewriter rw) {
        // all of x is x
        if (Arrays.equals(Shapes.of(op.input()), op.sizes())) return op.input();
        // element i of a slice of a slice is element a + (c + i * d) * b = (a + c * b) + i * (d * b)
        if (!(op.input().op() instanceof Slice inner)) return null;
        var starts = zip(inner.starts(), zip(op.starts(), inner.steps(), (c, b) -> c * b), Long::sum);
        return rw.value(new Slice(inner.input(), starts, op.sizes(), zip(op.steps(), inner.steps(), (d, b) -> d * b), op.result()));
    }

    private static Replacement pad(Pad op, Rewriter rw) {
        // nothing around x is x
        if (all(op.before(), 0) && all(op.after(), 0)) return op.input();
        // pad(pad(x, a, b, v), c, d, v) = pad(x, a + c, b + d, v)
        return op.input().op() instanceof Pad inner && inner.value() == op.value() ? rw.value(new Pad(inner.input(),
            zip(inner.before(), op.before(), Long::sum), zip(inner.after(), op.after(), Long::sum), op.value(), op.result())) : null;
    }
}
