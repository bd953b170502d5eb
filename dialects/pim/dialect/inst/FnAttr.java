package pim.dialect.inst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pim.define.Reader;
import pim.dialect.graph.ActivationAttr;
import pim.ir.AsmWriter;
import pim.ir.attr.DialectAttr;

/// `#inst.fn<add (16:10, 16:11) -> 16:9>`: a function of the vector unit, with the fixed-point numbers it takes and gives, so that an instruction
/// says all about its result.
///
/// @param activation of [Kind#REQUANTIZE] (piecewise linear, on the result) and [Kind#ACTIVATE], else empty
/// @param parameters of [Kind#AVERAGE] the count, of [Kind#LRN] size, alpha, beta and bias; else none
public record FnAttr(Kind kind, Fixed a, Optional<Fixed> b, Fixed to, Optional<ActivationAttr> activation, List<Double> parameters)
    implements DialectAttr {
    /// What the function does with each element, or with the vector as a whole.
    public enum Kind {
        /// `a + b`, exactly, `b` brought to the fraction of `a`: partial sums, biases, the sums of averages.
        ACCUMULATE(2),
        /// Rounds to the fraction and width of the result, saturating, then an activation.
        REQUANTIZE(1),
        ADD(2), SUB(2), MUL(2), DIV(2), MAX(2),
        /// A function of one element.
        ACTIVATE(1),
        /// A sum divided by how many there were.
        AVERAGE(1, "count"),
        /// Of the whole vector.
        SOFTMAX(1),
        /// Local response normalisation over the whole vector.
        LRN(1, "size", "alpha", "beta", "bias"),
        /// One element, the mean of the whole vector.
        MEAN(1);

        private final int operands;
        private final List<String> parameters;

        Kind(int operands, String... parameters) {
            this.operands = operands;
            this.parameters = List.of(parameters);
        }

        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether each element of the result depends on that element of the operands alone, so that the vector may be cut.
        public boolean elementwise() {
            return this != SOFTMAX && this != LRN && this != MEAN;
        }
    }

    public static FnAttr of(Kind kind, Fixed a, Fixed to) {
        return new FnAttr(kind, a, Optional.empty(), to, Optional.empty(), List.of());
    }

    public static FnAttr of(Kind kind, Fixed a, Fixed b, Fixed to) {
        return new FnAttr(kind, a, Optional.of(b), to, Optional.empty(), List.of());
    }

    public FnAttr with(Optional<ActivationAttr> activation) {
        return new FnAttr(kind, a, b, to, activation, parameters);
    }

    public FnAttr with(Double... parameters) {
        return new FnAttr(kind, a, b, to, activation, List.of(parameters));
    }

    /// How many elements come out of vectors of `length`.
    public long results(long length) {
        return kind == Kind.MEAN ? 1 : length;
    }

    static FnAttr read(Reader in) {
        in.literal("<");
        var name = in.keyword();
        var kind = Arrays.stream(Kind.values()).filter(k -> k.spelling().equals(name)).findFirst()
            .orElseThrow(() -> in.failure("expected a function of the vector unit, one of "
                + String.join(", ", Arrays.stream(Kind.values()).map(Kind::spelling).toList())
                + ", but got " + name));
        in.literal("(");
        var a = Fixed.read(in);
        Optional<Fixed> b = Optional.empty();
        if (kind.operands == 2) {
            in.literal(",");
            b = Optional.of(Fixed.read(in));
        }
        in.literal(")");
        in.literal("->");
        var to = Fixed.read(in);
        var parameters = new ArrayList<Double>();
        for (var parameter : kind.parameters) {
            in.literal(",");
            in.literal(parameter);
            parameters.add(in.number());
        }
        Optional<ActivationAttr> activation = Optional.empty();
        if (in.tryLiteral(",")) {
            if (!(in.attribute() instanceof ActivationAttr function)) throw in.failure("expected the attribute of an activation");
            activation = Optional.of(function);
        }
        var fn = new FnAttr(kind, a, b, to, activation, parameters);
        var wrong = fn.wrong();
        if (wrong != null) throw in.failure(wrong);
        in.literal(">");
        return fn;
    }

    private String wrong() {
        for (int i = 0; i < parameters.size(); i++) {
            if (!Double.isFinite(parameters.get(i))) return kind.parameters.get(i) + " must be finite, but is " + parameters.get(i);
        }
        if (activation.isPresent() && kind != Kind.REQUANTIZE && kind != Kind.ACTIVATE) return "a function " + kind.spelling() + " has no activation";
        if (activation.isEmpty() && kind == Kind.ACTIVATE) return "expected an activation";
        boolean sums = kind == Kind.ACCUMULATE;
        var bits = sums ? "32 or 64 bits" : "8 or 16 bits";
        if (sums != to.bits() > 16) return "expected a result of " + bits + " of " + kind.spelling() + ", but got " + to;
        if (sums && !a.equals(to)) return "expected sums like the result " + to + ", but got " + a;
        boolean wide = sums || kind == Kind.REQUANTIZE || kind == Kind.AVERAGE;
        if (!wide && (a.bits() > 32 || b.isPresent() && b.get().bits() > 32)) {
            return "expected operands of up to 32 bits of " + kind.spelling() + ", but got " + (a.bits() > 32 ? a : b.get());
        }
        if (kind == Kind.MAX && !(a.equals(to) && b.orElseThrow().equals(to))) return "expected operands of max like the result " + to;
        return null;
    }

    @Override public String dialect() {
        return "inst";
    }

    @Override public String mnemonic() {
        return "fn";
    }

    @Override public void printParameters(AsmWriter out) {
        out.append("<").append(kind.spelling()).append(" (");
        a.print(out);
        b.ifPresent(second -> second.print(out.append(", ")));
        out.append(") -> ");
        to.print(out);
        for (int i = 0; i < parameters.size(); i++) {
            double value = parameters.get(i);
            out.append(", ").append(kind.parameters.get(i)).append(" ");
            if (value == (long) value) out.append((long) value);
            else out.append(Double.toString(value));
        }
        activation.ifPresent(f -> out.append(", ").attribute(f));
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
