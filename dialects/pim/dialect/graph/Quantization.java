package pim.dialect.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pim.define.Builder;
import pim.dialect.func.Func;
import pim.dialect.graph.Graph.*;
import pim.dialect.graph.Ranges.Range;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;

/// Gives each value of a network a fixed-point type that its range fits in, and quantises its constants.
///
/// @param bits     width of activations and weights
/// @param headroom bits by which the range of an activation may exceed what was observed
record Quantization(int bits, int headroom, Ranges ranges, Parameters parameters, Map<Value, Range> ofSource, Map<Object, Value> made) {
    /// Finer numbers than these nothing needs, and the fraction of a product must leave room for its integer part.
    private static final int FINEST = 31;
    private static final int BIAS_BITS = 32;

    Quantization(int bits, int headroom, Ranges ranges, Parameters parameters) {
        this(bits, headroom, ranges, parameters, new HashMap<>(), new LinkedHashMap<>());
    }

    void apply(Operation function) {
        var body = function.region(0).entry();
        for (var argument : body.arguments()) ofSource.put(argument, ranges.of(argument));
        for (var op : body) {
            if (op.op() instanceof Graph graph) observe(graph, op.result());
        }
        for (var argument : body.arguments()) retype(argument, activation(argument, Double.POSITIVE_INFINITY, argument.location()));
        for (var op : body) {
            if (op.op() instanceof Graph graph) quantize(graph, op);
        }
        for (var op : body) if (op.op() instanceof Constant && !op.result().hasUses()) op.erase();
        var type = new FunctionType(body.arguments().stream().map(Value::type).toList(), body.terminator().operands().stream().map(Value::type).toList());
        function.setAttribute("function_type", new TypeAttr(type));
    }

    // ---- ranges

    /// What an op only moves or chooses from keeps its type, so that nothing is rounded: the value it all comes from.
    private static Value source(Value value) {
        return switch (value.op()) {
            case Reshape op -> source(op.input());
            case Transpose op -> source(op.input());
            case Slice op -> source(op.input());
            case Pad op -> source(op.input());
            case MaxPool op -> source(op.input());
            case Identity op -> source(op.input());
            case Dropout op -> source(op.input());
            case null, default -> value;
        };
    }

    private void observe(Graph op, Value result) {
        var source = source(result);
        if (source == result) ofSource.put(result, ranges.of(result));
        // A padding beyond all floats is there to lose against each of them; it saturates.
        if (op instanceof Pad pad && Math.abs(pad.value()) < Float.MAX_VALUE) ofSource.merge(source, new Range(pad.value(), pad.value()), Range::with);
    }

    /// The type of an activation, of whose absolute value `bound` is a limit known beforehand.
    private UniformType activation(Value value, double bound, Location location) {
        double magnitude = ofSource.get(value).magnitude();
        return new UniformType(bits, Math.max(fraction(magnitude, bits, location) - headroom, bound > magnitude * Math.scalb(1.0, headroom) ? Integer.MIN_VALUE
            : fraction(bound, bits, location)));
    }

    /// The largest `f` for which `magnitude * 2^f <= 2^(bits - 1) - 1`.
    private int fraction(double magnitude, int bits, Location location) {
        if (!Double.isFinite(magnitude) || magnitude >= Math.scalb(1.0, UniformType.LARGEST_FRACTION / 2)) {
            throw parameters.diagnostics().failure(location, "a value of " + magnitude + " cannot be quantised: the network computes with numbers that are too large");
        }
        double max = (1L << bits - 1) - 1;
        int f = Math.min(FINEST, bits - 1 - Math.getExponent(magnitude));
        while (Math.scalb(magnitude, f) > max) f--;
        return f;
    }

    // ---- ops

    private void quantize(Graph graph, Operation op) {
        switch (graph) {
            case Constant _ -> constant(op);
            case Conv2d conv -> {
                product(op, conv.weights(), conv.bias());
                retype(op.result(), activation(op, conv.activation()));
            }
            case Linear linear -> {
                product(op, linear.weights(), linear.bias());
                retype(op.result(), activation(op, linear.activation()));
            }
            case Relu _ -> retype(op.result(), activation(op, Optional.of(ActivationAttr.RELU)));
            case LeakyRelu leaky -> retype(op.result(), activation(op, Optional.of(ActivationAttr.leakyRelu(leaky.alpha()))));
            case Clip clip -> retype(op.result(), activation(op, Optional.of(ActivationAttr.clip(clip.min(), clip.max()))));
            case Sigmoid _, HardSigmoid _, Tanh _, Softmax _ -> retype(op.result(), activation(op.result(), 1, op.location()));
            case Reshape _, Transpose _, Slice _, Pad _, MaxPool _, Identity _, Dropout _ ->
                retype(op.result(), UniformType.of(op.operand(0).type()));
            case HardSwish _, Add _, Sub _, Mul _, Div _, Matmul _, AveragePool _, GlobalAveragePool _, ReduceMean _, Concat _, Lrn _ ->
                retype(op.result(), activation(op.result(), Double.POSITIVE_INFINITY, op.location()));
            case BatchNorm _ -> throw new IllegalArgumentException("a batch normalisation has no fixed-point form");
        }
    }

    /// The type of what `f`, which may be nothing, makes of a number that was rounded to it before.
    private UniformType activation(Operation op, Optional<ActivationAttr> f) {
        var result = op.result();
        if (f.isEmpty()) return activation(result, Double.POSITIVE_INFINITY, op.location());
        var parameters = f.get().parameters();
        return switch (f.get().kind()) {
            case CLIP -> activation(result, Math.max(Math.abs(parameters.getFirst()), Math.abs(parameters.get(1))), op.location());
            case LEAKY_RELU -> {
                // A negative number must fit before it is multiplied with the slope.
                if (parameters.getFirst() > 0) ofSource.computeIfPresent(result, (_, r) -> r.with(new Range(Math.min(0, r.min()) / parameters.getFirst(), r.max())));
                yield activation(result, Double.POSITIVE_INFINITY, op.location());
            }
            case RELU, SIGMOID, HARD_SIGMOID, HARD_SWISH, TANH -> activation(result, Double.POSITIVE_INFINITY, op.location());
        };
    }

    private static void retype(Value value, UniformType element) {
        value.setType(((RankedTensorType) value.type()).withElement(element));
    }

    // ---- constants

    /// Weights and bias of a convolution or linear layer, whose input has its type already.
    private void product(Operation op, Value weights, Optional<Value> bias) {
        int input = UniformType.of(op.operand(0).type()).fraction();
        var w = floats(op, weights, "weights");
        int f = fraction(Range.of(w).magnitude(), bits, op.location());
        if (bias.isPresent()) {
            var b = floats(op, bias.get(), "bias");
            double magnitude = Range.of(b).magnitude();
            // At the fraction of the products, the bias must leave half of an accumulator, of 32 bits at 8 and of 64 at 16, to their sum.
            f = Math.min(f, fraction(magnitude, bits == 8 ? 31 : 63, op.location()) - input);
            var type = new UniformType(BIAS_BITS, Math.min(input + f, fraction(magnitude, BIAS_BITS, op.location())));
            op.setOperand(2, fixedPoint(op, bias.get(), b, type));
        }
        op.setOperand(1, fixedPoint(op, weights, w, new UniformType(bits, f)));
    }

    private float[] floats(Operation op, Value value, String what) {
        var floats = parameters.floats(value);
        if (floats != null) return floats;
        throw parameters.diagnostics().failure(op.location(), "'" + op.name() + "' op expects " + what + " that are a constant of floats, but they are computed; run canonicalize before graph-quantize");
    }

    /// A constant that something else than a product uses; those of products are made anew for each.
    private void constant(Operation op) {
        var used = op.result().uses().stream().filter(u -> !(u.index() > 0 && (u.owner().op() instanceof Conv2d || u.owner().op() instanceof Linear))).toList();
        if (used.isEmpty()) return;
        var data = parameters.floats(op.result());
        double magnitude = Range.of(data).with(ofSource.get(op.result())).magnitude();
        var type = new UniformType(bits, fraction(magnitude, bits, op.location()));
        var quantized = fixedPoint(op, op.result(), data, type);
        for (var use : used) use.set(quantized);
    }

    private record Made(Value constant, UniformType type) {}

    private Value fixedPoint(Operation before, Value constant, float[] data, UniformType type) {
        return made.computeIfAbsent(new Made(constant, type), _ -> {
            var integers = new int[data.length];
            for (int i = 0; i < data.length; i++) integers[i] = FixedPoint.quantize(data[i], type);
            var builder = Builder.before(constant.definingOp());
            return parameters.fixedPoint(builder, parameters.key(constant) + ".i" + type.bits(), integers, type, Shapes.of(constant));
        });
    }
}
