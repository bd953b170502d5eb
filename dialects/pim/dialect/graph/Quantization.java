package pim.dialect.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pim.define.Builder;
import pim.dialect.graph.Graph.*;
import pim.dialect.graph.Ranges.Range;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.OpOperand;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;

/// Gives each value of a network a fixed-point type that its range fits in, and quantises its constants.
final class Quantization {
    /// Activations and weights need no finer numbers than these: a network that computes with 2^-31 has little to say.
    private static final int FINEST = 31;
    private static final int BIAS_BITS = 32;

    private final int bits, headroom;
    private final Ranges ranges;
    private final Parameters parameters;
    private final Map<Quantized, Value> constants = new HashMap<>();

    private record Quantized(Value constant, UniformType type) {}

    /// @param bits     width of activations and weights
    /// @param headroom bits by which the range of an activation may exceed what was observed
    Quantization(int bits, int headroom, Ranges ranges, Parameters parameters) {
        this.bits = bits;
        this.headroom = headroom;
        this.ranges = ranges;
        this.parameters = parameters;
    }

    /// Quantises a function of floats.
    void apply(Operation function) {
        var body = function.region(0).entry();
        for (var op : body) {
            // A padding beyond all floats is there to lose against each of them: it saturates.
            if (!(op.op() instanceof Pad pad) || Math.abs(pad.value()) >= Float.MAX_VALUE) continue;
            ranges.add(source(pad.input()), new Range(pad.value(), pad.value()));
        }
        for (var argument : body.arguments()) retype(argument, activation(argument, Double.POSITIVE_INFINITY, argument.location()));
        for (var op : body) {
            if (op.op() instanceof Graph graph) quantize(graph, op);
        }
        for (var op : body) if (op.op() instanceof Constant && !op.result().hasUses()) op.erase();
        var inputs = Value.types(body.arguments());
        var results = Value.types(body.terminator().operands());
        function.setAttribute("function_type", new TypeAttr(new FunctionType(inputs, results)));
    }

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
            case Activation f -> retype(op.result(), activation(op, Optional.of(f.function())));
            case Softmax _ -> retype(op.result(), activation(op.result(), 1, op.location()));
            // nothing is computed, so nothing need be rounded
            case Rearrangement _, MaxPool _, Forward _ -> retype(op.result(), UniformType.of(op.operand(0).type()));
            case Binary _, Matmul _, AveragePool _, GlobalAveragePool _, ReduceMean _, Concat _, Lrn _ ->
                retype(op.result(), activation(op, Optional.empty()));
            case BatchNorm _ -> throw new IllegalArgumentException("a batch normalisation has no fixed-point form");
        }
    }

    /// The value whose type another has because its elements are only moved or chosen.
    private static Value source(Value value) {
        return switch (value.op()) {
            case Rearrangement op -> source(op.input());
            case MaxPool op -> source(op.input());
            case Forward op -> source(op.input());
            case null, default -> value;
        };
    }

    // ---- types

    private static void retype(Value value, UniformType element) {
        value.setType(((RankedTensorType) value.type()).withElement(element));
    }

    /// The type of the result of `op`, which ends with applying `f` to numbers of that type.
    private UniformType activation(Operation op, Optional<ActivationAttr> f) {
        var result = op.result();
        double bound = Double.POSITIVE_INFINITY;
        if (f.isPresent()) {
            var p = f.get().parameters();
            switch (f.get().kind()) {
                case CLIP -> bound = Math.max(Math.abs(p.getFirst()), Math.abs(p.get(1)));
                case SIGMOID, HARD_SIGMOID, TANH -> bound = 1;
                case LEAKY_RELU -> {
                    // A negative number must fit before it is multiplied with the slope: what became the least or, by a negative slope, the greatest.
                    double slope = p.getFirst();
                    var range = ranges.of(result);
                    double least = slope > 0 ? range.min() / slope : slope < 0 ? range.max() / slope : 0;
                    if (least < 0) ranges.add(result, new Range(least, 0));
                }
                case RELU, HARD_SWISH -> { }
            }
        }
        return activation(result, bound, op.location());
    }

    /// The type of an activation, of whose absolute value `bound` is a limit known beforehand.
    private UniformType activation(Value value, double bound, Location location) {
        double magnitude = ranges.of(value).magnitude();
        double expected = Math.scalb(magnitude == 0 ? 1 : magnitude, headroom);
        // The bound was rounded to a float where it was computed, and may be exceeded by a padding.
        return new UniformType(bits, fraction(magnitude > Math.nextUp((float) bound) ? expected : Math.min(expected, bound), bits, FINEST, location));
    }

    /// The largest `f`, no larger than `finest`, for which `magnitude * 2^f <= 2^(bits - 1) - 1`.
    private int fraction(double magnitude, int bits, int finest, Location location) {
        if (!(magnitude < Math.scalb(1.0, UniformType.LARGEST_FRACTION / 2))) {
            throw parameters.diagnostics().failure(location,
                "the network computes " + (Double.isNaN(magnitude) ? "NaN, which" : "a number of magnitude " + magnitude + ", which is too large and")
                    + " cannot be quantised");
        }
        int f = Math.min(finest, bits - 1 - Math.getExponent(magnitude));
        while (Math.scalb(magnitude, f) > (1L << bits - 1) - 1) f--;
        return f;
    }

    // ---- constants

    /// Quantises the weights and bias of a convolution or linear layer, whose input has its type already.
    private void product(Operation op, Value weights, Optional<Value> bias) {
        int input = UniformType.of(op.operand(0).type()).fraction();
        var w = floats(op, weights, "weights");
        int f = fraction(Range.of(w).magnitude(), bits, FINEST, op.location());
        if (bias.isPresent()) {
            var b = floats(op, bias.get(), "a bias");
            double magnitude = Range.of(b).magnitude();
            // Brought to the fraction of the products, the bias leaves half of an accumulator, of 32 bits at 8 and of 64 at 16, to their sum.
            f = fraction(magnitude, 4 * bits - 1, input + f, op.location()) - input;
            var type = new UniformType(BIAS_BITS, fraction(magnitude, BIAS_BITS, input + f, op.location()));
            op.setOperand(2, fixedPoint(bias.get(), b, type));
        }
        op.setOperand(1, fixedPoint(weights, w, new UniformType(bits, f)));
    }

    private float[] floats(Operation op, Value value, String what) {
        var floats = parameters.floats(value);
        if (floats != null) return floats;
        throw parameters.diagnostics().failure(op, "expects " + what
            + " from a 'graph.constant' of floats, but got a computed tensor; canonicalize may make a constant of it");
    }

    /// Quantises a constant for what uses it as an operand like any other; products have their own of it.
    private void constant(Operation op) {
        var uses = op.result().uses().stream().filter(use -> !isParameter(use)).toList();
        if (uses.isEmpty()) return;
        var data = floats(op, op.result(), "elements");
        var range = ranges.add(op.result(), Range.of(data));
        var quantized = fixedPoint(op.result(), data, new UniformType(bits, fraction(range.magnitude(), bits, FINEST, op.location())));
        for (var use : uses) use.set(quantized);
    }

    private static boolean isParameter(OpOperand use) {
        return use.index() > 0 && (use.owner().op() instanceof Conv2d || use.owner().op() instanceof Linear);
    }

    private Value fixedPoint(Value constant, float[] data, UniformType type) {
        return constants.computeIfAbsent(new Quantized(constant, type), _ -> {
            var integers = new int[data.length];
            for (int i = 0; i < data.length; i++) integers[i] = FixedPoint.quantize(data[i], type);
            var key = parameters.key(constant) + ".i" + type.bits();
            return parameters.fixedPoint(Builder.before(constant.definingOp()), key, integers, type, Shapes.of(constant));
        });
    }
}
