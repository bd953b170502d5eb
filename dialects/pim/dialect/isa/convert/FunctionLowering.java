package pim.dialect.isa.convert;

import pim.dialect.graph.ActivationAttr;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.isa.Opcode;
import pim.dialect.quant.FixedPoint;

/// The vector instructions that compute the same integers as a function of `inst` does.
final class FunctionLowering {
    private final FnAttr fn;
    private final Sequence sequence = new Sequence();
    private final Lanes a, b;

    private FunctionLowering(FnAttr fn) {
        this.fn = fn;
        a = Lanes.given(0, fn.a().bits());
        b = fn.b().map(numbers -> Lanes.given(1, numbers.bits())).orElse(null);
    }

    /// The program of a function of vectors of `length` elements.
    ///
    /// @throws Unsupported when there is none
    static VectorProgram of(FnAttr fn, long length) {
        var lowering = new FunctionLowering(fn);
        return lowering.sequence.finish(lowering.result(length), fn.to().bits());
    }

    private Lanes result(long length) {
        return switch (fn.kind()) {
            case ACCUMULATE -> accumulate();
            case REQUANTIZE -> fn.activation().map(this::piecewise).orElseGet(() -> requantize(a, fn.a().fraction()));
            case ACTIVATE -> activate(fn.activation().orElseThrow());
            case ADD, SUB -> sum();
            case MUL -> requantize(sequence.multiply(a, b), fn.a().fraction() + second().fraction());
            case MAX -> sequence.maximum(a, b);
            case AVERAGE -> average(a, (long) (double) fn.parameters().getFirst());
            case MEAN -> average(sum(length), length);
            case DIV -> throw new Unsupported("divides by computed numbers, for which there is no instruction; multiply by the reciprocal of a"
                + " constant");
            case SOFTMAX, LRN -> throw new Unsupported("computes " + fn.kind().spelling() + ", for which there are no instructions; end the network"
                + " before it and compute it on the host");
        };
    }

    private Fixed second() {
        return fn.b().orElseThrow();
    }

    /// A number that is a sum or product, of that fraction, to one of the result.
    private Lanes requantize(Lanes v, int fraction) {
        var to = fn.to().type();
        return sequence.requantize(v, fraction - to.fraction(), to.min(), to.max(), to.bits());
    }

    /// `a + b * 2^(fa - fb)`. The sum fits, so that elements which keep the low bits of what is added to it do.
    private Lanes accumulate() {
        int shift = fn.a().fraction() - second().fraction(), bits = fn.to().bits();
        if (shift > 0 && b.bits() - 1 + shift > 62) throw new Unsupported("needs elements of more than 64 bits");
        var term = shift > 0 ? sequence.shiftLeftModulo(b, shift, bits)
            : shift == 0 ? b : sequence.requantize(b, -shift, Lanes.least(b.bits()), Lanes.most(b.bits()), b.bits());
        if (term.bits() > bits) throw new Unsupported("adds " + second() + " to narrower " + fn.a());
        return sequence.addFitting(a, sequence.widen(term, bits));
    }

    private Lanes sum() {
        int fraction = Math.max(fn.a().fraction(), second().fraction());
        var x = sequence.shiftLeft(a, fraction - fn.a().fraction(), a.bits());
        var y = sequence.shiftLeft(b, fraction - second().fraction(), b.bits());
        return requantize(fn.kind() == FnAttr.Kind.ADD ? sequence.add(x, y) : sequence.subtract(x, y), fraction);
    }

    private Lanes activate(ActivationAttr function) {
        return switch (function.kind()) {
            case RELU, CLIP, LEAKY_RELU -> piecewise(function);
            case TANH -> real(Opcode.VTANH);
            case SIGMOID -> real(Opcode.VSIGM);
            case HARD_SIGMOID, HARD_SWISH -> throw new Unsupported("computes " + function.kind().spelling()
                + ", which rounds half to even as no instruction does; train with sigmoid or clip instead");
        };
    }

    private Lanes real(Opcode opcode) {
        var to = fn.to().type();
        return sequence.step(opcode, a, null, to.bits(), to.min(), to.max(), new long[] {fn.a().fraction(), to.fraction()});
    }

    /// Requantises, then bounds or scales. `requantize` never decreases and maps numbers of the result to themselves, so that bounding its argument
    /// bounds it.
    private Lanes piecewise(ActivationAttr function) {
        var to = fn.to().type();
        int shift = fn.a().fraction() - to.fraction();
        return switch (function.kind()) {
            case RELU -> sequence.requantize(a, shift, 0, to.max(), to.bits());
            case CLIP -> {
                int low = FixedPoint.quantize(function.parameters().getFirst(), to), high = FixedPoint.quantize(function.parameters().get(1), to);
                yield sequence.requantize(a, shift, Math.min(low, high), high, to.bits());
            }
            case LEAKY_RELU -> leaky(requantize(a, fn.a().fraction()), FixedPoint.slope(function.parameters().getFirst()));
            default -> throw new IllegalArgumentException(function + " is not piecewise linear");
        };
    }

    /// `max(v, 0) + saturate(round(min(v, 0) * slope))`, of which one is zero.
    private Lanes leaky(Lanes v, long slope) {
        var to = fn.to().type();
        var positive = sequence.positive(v);
        var negative = sequence.subtract(v, positive);
        var scaled = sequence.requantize(sequence.multiply(new Lanes(negative.at(), negative.bits(), v.min(), 0), slope), FixedPoint.SLOPE_FRACTION,
            to.min(), to.max(), v.bits());
        int bits = Math.max(positive.bits(), scaled.bits());
        return sequence.addFitting(sequence.widen(positive, bits), sequence.widen(scaled, bits));
    }

    private Lanes sum(long length) {
        if (length > MachineBuilder.LARGEST_FIELD) {
            throw new Unsupported("adds " + length + " elements, but an instruction works on up to " + MachineBuilder.LARGEST_FIELD);
        }
        return sequence.sum(a, length);
    }

    /// `floor((2 * sum * 2^s + count) / (2 * count))` with `s` the fraction that is won. A fraction that is lost, `k = -s`, makes it
    /// `floor((2 * u + 2 * count) / (4 * count))`, `u = floor(sum / 2^(k - 1))`: the mean of `u` over twice as many.
    private Lanes average(Lanes sum, long count) {
        var to = fn.to().type();
        int won = to.fraction() - fn.a().fraction();
        int times = won < 0 ? 2 : 1;
        if (count < 1 || count > MachineBuilder.LARGEST_FIELD / times) {
            throw new Unsupported("divides by " + (times > 1 ? "2 * " : "") + count + ", but an instruction takes the mean of 1 to "
                + MachineBuilder.LARGEST_FIELD + " elements; pool in two steps");
        }
        // Sums whose mean is beyond the result's range stay so.
        long most = (to.max() + 2L) * count;
        var bounded = won <= 0 ? sum : sequence.clamp(sum, -most, most, sum.bits());
        var scaled = won < 0 ? sequence.shiftRight(bounded, Math.min(-won - 1, 63), bounded.bits())
            : sequence.shiftLeft(bounded, won, bounded.bits());
        return sequence.clamp(sequence.mean(scaled, (int) count * times), to.min(), to.max(), to.bits());
    }
}
