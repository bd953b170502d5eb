package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// A stage of the analog pipeline behind the crossbar.
public record Stage(
    @Key(value = "latency_cycle", says = "latency of the stage", unit = "cycles of the matrix unit", otherwise = "1") int latency,
    @Key("") Power power) {}
