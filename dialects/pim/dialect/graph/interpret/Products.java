package pim.dialect.graph.interpret;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Value;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.MatrixProduct;
import pim.tensor.Tensor;

/// Convolutions, fully connected layers and products of matrices.
final class Products {
    private Products() {}

    static Tensor of(Graph.Product op, Evaluation values) {
        return switch (op) {
            case Graph.Conv2d conv -> conv(conv, values.of(conv.input()), values.of(conv.weights()),
                sums(conv.input(), conv.weights(), conv.bias(), conv.activation(), conv.result(), values));
            case Graph.Linear linear -> linear(values.of(linear.input()), values.of(linear.weights()),
                sums(linear.input(), linear.weights(), linear.bias(), linear.activation(), linear.result(), values));
            case Graph.Matmul matmul -> matmul(values.of(matmul.lhs()), values.of(matmul.rhs()),
                sums(matmul.lhs(), matmul.rhs(), Optional.empty(), Optional.empty(), matmul.result(), values));
        };
    }

    private static Sums sums(Value x, Value w, Optional<Value> bias, Optional<ActivationAttr> activation, Type result, Evaluation values) {
        return Sums.of(result, fraction(x) + fraction(w), bias.map(values::of).orElse(null), bias.map(Products::fraction).orElse(0), activation);
    }

    private static int fraction(Value value) {
        return ((RankedTensorType) value.type()).element() instanceof UniformType t ? t.fraction() : 0;
    }

    private static Tensor conv(Graph.Conv2d op, Tensor x, Tensor w, Sums sums) {
        int groups = (int) op.groups(), inputs = w.shape()[1], outputs = w.shape()[0] / groups, taps = inputs * w.shape()[2] * w.shape()[3];
        int height = x.shape()[2], width = x.shape()[3];
        int across = sums.tensor().shape()[3], pixels = sums.tensor().shape()[2] * across;
        var each = IntStream.range(0, x.shape()[0] * groups);
        (groups > 1 ? each.parallel() : each).forEach(i -> {
            int sample = i / groups, channel = i % groups * outputs;
            var columns = new ImageColumns(x, i * inputs * height * width, height, width, op.window(), across);
            MatrixProduct.compute(outputs, taps, pixels,
                (row, from, into, count) -> Elements.read(w, (channel + row) * taps + from, 1, into, 0, count), columns,
                (row, from, s, count) -> sums.store(channel + row, (sample * groups * outputs + channel + row) * pixels + from, 1, s, count));
        });
        return sums.tensor();
    }

    private static Tensor linear(Tensor x, Tensor w, Sums sums) {
        int outputs = w.shape()[0], inputs = w.shape()[1];
        MatrixProduct.compute(outputs, inputs, x.size() / inputs,
            (row, from, into, count) -> Elements.read(w, row * inputs + from, 1, into, 0, count),
            (input, from, into, count) -> Elements.read(x, from * inputs + input, inputs, into, 0, count),
            (row, from, s, count) -> sums.store(row, from * outputs + row, outputs, s, count));
        return sums.tensor();
    }

    private static Tensor matmul(Tensor a, Tensor b, Sums sums) {
        int[] shape = sums.tensor().shape(), batches = Arrays.copyOf(shape, shape.length - 2);
        int m = shape[shape.length - 2], n = shape[shape.length - 1], k = a.shape()[a.shape().length - 1];
        int[] ofA = batch(a, batches), ofB = batch(b, batches);
        for (int i = 0; i < ofA.length; i++) {
            int fromA = ofA[i] * m * k, fromB = ofB[i] * k * n, to = i * m * n;
            MatrixProduct.compute(m, k, n, (row, from, into, count) -> Elements.read(a, fromA + row * k + from, 1, into, 0, count),
                (row, from, into, count) -> Elements.read(b, fromB + row * n + from, 1, into, 0, count),
                (row, from, s, count) -> sums.store(0, to + row * n + from, 1, s, count));
        }
        return sums.tensor();
    }

    /// For each matrix of the result the number of the operand's matrix.
    private static int[] batch(Tensor operand, int[] batches) {
        return Walk.broadcast(Arrays.copyOf(operand.shape(), operand.shape().length - 2), batches);
    }
}
