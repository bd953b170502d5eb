package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Power of the scalar registers. mW.
public record RegisterFile(
    @Key(value = "static_power", says = "power that the registers always draw", unit = "mW", otherwise = "0") double always,
    @Key(value = "read_dynamic_power", says = "power of a read", unit = "mW", otherwise = "0") double read,
    @Key(value = "write_dynamic_power", says = "power of a write", unit = "mW", otherwise = "0") double write) {}
