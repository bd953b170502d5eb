package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// What a crossbar is made of; 0 where a quantity is not known.
public record Cell(
    @Key(value = "kind", says = "kind of the cells", otherwise = "unknown") Kind kind,
    @Key(value = "on_resistance", says = "least resistance of a cell", unit = "ohm", otherwise = "0") double onResistance,
    @Key(value = "off_resistance", says = "greatest resistance of a cell", unit = "ohm", otherwise = "0") double offResistance,
    @Key(value = "read_voltage", says = "voltage of a driven row", unit = "V", otherwise = "0") double readVoltage,
    @Key(value = "write_voltage", says = "voltage that programs a cell", unit = "V", otherwise = "0") double writeVoltage,
    @Key(value = "read_latency", says = "time of one access to a cell", unit = "ns", otherwise = "0") double readLatency,
    @Key(value = "write_latency", says = "time of programming a cell", unit = "ns", otherwise = "0") double writeLatency) {

    /// How a cell stores.
    public enum Kind { UNKNOWN, RRAM, PCM, SRAM, EDRAM, MRAM, FLASH }

    /// Conductance of a cell that stores zero, relative to the greatest; 0 where it is not known.
    public double leakage() {
        return offResistance == 0 ? 0 : onResistance / offResistance;
    }
}
