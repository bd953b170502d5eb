package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// A pair of places whose cost is not the computed one. `from` and `to` are cores or the number of the global memory.
public record Link(
    @Key(value = "from", says = "core or memory that sends", min = Integer.MIN_VALUE) int from,
    @Key(value = "to", says = "core or memory that receives", min = Integer.MIN_VALUE) int to,
    @Key(value = "latency", says = "latency of one flit", unit = "ns") double latency,
    @Key(value = "energy", says = "energy of one flit", unit = "pJ") double energy) {}
