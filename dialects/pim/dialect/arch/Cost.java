package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Power, area and energy of a part, as published; 0 where not known.
public record Cost(
    @Key(value = "power", says = "peak power", unit = "mW", otherwise = "0") double power,
    @Key(value = "area", says = "area", unit = "mm2", otherwise = "0") double area,
    @Key(value = "energy", says = "energy of one use", unit = "pJ", otherwise = "0") double energy) {

    /// Power and area of this part and another.
    Cost plus(Cost other) {
        return new Cost(power + other.power, area + other.area, 0);
    }

    /// Power and area of so many of this part.
    Cost times(double n) {
        return new Cost(n * power, n * area, 0);
    }
}
