package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Power of a unit: always, and added while it works. mW.
public record Power(
    @Key(value = "static_power", says = "power that is always drawn", unit = "mW", otherwise = "0") double always,
    @Key(value = "dynamic_power", says = "power added while working", unit = "mW", otherwise = "0") double working) {

    /// Power while working.
    double peak() {
        return always + working;
    }
}
