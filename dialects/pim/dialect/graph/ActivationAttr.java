package pim.dialect.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import pim.define.Reader;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.AsmWriter;
import pim.ir.attr.DialectAttr;
import pim.ir.attr.FloatFormat;
import pim.ir.type.FloatType;

/// `#graph.activation<clip, 0.0, 6.0>`: a function of one number, applied to each element. It says what is computed on floats and on fixed-point
/// numbers, and is used at every level.
///
/// @param parameters as many as the kind has
public record ActivationAttr(Kind kind, List<Double> parameters) implements DialectAttr {
    public static final ActivationAttr RELU = of(Kind.RELU), SIGMOID = of(Kind.SIGMOID), TANH = of(Kind.TANH), HARD_SWISH = of(Kind.HARD_SWISH);

    public enum Kind {
        /// `max(x, 0)`
        RELU,
        /// `x`, or `alpha * x` where that is negative
        LEAKY_RELU("alpha"),
        /// `min(max(x, low), high)`
        CLIP("low", "high"),
        /// `1 / (1 + exp(-x))`
        SIGMOID,
        /// `min(max(alpha * x + beta, 0), 1)`
        HARD_SIGMOID("alpha", "beta"),
        /// `x * min(max(x / 6 + 1/2, 0), 1)`
        HARD_SWISH,
        TANH;

        private final List<String> parameters;

        Kind(String... parameters) {
            this.parameters = List.of(parameters);
        }

        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether comparing and scaling integers is enough, so that it can follow the rounding of a sum at once.
        public boolean isPiecewiseLinear() {
            return this == RELU || this == LEAKY_RELU || this == CLIP;
        }
    }

    public ActivationAttr {
        if (parameters.size() != kind.parameters.size()) {
            throw new IllegalArgumentException(kind.spelling() + " has " + kind.parameters.size() + " parameters, but got " + parameters.size());
        }
        parameters = List.copyOf(parameters);
    }

    public static ActivationAttr of(Kind kind, Double... parameters) {
        return new ActivationAttr(kind, List.of(parameters));
    }

    public static ActivationAttr leakyRelu(double alpha) {
        return of(Kind.LEAKY_RELU, alpha);
    }

    public static ActivationAttr clip(double low, double high) {
        return of(Kind.CLIP, low, high);
    }

    public static ActivationAttr hardSigmoid(double alpha, double beta) {
        return of(Kind.HARD_SIGMOID, alpha, beta);
    }

    /// The function of a real number; the same bits on every machine.
    public double apply(double x) {
        return switch (kind) {
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x < 0 ? parameters.getFirst() * x : x;
            case CLIP -> Math.min(Math.max(x, parameters.getFirst()), parameters.get(1));
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case HARD_SIGMOID -> Math.min(Math.max(parameters.getFirst() * x + parameters.get(1), 0), 1);
            case HARD_SWISH -> x * Math.min(Math.max(x / 6 + 0.5, 0), 1);
            case TANH -> StrictMath.tanh(x);
        };
    }

    /// The function from numbers of `from` to numbers of `to`. One that is piecewise linear is applied after requantising.
    public IntUnaryOperator onIntegers(UniformType from, UniformType to) {
        if (!kind.isPiecewiseLinear()) return v -> FixedPoint.quantize(apply(FixedPoint.dequantize(v, from.fraction())), to);
        var within = onIntegers(to);
        return from.equals(to) ? within : v -> within.applyAsInt(FixedPoint.requantize(v, from.fraction(), to));
    }

    /// The numbers `low` to `high` of a type: what is below becomes `low`, then what is above becomes `high`.
    public record Range(int low, int high) {}

    /// The range of numbers of `type` that the function brings all others to, leaving them as they are; empty where it does more.
    public Optional<Range> range(UniformType type) {
        return switch (kind) {
            case RELU -> Optional.of(new Range(0, type.max()));
            case CLIP -> Optional.of(new Range(FixedPoint.quantize(parameters.getFirst(), type), FixedPoint.quantize(parameters.get(1), type)));
            case LEAKY_RELU, SIGMOID, HARD_SIGMOID, HARD_SWISH, TANH -> Optional.empty();
        };
    }

    private IntUnaryOperator onIntegers(UniformType type) {
        return switch (kind) {
            case RELU, CLIP -> {
                var range = range(type).orElseThrow();
                int low = range.low, high = range.high;
                yield v -> Math.min(Math.max(v, low), high);
            }
            case LEAKY_RELU -> {
                long slope = FixedPoint.slope(parameters.getFirst());
                yield v -> FixedPoint.leaky(v, slope, type);
            }
            case SIGMOID, HARD_SIGMOID, HARD_SWISH, TANH -> throw new IllegalArgumentException(kind.spelling() + " is not piecewise linear");
        };
    }

    static ActivationAttr read(Reader reader) {
        reader.literal("<");
        var name = reader.keyword();
        var kind = Arrays.stream(Kind.values()).filter(k -> k.spelling().equals(name)).findFirst().orElseThrow(() -> reader.failure(
            "expected one of " + String.join(", ", Arrays.stream(Kind.values()).map(Kind::spelling).toList()) + ", but got " + name));
        var parameters = kind.parameters.stream().map(_ -> {
            reader.literal(",");
            return reader.number();
        }).toList();
        reader.literal(">");
        return new ActivationAttr(kind, parameters);
    }

    @Override public String dialect() {
        return "graph";
    }

    @Override public String mnemonic() {
        return "activation";
    }

    @Override public void printParameters(AsmWriter out) {
        out.append("<").append(kind.spelling());
        for (double p : parameters) out.append(", ").append(FloatFormat.print(FloatType.F64, FloatFormat.encode(FloatType.F64, p)));
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
