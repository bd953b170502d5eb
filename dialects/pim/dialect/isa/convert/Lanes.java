package pim.dialect.isa.convert;

/// A vector while a function is computed, and what is known of its elements.
///
/// @param at   where it is
/// @param bits of an element
/// @param min  no element is below
/// @param max  no element is above
record Lanes(Operand at, int bits, long min, long max) {
    /// An operand of the function, of which nothing is known but its width.
    static Lanes given(int number, int bits) {
        return new Lanes(new Operand.Given(number), bits, least(bits), most(bits));
    }

    static long least(int bits) {
        return -1L << bits - 1;
    }

    static long most(int bits) {
        return ~least(bits);
    }

    /// The fewest bits, at least `atLeast`, of elements that hold these values.
    static int fitting(long min, long max, int atLeast) {
        int bits = atLeast;
        while (bits < Long.SIZE && (min < least(bits) || max > most(bits))) bits *= 2;
        return bits;
    }
}
