package pim.dialect.graph.onnx;

import java.util.Arrays;
import java.util.Map;
import pim.dialect.graph.Graph;
import pim.dialect.graph.onnx.Imported.Computed;
import pim.dialect.graph.onnx.Imported.Known;
import pim.ir.Op;
import pim.ir.Value;
import pim.ir.type.Type;
import pim.tensor.MalformedFileException;
import pim.tensor.Storage;
import pim.tensor.Tensor;

/// Operators on elements one by one: activations and arithmetic.
final class Elementwise {
    private Elementwise() {}

    private interface Unary {
        Op of(Node node, Value x) throws MalformedFileException;
    }

    private interface Binary {
        Op of(Value x, Value y, Type result);
    }

    static void addTo(Map<String, Conversion> all) {
        unary(all, "Relu", (_, x) -> new Graph.Relu(x));
        unary(all, "LeakyRelu", (node, x) -> new Graph.LeakyRelu(x, node.decimal("alpha", 0.01f)));
        unary(all, "Clip", Elementwise::clip);
        unary(all, "Sigmoid", (_, x) -> new Graph.Sigmoid(x));
        unary(all, "HardSigmoid", (node, x) -> new Graph.HardSigmoid(x, node.decimal("alpha", 0.2f), node.decimal("beta", 0.5f)));
        unary(all, "HardSwish", (_, x) -> new Graph.HardSwish(x));
        unary(all, "Tanh", (_, x) -> new Graph.Tanh(x));
        binary(all, "Add", Arithmetic.ADD, Graph.Add::new);
        binary(all, "Sub", Arithmetic.SUB, Graph.Sub::new);
        binary(all, "Mul", Arithmetic.MUL, Graph.Mul::new);
        binary(all, "Div", Arithmetic.DIV, Graph.Div::new);
    }

    private static void unary(Map<String, Conversion> all, String operator, Unary op) {
        all.put(operator, (node, emitter) -> emitter.emit(op.of(node, emitter.operand(node.input(0)))));
    }

    private static void binary(Map<String, Conversion> all, String operator, Arithmetic arithmetic, Binary op) {
        all.put(operator, (node, emitter) -> {
            Imported x = node.input(0), y = node.input(1);
            var shape = Arithmetic.broadcast(x.shape(), y.shape());
            if (shape == null) throw node.error("shapes " + Arrays.toString(x.shape()) + " and " + Arrays.toString(y.shape()) + " do not broadcast");
            if (!(x instanceof Known(_, var a) && y instanceof Known(_, var b))) {
                return emitter.emit(op.of(emitter.operand(x), emitter.operand(y), Emitter.type(shape)));
            }
            if (Storage.of(a) != Storage.of(b)) throw node.error("its inputs are of different types, " + Storage.of(a) + " and " + Storage.of(b));
            if (arithmetic == Arithmetic.DIV && Arithmetic.hasIntegerZero(b)) throw node.error("it divides by zero");
            return new Known(node.output(), arithmetic.fold(a, b, shape));
        });
    }

    /// Before operator set 11 the bounds are attributes, since then inputs; one that is missing bounds nothing.
    private static Op clip(Node node, Value x) throws MalformedFileException {
        boolean inputs = node.opset() >= 11;
        float low = inputs ? node.scalar(1, "bounds", -Float.MAX_VALUE) : node.real("min", -Float.MAX_VALUE);
        float high = inputs ? node.scalar(2, "bounds", Float.MAX_VALUE) : node.real("max", Float.MAX_VALUE);
        return new Graph.Clip(x, Node.decimal(low), Node.decimal(high));
    }

    static Computed add(Imported x, Imported y, Emitter emitter) throws MalformedFileException {
        return emitter.emit(new Graph.Add(emitter.operand(x), emitter.operand(y), Emitter.type(Arithmetic.broadcast(x.shape(), y.shape()))));
    }

    /// `x * factor`, at import where `x` is known.
    static Imported scaled(Imported x, float factor, Emitter emitter) throws MalformedFileException {
        if (factor == 1) return x;
        var scalar = new Tensor.Floats(new int[0], new float[] {factor});
        if (x instanceof Known(var name, Tensor.Floats tensor)) {
            return new Known(name + ".times." + factor, Arithmetic.MUL.fold(tensor, scalar, tensor.shape()));
        }
        return emitter.emit(new Graph.Mul(emitter.operand(x), emitter.operand(new Known("factor", scalar)), Emitter.type(x.shape())));
    }
}
