package pim.dialect.isa.convert;

import java.util.ArrayList;
import java.util.List;
import pim.dialect.isa.Opcode;

/// Writes the vector instructions of a function one after the other. It knows between which bounds values are, so that no element overflows and
/// nothing is clamped that needs not be.
final class Sequence {
    private final List<VectorProgram.Step> steps = new ArrayList<>();
    /// Whether vectors have become one element.
    private boolean single;

    private Lanes step(Opcode opcode, Lanes x, Operand y, int out, long min, long max) {
        return step(opcode, x, y, out, min, max, null);
    }

    Lanes step(Opcode opcode, Lanes x, Operand y, int out, long min, long max, long[] fractions) {
        var to = new Operand.Temporary(steps.size());
        steps.add(new VectorProgram.Step(opcode, to, x.at(), y, x.bits(), out, fractions, single));
        return new Lanes(to, out, min, max);
    }

    /// The instructions, the last of which has the result of `bits` bits.
    VectorProgram finish(Lanes result, int bits) {
        var last = steps.isEmpty() ? null : steps.getLast();
        if (last == null || !last.to().equals(result.at()) || last.out() != bits) {
            resize(result, bits);
            last = steps.getLast();
        }
        steps.set(steps.size() - 1, new VectorProgram.Step(last.opcode(), new Operand.Result(), last.x(), last.y(), last.in(), last.out(),
            last.fractions(), last.single()));
        return VectorProgram.of(steps, single);
    }

    /// The same numbers in elements of `bits` bits, which hold them.
    private Lanes resize(Lanes v, int bits) {
        return step(Opcode.VRSU, v, new Operand.Single(Lanes.most(v.bits()), v.bits()), bits, v.min(), v.max());
    }

    Lanes widen(Lanes v, int bits) {
        return v.bits() >= bits ? v : resize(v, bits);
    }

    /// `v * 2^by`, in elements of at least `bits` bits.
    Lanes shiftLeft(Lanes v, int by, int bits) {
        if (by == 0) return widen(v, bits);
        // The arithmetic of fixed-point numbers saturates at 62 bits.
        if (Long.numberOfLeadingZeros(Math.max(v.max(), ~v.min())) < by + 2) throw new Unsupported("needs elements of more than 64 bits");
        long min = v.min() << by, max = v.max() << by;
        return step(Opcode.VVSLL, v, new Operand.Same(by, v.bits()), Lanes.fitting(min, max, Math.max(bits, v.bits())), min, max);
    }

    /// `v * 2^by`, of which elements of `bits` bits keep the low ones.
    Lanes shiftLeftModulo(Lanes v, int by, int bits) {
        return step(Opcode.VVSLL, v, new Operand.Same(by, v.bits()), bits, Lanes.least(bits), Lanes.most(bits));
    }

    /// `floor(v / 2^by)`, in elements of at least `bits` bits.
    Lanes shiftRight(Lanes v, int by, int bits) {
        if (by == 0) return widen(v, bits);
        long min = v.min() >> by, max = v.max() >> by;
        return step(Opcode.VVSRA, v, new Operand.Same(by, v.bits()), Lanes.fitting(min, max, bits), min, max);
    }

    Lanes add(Lanes x, Lanes y) {
        return together(Opcode.VVADD, x, y, saturated(x.min(), y.min()), saturated(x.max(), y.max()));
    }

    Lanes subtract(Lanes x, Lanes y) {
        if (y.min() == Long.MIN_VALUE) throw new Unsupported("needs elements of more than 64 bits");
        return together(Opcode.VVSUB, x, y, saturated(x.min(), -y.max()), saturated(x.max(), -y.min()));
    }

    private static long saturated(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) throw new Unsupported("needs elements of more than 64 bits");
        return sum;
    }

    private Lanes together(Opcode opcode, Lanes x, Lanes y, long min, long max) {
        int bits = Lanes.fitting(min, max, Math.max(x.bits(), y.bits()));
        return step(opcode, widen(x, bits), widen(y, bits).at(), bits, min, max);
    }

    /// The sum, which elements of the operands' width hold.
    Lanes addFitting(Lanes x, Lanes y) {
        return step(Opcode.VVADD, x, y.at(), x.bits(), Lanes.least(x.bits()), Lanes.most(x.bits()));
    }

    private Lanes addConstant(Lanes v, long constant) {
        return step(Opcode.VVADD, v, new Operand.Same(constant, v.bits()), v.bits(), v.min() + constant, v.max() + constant);
    }

    Lanes multiply(Lanes x, Lanes y) {
        int bits = Math.max(x.bits(), y.bits());
        return multiply(widen(x, bits), widen(y, bits).at(), y.min(), y.max());
    }

    Lanes multiply(Lanes x, long factor) {
        var wide = widen(x, Lanes.fitting(factor, factor, x.bits()));
        return multiply(wide, new Operand.Same(factor, wide.bits()), factor, factor);
    }

    private Lanes multiply(Lanes x, Operand y, long least, long most) {
        long min = Long.MAX_VALUE, max = Long.MIN_VALUE;
        for (long a : new long[] {x.min(), x.max()}) {
            for (long b : new long[] {least, most}) {
                long product = product(a, b);
                min = Math.min(min, product);
                max = Math.max(max, product);
            }
        }
        return step(Opcode.VVMUL, x, y, Lanes.fitting(min, max, x.bits()), min, max);
    }

    private static long product(long a, long b) {
        if (Math.multiplyHigh(a, b) != (a * b) >> 63) throw new Unsupported("needs elements of more than 64 bits");
        return a * b;
    }

    Lanes maximum(Lanes x, Lanes y) {
        return step(Opcode.VVMAX, x, y.at(), x.bits(), Math.max(x.min(), y.min()), Math.max(x.max(), y.max()));
    }

    Lanes positive(Lanes v) {
        return step(Opcode.VRELU, v, null, v.bits(), Math.max(v.min(), 0), Math.max(v.max(), 0));
    }

    /// `min(max(v, low), high)`, in elements of at least `bits` bits if anything must be done for it; `low` is not above
    /// `high`.
    Lanes clamp(Lanes v, long low, long high, int bits) {
        boolean above = v.max() > high, below = v.min() < low;
        if (!above && !below) return v;
        long first = below ? low : high, last = above ? high : low;
        var wide = widen(v, Lanes.fitting(Math.min(first, last), Math.max(first, last), v.bits()));
        var upper = wide;
        if (above) {
            long min = Math.min(v.min(), high);
            upper = step(Opcode.VRSU, wide, new Operand.Single(high, wide.bits()), below ? wide.bits() : Lanes.fitting(min, high, bits), min, high);
        }
        if (!below) return upper;
        long max = Math.max(upper.max(), low);
        return step(Opcode.VRSL, upper, new Operand.Single(low, upper.bits()), Lanes.fitting(low, max, bits), low, max);
    }

    /// `min(max(v * 2^-shift, low), high)`, rounded half up, in elements of `bits` bits or in others.
    Lanes requantize(Lanes v, int shift, long low, long high, int bits) {
        if (shift > 63) return clamp(step(Opcode.VVSUB, v, v.at(), v.bits(), 0, 0), low, high, bits);
        if (shift == 0) return clamp(v, low, high, bits);
        if (shift < 0) {
            // What is beyond the bounds by then stays so: an element of which 17 bits are added is 0 or beyond 16 bits.
            int by = Math.min(-shift, 17);
            return clamp(shiftLeft(clamp(v, low >> by, (high >> by) + 1, v.bits()), by, v.bits()), low, high, bits);
        }
        long half = 1L << shift - 1;
        boolean shifts = Math.max(high, ~low) <= Long.MAX_VALUE >> shift;
        if (shifts && Math.min(v.max(), high << shift) <= Lanes.most(v.bits()) - half) {
            return shiftRightTo(addConstant(clamp(v, low << shift, high << shift, v.bits()), half), shift, bits);
        }
        // h - floor(h / 2) is floor((h + 1) / 2), and no number of it is beyond those of h.
        var halves = shiftRight(v, shift - 1, v.bits());
        var down = shiftRight(halves, 1, v.bits());
        long min = halves.min() - down.min(), max = halves.max() - down.max();
        return clamp(step(Opcode.VVSUB, halves, down.at(), v.bits(), min, max), low, high, bits);
    }

    private Lanes shiftRightTo(Lanes v, int by, int bits) {
        return step(Opcode.VVSRA, v, new Operand.Same(by, v.bits()), bits, v.min() >> by, v.max() >> by);
    }

    /// `v / count`, rounded half up.
    Lanes mean(Lanes v, int count) {
        if (count == 1) return v;
        var padded = new Operand.Padded(count, v.bits());
        steps.add(new VectorProgram.Step(Opcode.VRSU, padded, v.at(), new Operand.Single(Lanes.most(v.bits()), v.bits()), v.bits(), v.bits(), null,
            single));
        long min = Math.floorDiv(v.min(), count), max = -Math.floorDiv(-v.max(), count);
        return step(Opcode.VAVG, new Lanes(padded, v.bits(), v.min(), v.max()), null, v.bits(), min, max);
    }

    /// The sum of the elements, of which there are up to `length`, as one element.
    Lanes sum(Lanes v, long length) {
        long min = product(v.min(), length), max = product(v.max(), length);
        var sum = step(Opcode.VVDMUL, v, new Operand.Same(1, v.bits()), Lanes.fitting(min, max, v.bits()), min, max);
        single = true;
        return sum;
    }
}
