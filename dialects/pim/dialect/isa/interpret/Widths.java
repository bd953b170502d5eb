package pim.dialect.isa.interpret;

import pim.dialect.inst.interpret.Fault;

/// The widths of elements in force at a place of a program, in bits.
record Widths(int in, int out) {
    Widths {
        check(in);
        check(out);
    }

    private static void check(int bits) {
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64)
            throw new Fault("sets elements of " + bits + " bits; values are computed of 8, 16, 32 or 64");
    }

    int inBytes() {
        return in / Byte.SIZE;
    }

    int outBytes() {
        return out / Byte.SIZE;
    }
}
