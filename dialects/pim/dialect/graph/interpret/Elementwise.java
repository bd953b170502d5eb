package pim.dialect.graph.interpret;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.tensor.Tensor;

/// Functions of each element, and of each pair of elements.
final class Elementwise {
    private Elementwise() {}

    static Tensor activation(Graph.Activation op, Tensor x) {
        var function = op.function();
        var result = Elements.zeros(op.result());
        switch (result) {
            case Tensor.Floats(_, var to) -> {
                var from = ((Tensor.Floats) x).data();
                for (int i = 0; i < to.length; i++) to[i] = (float) function.apply(from[i]);
            }
            case Tensor.Ints(_, var to) -> {
                var from = ((Tensor.Ints) x).data();
                var onIntegers = function.onIntegers(UniformType.of(op.input().type()), UniformType.of(op.result()));
                for (int i = 0; i < to.length; i++) to[i] = onIntegers.applyAsInt(from[i]);
            }
            case Tensor.Longs _ -> throw new IllegalArgumentException("a network has no results of 64 bits");
        }
        return result;
    }

    static Tensor binary(Graph.Binary op, Tensor a, Tensor b) {
        var result = Elements.zeros(op.result());
        int[] atA = indices(a, result), atB = indices(b, result);
        switch (result) {
            case Tensor.Floats(_, var to) -> {
                float[] x = ((Tensor.Floats) a).data(), y = ((Tensor.Floats) b).data();
                var function = onFloats(op);
                for (int i = 0; i < to.length; i++) to[i] = (float) function.applyAsDouble(x[atA == null ? i : atA[i]], y[atB == null ? i : atB[i]]);
            }
            case Tensor.Ints(_, var to) -> {
                int[] x = ((Tensor.Ints) a).data(), y = ((Tensor.Ints) b).data();
                var function = onIntegers(op);
                for (int i = 0; i < to.length; i++) to[i] = function.applyAsInt(x[atA == null ? i : atA[i]], y[atB == null ? i : atB[i]]);
            }
            case Tensor.Longs _ -> throw new IllegalArgumentException("a network has no results of 64 bits");
        }
        return result;
    }

    /// The operand's element for each element of the result; null where it is that of the same number.
    private static int[] indices(Tensor operand, Tensor result) {
        return Arrays.equals(operand.shape(), result.shape()) ? null : Walk.broadcast(operand.shape(), result.shape());
    }

    private static DoubleBinaryOperator onFloats(Graph.Binary op) {
        return switch (op) {
            case Graph.Add _ -> (x, y) -> x + y;
            case Graph.Sub _ -> (x, y) -> x - y;
            case Graph.Mul _ -> (x, y) -> x * y;
            case Graph.Div _ -> (x, y) -> x / y;
        };
    }

    private static IntBinaryOperator onIntegers(Graph.Binary op) {
        UniformType a = UniformType.of(op.lhs().type()), b = UniformType.of(op.rhs().type()), to = UniformType.of(op.result());
        return switch (op) {
            case Graph.Add _ -> (x, y) -> FixedPoint.add(x, a, y, b, to);
            case Graph.Sub _ -> (x, y) -> FixedPoint.sub(x, a, y, b, to);
            case Graph.Mul _ -> (x, y) -> FixedPoint.mul(x, a, y, b, to);
            case Graph.Div _ -> (x, y) -> FixedPoint.div(x, a, y, b, to);
        };
    }
}
