package pim.dialect.graph.interpret;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Value;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// What each op computes on real numbers, written down element by element from its definition and as slowly as that is.
record RealReference(Function<Value, double[]> operands) {
    private static int[] shape(Type type) {
        return Elements.shape(type);
    }

    /// The element of an operand at the coordinates; an axis of extent 1, or one that is missing in front, is broadcast.
    private double at(Value value, int... i) {
        var shape = shape(value.type());
        int index = 0;
        for (int a = 0; a < shape.length; a++) index = index * shape[a] + (shape[a] == 1 ? 0 : i[i.length - shape.length + a]);
        return operands.apply(value)[index];
    }

    private static double[] each(Type type, ToDoubleFunction<int[]> element) {
        var shape = shape(type);
        var result = new double[Tensor.size(shape)];
        var i = new int[shape.length];
        for (int n = 0; n < result.length; n++) {
            result[n] = element.applyAsDouble(i.clone());
            for (int a = shape.length - 1; a >= 0 && ++i[a] == shape[a]; a--) i[a] = 0;
        }
        return result;
    }

    private static int[] with(int[] i, int axis, int value) {
        var changed = i.clone();
        changed[axis] = value;
        return changed;
    }

    double[] of(Graph op) {
        return switch (op) {
            case Graph.Constant _ -> throw new AssertionError();
            case Graph.Conv2d c -> each(c.result(), i -> conv(c, i));
            case Graph.Linear l -> each(l.result(), i -> {
                int last = i.length - 1;
                double sum = l.bias().isPresent() ? at(l.bias().get(), i[last]) : 0;
                for (int k = 0; k < shape(l.weights().type())[1]; k++) sum += at(l.input(), with(i, last, k)) * at(l.weights(), i[last], k);
                return l.activation().isPresent() ? activated(l.activation().get(), sum, l.result()) : sum;
            });
            case Graph.Matmul m -> each(m.result(), i -> {
                double sum = 0;
                int[] a = shape(m.lhs().type());
                for (int k = 0; k < a[a.length - 1]; k++) sum += at(m.lhs(), with(i, i.length - 1, k)) * at(m.rhs(), with(i, i.length - 2, k));
                return sum;
            });
            case Graph.Activation a -> each(a.result(), i -> activated(a.function(), at(a.input(), i), a.result()));
            case Graph.Forward f -> operands.apply(f.input());
            case Graph.Add b -> each(b.result(), i -> at(b.lhs(), i) + at(b.rhs(), i));
            case Graph.Sub b -> each(b.result(), i -> at(b.lhs(), i) - at(b.rhs(), i));
            case Graph.Mul b -> each(b.result(), i -> at(b.lhs(), i) * at(b.rhs(), i));
            case Graph.Div b -> each(b.result(), i -> at(b.lhs(), i) == 0 && at(b.rhs(), i) == 0 ? 0 : at(b.lhs(), i) / at(b.rhs(), i));
            case Graph.Pool p -> each(p.result(), i -> pool(p, i));
            case Graph.BatchNorm n -> each(n.result(), i -> (at(n.input(), i) - at(n.mean(), i[1])) / Math.sqrt(at(n.variance(), i[1]) + n.epsilon())
                * at(n.scale(), i[1]) + at(n.bias(), i[1]));
            case Graph.Softmax s -> each(s.result(), i -> {
                double sum = 0;
                int axis = (int) s.axis();
                for (int k = 0; k < shape(s.result())[axis]; k++) sum += Math.exp(at(s.input(), with(i, axis, k)) - at(s.input(), i));
                return 1 / sum;
            });
            case Graph.Lrn l -> each(l.result(), i -> {
                double squares = 0;
                for (int c = 0; c < shape(l.result())[1]; c++) {
                    boolean near = c >= i[1] - Math.floor((l.size() - 1) / 2.0) && c <= i[1] + Math.ceil((l.size() - 1) / 2.0);
                    if (near) squares += Math.pow(at(l.input(), with(i, 1, c)), 2);
                }
                return at(l.input(), i) / Math.pow(l.bias() + l.alpha() / l.size() * squares, l.beta());
            });
            case Graph.ReduceMean m -> mean(m);
            case Graph.Concat c -> each(c.result(), i -> {
                int axis = (int) c.axis(), k = i[axis], part = 0;
                while (k >= shape(c.inputs().get(part).type())[axis]) k -= shape(c.inputs().get(part++).type())[axis];
                return at(c.inputs().get(part), with(i, axis, k));
            });
            case Graph.Reshape r -> operands.apply(r.input());
            case Graph.Transpose t -> each(t.result(), i -> {
                var from = new int[i.length];
                for (int a = 0; a < i.length; a++) from[(int) t.perm()[a]] = i[a];
                return at(t.input(), from);
            });
            case Graph.Slice s -> each(s.result(), i -> {
                for (int a = 0; a < i.length; a++) i[a] = (int) (s.starts()[a] + i[a] * s.steps()[a]);
                return at(s.input(), i);
            });
            case Graph.Pad p -> each(p.result(), i -> {
                for (int a = 0; a < i.length; a++) {
                    i[a] -= (int) p.before()[a];
                    if (i[a] < 0 || i[a] >= shape(p.input().type())[a]) return p.value();
                }
                return at(p.input(), i);
            });
        };
    }

    /// A piecewise linear function is applied to numbers of the result, which have saturated.
    private static double activated(ActivationAttr function, double x, Type result) {
        if (((RankedTensorType) result).element() instanceof UniformType t && function.kind().isPiecewiseLinear()) {
            x = Math.clamp(x, t.min() * t.scale(), t.max() * t.scale());
        }
        return function.apply(x);
    }

    private double conv(Graph.Conv2d c, int[] i) {
        int[] x = shape(c.input().type()), w = shape(c.weights().type());
        int group = i[1] / (w[0] / (int) c.groups());
        double sum = c.bias().isPresent() ? at(c.bias().get(), i[1]) : 0;
        for (int k = 0; k < w[1]; k++) {
            for (int ky = 0; ky < w[2]; ky++) {
                for (int kx = 0; kx < w[3]; kx++) {
                    int y = (int) (i[2] * c.strides()[0] - c.pads()[0] + ky * c.dilations()[0]);
                    int z = (int) (i[3] * c.strides()[1] - c.pads()[1] + kx * c.dilations()[1]);
                    if (y < 0 || y >= x[2] || z < 0 || z >= x[3]) continue;
                    sum += at(c.input(), i[0], group * w[1] + k, y, z) * at(c.weights(), i[1], k, ky, kx);
                }
            }
        }
        return c.activation().isPresent() ? activated(c.activation().get(), sum, c.result()) : sum;
    }

    private double pool(Graph.Pool p, int[] i) {
        var w = p.window();
        var x = shape(p.input().type());
        double max = Double.NEGATIVE_INFINITY, sum = 0;
        int within = 0, padded = 0;
        for (int ky = 0; ky < w.kernel()[0]; ky++) {
            for (int kx = 0; kx < w.kernel()[1]; kx++) {
                int y = (int) (i[2] * w.strides()[0] - w.pads()[0] + ky * w.dilations()[0]);
                int z = (int) (i[3] * w.strides()[1] - w.pads()[1] + kx * w.dilations()[1]);
                if (y < x[2] + w.pads()[2] && z < x[3] + w.pads()[3]) padded++;
                if (y < 0 || y >= x[2] || z < 0 || z >= x[3]) continue;
                double v = at(p.input(), i[0], i[1], y, z);
                max = Math.max(max, v);
                sum += v;
                within++;
            }
        }
        return switch (p) {
            case Graph.MaxPool _ -> max;
            case Graph.AveragePool a -> sum / (a.countIncludePad() ? padded : within);
            case Graph.GlobalAveragePool _ -> sum / within;
        };
    }

    private double[] mean(Graph.ReduceMean m) {
        var x = shape(m.input().type());
        var kept = x.clone();
        for (long axis : m.axes()) kept[(int) axis] = 1;
        var result = new double[Tensor.size(kept)];
        each(m.input().type(), i -> {
            int index = 0;
            for (int a = 0; a < x.length; a++) index = index * kept[a] + (kept[a] == 1 ? 0 : i[a]);
            return result[index] += at(m.input(), i);
        });
        for (int n = 0; n < result.length; n++) result[n] /= (double) Tensor.size(x) / result.length;
        return result;
    }
}
