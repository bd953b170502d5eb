package pim.dialect.graph.interpret;

import java.util.Arrays;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.tensor.Tensor;

/// What brings elements to other places.
final class Layouts {
    private Layouts() {}

    static Tensor of(Graph.Layout op, Evaluation values) {
        return switch (op) {
            case Graph.Concat concat -> concat(concat, values);
            case Graph.Reshape reshape -> values.of(reshape.input()).reshaped(Elements.shape(reshape.result()));
            case Graph.Transpose transpose -> {
                var x = values.of(transpose.input());
                var strides = Walk.strides(x.shape());
                yield gather(x, Elements.shape(transpose.result()), Arrays.stream(transpose.perm()).mapToInt(a -> strides[(int) a]).toArray(), 0);
            }
            case Graph.Slice slice -> slice(slice, values.of(slice.input()));
            case Graph.Pad pad -> pad(pad, values.of(pad.input()));
        };
    }

    private static Tensor slice(Graph.Slice op, Tensor x) {
        var strides = Walk.strides(x.shape());
        int offset = 0;
        for (int a = 0; a < strides.length; a++) {
            offset += (int) op.starts()[a] * strides[a];
            strides[a] *= (int) op.steps()[a];
        }
        return gather(x, Elements.shape(op.result()), strides, offset);
    }

    private static Tensor gather(Tensor x, int[] shape, int[] strides, int offset) {
        var indices = Walk.indices(shape, strides, offset);
        return switch (x) {
            case Tensor.Floats(_, var from) -> {
                var data = new float[indices.length];
                for (int i = 0; i < data.length; i++) data[i] = from[indices[i]];
                yield new Tensor.Floats(shape, data);
            }
            case Tensor.Ints(_, var from) -> {
                var data = new int[indices.length];
                for (int i = 0; i < data.length; i++) data[i] = from[indices[i]];
                yield new Tensor.Ints(shape, data);
            }
            case Tensor.Longs _ -> throw unexpected();
        };
    }

    private static IllegalArgumentException unexpected() {
        return new IllegalArgumentException("a network computes with floats and with fixed-point numbers");
    }

    private static Tensor pad(Graph.Pad op, Tensor x) {
        var result = Elements.zeros(op.result());
        var strides = Walk.strides(result.shape());
        int offset = 0;
        for (int a = 0; a < strides.length; a++) offset += (int) op.before()[a] * strides[a];
        var indices = Walk.indices(x.shape(), strides, offset);
        switch (result) {
            case Tensor.Floats(_, var data) -> {
                Arrays.fill(data, (float) op.value());
                for (int i = 0; i < indices.length; i++) data[indices[i]] = ((Tensor.Floats) x).data()[i];
            }
            case Tensor.Ints(_, var data) -> {
                Arrays.fill(data, FixedPoint.quantize(op.value(), UniformType.of(op.result())));
                for (int i = 0; i < indices.length; i++) data[indices[i]] = ((Tensor.Ints) x).data()[i];
            }
            case Tensor.Longs _ -> throw unexpected();
        }
        return result;
    }

    private static Tensor concat(Graph.Concat op, Evaluation values) {
        var result = Elements.zeros(op.result());
        int axis = (int) op.axis(), inner = Walk.strides(result.shape())[axis], block = result.shape()[axis] * inner, at = 0;
        for (var input : op.inputs()) {
            var x = values.of(input);
            int run = x.shape()[axis] * inner;
            for (int from = 0, to = at; from < x.size(); from += run, to += block) {
                switch (result) {
                    case Tensor.Floats(_, var data) -> System.arraycopy(((Tensor.Floats) x).data(), from, data, to, run);
                    case Tensor.Ints(_, var data) -> {
                        int fraction = UniformType.of(input.type()).fraction();
                        requantize(((Tensor.Ints) x).data(), from, fraction, data, to, run, UniformType.of(op.result()));
                    }
                    case Tensor.Longs _ -> throw unexpected();
                }
            }
            at += run;
        }
        return result;
    }

    private static void requantize(int[] x, int from, int fraction, int[] result, int to, int count, UniformType type) {
        for (int i = 0; i < count; i++) result[to + i] = FixedPoint.requantize(x[from + i], fraction, type);
    }
}
