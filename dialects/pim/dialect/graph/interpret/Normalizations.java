package pim.dialect.graph.interpret;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.Value;
import pim.tensor.Tensor;

/// What relates elements to others, or to statistics.
final class Normalizations {
    private Normalizations() {}

    static Tensor of(Graph.Normalization op, Evaluation values) {
        var x = values.of(op.input());
        return switch (op) {
            case Graph.BatchNorm norm -> batchNorm(norm, (Tensor.Floats) x, values);
            case Graph.Softmax softmax -> switch (x) {
                case Tensor.Floats t -> floatVectors(t, (int) softmax.axis(), Normalizations::softmax);
                case Tensor.Ints t -> intVectors(t, (int) softmax.axis(), v -> FixedPoint.softmax(v, fraction(op.input()), fixed(op)));
                case Tensor.Longs _ -> throw unexpected();
            };
            case Graph.Lrn lrn -> switch (x) {
                case Tensor.Floats t -> floatVectors(t, 1, v -> lrn(v, lrn));
                case Tensor.Ints t -> intVectors(t, 1,
                    v -> FixedPoint.lrn(v, fraction(op.input()), lrn.size(), lrn.alpha(), lrn.beta(), lrn.bias(), fixed(op)));
                case Tensor.Longs _ -> throw unexpected();
            };
            case Graph.ReduceMean mean -> mean(mean, x);
        };
    }

    private static IllegalArgumentException unexpected() {
        return new IllegalArgumentException("a network computes with floats and with fixed-point numbers");
    }

    private static int fraction(Value value) {
        return UniformType.of(value.type()).fraction();
    }

    private static UniformType fixed(Graph.Normalization op) {
        return UniformType.of(op.result());
    }

    private static Tensor batchNorm(Graph.BatchNorm op, Tensor.Floats x, Evaluation values) {
        float[] scale = floats(values.of(op.scale())), bias = floats(values.of(op.bias()));
        float[] mean = floats(values.of(op.mean())), variance = floats(values.of(op.variance()));
        int channels = scale.length, inner = Tensor.size(Arrays.copyOfRange(x.shape(), 2, x.shape().length));
        var data = new float[x.size()];
        for (int i = 0; i < data.length; i++) {
            int c = i / inner % channels;
            data[i] = (float) ((x.data()[i] - mean[c]) / Math.sqrt(variance[c] + op.epsilon()) * scale[c] + bias[c]);
        }
        return new Tensor.Floats(x.shape(), data);
    }

    private static float[] floats(Tensor tensor) {
        return ((Tensor.Floats) tensor).data();
    }

    /// The function of each vector along the axis.
    private static Tensor floatVectors(Tensor.Floats x, int axis, UnaryOperator<double[]> function) {
        int extent = x.shape()[axis], inner = Walk.strides(x.shape())[axis];
        var data = new float[x.size()];
        var vector = new double[extent];
        for (int i = 0; i < data.length / Math.max(1, extent); i++) {
            int from = i / inner * inner * extent + i % inner;
            Elements.read(x, from, inner, vector, 0, extent);
            var result = function.apply(vector);
            for (int j = 0; j < extent; j++) data[from + j * inner] = (float) result[j];
        }
        return new Tensor.Floats(x.shape(), data);
    }

    private static Tensor intVectors(Tensor.Ints x, int axis, UnaryOperator<int[]> function) {
        int extent = x.shape()[axis], inner = Walk.strides(x.shape())[axis];
        var data = new int[x.size()];
        var vector = new int[extent];
        for (int i = 0; i < data.length / Math.max(1, extent); i++) {
            int from = i / inner * inner * extent + i % inner;
            for (int j = 0; j < extent; j++) vector[j] = x.data()[from + j * inner];
            var result = function.apply(vector);
            for (int j = 0; j < extent; j++) data[from + j * inner] = result[j];
        }
        return new Tensor.Ints(x.shape(), data);
    }

    private static double[] softmax(double[] x) {
        double max = Arrays.stream(x).max().orElse(0), sum = 0;
        var result = new double[x.length];
        for (int i = 0; i < x.length; i++) sum += result[i] = StrictMath.exp(x[i] - max);
        for (int i = 0; i < x.length; i++) result[i] /= sum;
        return result;
    }

    private static double[] lrn(double[] x, Graph.Lrn op) {
        int before = (int) Math.min((op.size() - 1) / 2, x.length), behind = (int) Math.min(op.size() / 2, x.length);
        var result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double squares = 0;
            for (int j = Math.max(0, i - before); j <= Math.min(x.length - 1, i + behind); j++) squares += x[j] * x[j];
            result[i] = x[i] / StrictMath.pow(op.bias() + op.alpha() / op.size() * squares, op.beta());
        }
        return result;
    }

    private static Tensor mean(Graph.ReduceMean op, Tensor x) {
        var kept = x.shape().clone();
        for (long axis : op.axes()) kept[(int) axis] = 1;
        var group = Walk.broadcast(kept, x.shape());
        var elements = new double[x.size()];
        Elements.read(x, 0, 1, elements, 0, elements.length);
        var result = Elements.zeros(op.result());
        var sums = new double[result.size()];
        for (int i = 0; i < elements.length; i++) sums[group[i]] += elements[i];
        long count = elements.length / Math.max(1, sums.length);
        switch (result) {
            case Tensor.Floats(_, var data) -> {
                for (int i = 0; i < data.length; i++) data[i] = (float) (sums[i] / count);
            }
            case Tensor.Ints(_, var data) -> {
                for (int i = 0; i < data.length; i++) data[i] = FixedPoint.average((long) sums[i], count, fraction(op.input()), fixed(op));
            }
            case Tensor.Longs _ -> throw unexpected();
        }
        return result;
    }
}
