package pim.dialect.inst;

import pim.define.Reader;
import pim.dialect.quant.UniformType;
import pim.ir.AsmWriter;

/// `16:10`: fixed-point numbers of `bits` bits, each standing for itself times `2^-fraction`.
public record Fixed(int bits, int fraction) {
    static Fixed read(Reader in) {
        long bits = in.integer();
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64) throw in.failure("expected 8, 16, 32 or 64 bits, but got " + bits);
        in.literal(":");
        long fraction = in.integer();
        // The sums of products have the fractions of both factors.
        int largest = bits == 64 ? 2 * UniformType.LARGEST_FRACTION : UniformType.LARGEST_FRACTION;
        if (fraction > largest || fraction < -largest)
            throw in.failure("expected a fraction from " + -largest + " to " + largest + ", but got " + fraction);
        return new Fixed((int) bits, (int) fraction);
    }

    public static Fixed of(UniformType type) {
        return new Fixed(type.bits(), type.fraction());
    }

    /// The type of one element; there is none of sums of 64 bits.
    public UniformType type() {
        return new UniformType(bits, fraction);
    }

    public int bytes() {
        return bits / Byte.SIZE;
    }

    void print(AsmWriter out) {
        out.append(bits).append(":").append(fraction);
    }

    @Override public String toString() {
        return bits + ":" + fraction;
    }
}
