package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Power and area of a part at full work, as published; 0 where not known.
public record Cost(
    @Key(value = "power", says = "peak power", unit = "mW", otherwise = "0") double power,
    @Key(value = "area", says = "area", unit = "mm2", otherwise = "0") double area) {}
