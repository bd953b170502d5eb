package pim.dialect.isa.convert;

/// Where a vector instruction of a function works.
sealed interface Operand {
    /// An operand of the function: 0 or 1.
    record Given(int number) implements Operand {}

    /// What the function is computed for.
    record Result() implements Operand {}

    /// Scratch space.
    record Temporary(int number) implements Operand {}

    /// A vector whose elements, of `bits` bits, are all the same.
    record Same(long value, int bits) implements Operand {}

    /// One element of `bits` bits.
    record Single(long value, int bits) implements Operand {}

    /// Scratch space for a vector with zeros behind it, `count` times as long as the vector in all: the mean of an element and those that are whole
    /// vectors apart is the element divided by `count`.
    record Padded(int count, int bits) implements Operand {}

    /// Whether it is in memory before the function is computed.
    default boolean isConstant() {
        return this instanceof Same || this instanceof Single || this instanceof Padded;
    }

    /// The bytes of a constant for vectors of `length`.
    default long bytes(long length) {
        return switch (this) {
            case Same(_, var bits) -> length * bits / Byte.SIZE;
            case Single(_, var bits) -> bits / Byte.SIZE;
            case Padded(var count, var bits) -> length * count * bits / Byte.SIZE;
            case Given _, Result _, Temporary _ -> throw new IllegalArgumentException(this + " is no constant");
        };
    }
}
