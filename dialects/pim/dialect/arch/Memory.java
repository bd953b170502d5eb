package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// A local or the global memory: one port, `ceil(bytes / width)` transfers an access. The simulator checks no size, so a file without
/// one says that the memory has no limit: its size is then [#UNLIMITED].
public record Memory(
    @Key(value = "memory_size", says = "size of the memory", unit = "bytes", min = 1, max = Memory.UNLIMITED,
        otherwise = "" + Memory.UNLIMITED) long size,
    @Key(value = "data_width", says = "width of the port", unit = "bytes", min = 1) int width,
    @Key(value = "period", says = "clock period of the memory", unit = "ns", positive = true, otherwise = "1") double period,
    @Key(value = "static_power", says = "power that the memory always draws", unit = "mW",
        otherwise = "" + Memory.STATIC_POWER) double staticPower,
    @Key(value = "write_latency_cycle", says = "latency of one write transfer", unit = "cycles") int writeLatency,
    @Key(value = "read_latency_cycle", says = "latency of one read transfer", unit = "cycles") int readLatency,
    @Key(value = "write_dynamic_energy", says = "energy of one write transfer", unit = "pJ", otherwise = "0") double writeEnergy,
    @Key(value = "read_dynamic_energy", says = "energy of one read transfer", unit = "pJ", otherwise = "0") double readEnergy) {

    public static final long UNLIMITED = 1L << 50;
    /// What the simulator takes a memory to draw whose description does not say it.
    static final int STATIC_POWER = 1;

    /// Power that the memory always draws, in mW, 0 where only the simulator says so.
    double statedPower() {
        return staticPower == STATIC_POWER ? 0 : staticPower;
    }

    /// Whether the description gives any energy or power; the one that the simulator takes otherwise is nobody's.
    public boolean hasEnergy() {
        return staticPower != STATIC_POWER || readEnergy > 0 || writeEnergy > 0;
    }
}
