package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.Optional;

/// A numeric variable; its value changes as directives match.
final class NumericVariable {
    private final String name;
    private final NumberFormat format;
    private final int definedOnLine;
    private BigInteger value;

    /// @param definedOnLine the line of the directive that defines it, or 0
    NumericVariable(String name, NumberFormat format, int definedOnLine) {
        this.name = name;
        this.format = format;
        this.definedOnLine = definedOnLine;
    }

    String name() {
        return name;
    }

    NumberFormat format() {
        return format;
    }

    int definedOnLine() {
        return definedOnLine;
    }

    Optional<BigInteger> value() {
        return Optional.ofNullable(value);
    }

    /// @param value null to forget the value
    void set(BigInteger value) {
        this.value = value;
    }
}
