package pim.dialect.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pim.dialect.quant.UniformType;
import pim.ir.Value;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// What must hold of every network operator: the shape of its result, and that its numbers are either all floats or all fixed-point numbers.
final class GraphVerifier {
    private GraphVerifier() {}

    /// What is wrong with the op, as it reads behind its name; null when nothing is.
    static String verify(Graph op) {
        try {
            long[] expected = op.inferShape(), written = Shapes.of(op.result());
            if (expected != null && !Arrays.equals(expected, written)) {
                return "expects a result of shape " + Shapes.text(expected) + ", but got " + Shapes.text(written);
            }
            elements(op, element(op.result()));
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return null;
    }

    private static void elements(Graph op, Type result) {
        switch (op) {
            case Graph.Constant _ -> {}
            case Graph.Conv2d c -> weighted(c.input(), c.weights(), c.bias(), c.activation(), result);
            case Graph.Linear l -> weighted(l.input(), l.weights(), l.bias(), l.activation(), result);
            case Graph.Matmul m -> alike(result, m.lhs(), m.rhs());
            case Graph.BatchNorm b -> {
                if (result != FloatType.F32) {
                    throw new IllegalArgumentException("expects f32 elements (graph-fold-batch-norm comes first), but got " + result);
                }
                alike(result, b.scale(), b.bias(), b.mean(), b.variance());
            }
            case Graph.Forward f -> same(f.input(), result);
            case Graph.Activation a -> alike(result, a.input());
            case Graph.Binary b -> alike(result, b.lhs(), b.rhs());
            case Graph.Pool p -> alike(result, p.input());
            case Graph.Normalization n -> alike(result, n.input());
            case Graph.Concat c -> alike(result, c.inputs().toArray(Value[]::new));
            case Graph.Rearrangement r -> same(r.input(), result);
        }
    }

    private static Type element(Type type) {
        return ((RankedTensorType) type).element();
    }

    /// Values whose elements are moved, not computed.
    private static void same(Value operand, Type result) {
        if (!element(operand.type()).equals(result)) {
            throw new IllegalArgumentException("expects a result with elements of its operand, " + element(operand.type()) + ", but got " + result);
        }
    }

    /// Values that are computed with: floats, or fixed-point numbers of as many bits as the result.
    private static void alike(Type result, Value... operands) {
        for (var operand : operands) {
            var element = element(operand.type());
            boolean fits = element instanceof UniformType a && result instanceof UniformType b ? a.bits() == b.bits() : element.equals(result);
            if (!fits) throw new IllegalArgumentException("expects operands with elements like " + result + " of the result, but got " + element);
        }
        if (result instanceof UniformType t && t.bits() != 8 && t.bits() != 16) {
            throw new IllegalArgumentException("expects fixed-point numbers of 8 or 16 bits, but got " + t.bits());
        }
    }

    private static void weighted(Value input, Value weights, Optional<Value> bias, Optional<ActivationAttr> activation, Type result) {
        alike(result, input, weights);
        bias.ifPresent(b -> bias(element(b.type()), element(input.type()), element(weights.type())));
        if (activation.isPresent() && !activation.get().kind().isPiecewiseLinear()) {
            throw new IllegalArgumentException("expects an activation that is piecewise linear, one of " + piecewiseLinear() + ", but got "
                + activation.get().kind().spelling());
        }
    }

    private static String piecewiseLinear() {
        return String.join(", ", List.of(ActivationAttr.Kind.values()).stream().filter(ActivationAttr.Kind::isPiecewiseLinear)
            .map(ActivationAttr.Kind::spelling).toList());
    }

    /// A quantised bias is added to the exact sum of products, so it must not be finer than these.
    private static void bias(Type bias, Type input, Type weights) {
        if (!(input instanceof UniformType x && weights instanceof UniformType w)) {
            if (bias != FloatType.F32) throw new IllegalArgumentException("expects a bias with f32 elements, but got " + bias);
            return;
        }
        if (!(bias instanceof UniformType b) || b.bits() != 32) {
            throw new IllegalArgumentException("expects a bias with elements !quant.uniform<i32:f32, ...>, but got " + bias);
        }
        int finest = x.fraction() + w.fraction();
        if (b.fraction() > finest) {
            throw new IllegalArgumentException("expects a bias of at least the scale of the products, 2^" + -finest + ", but got 2^" + -b.fraction());
        }
    }
}
