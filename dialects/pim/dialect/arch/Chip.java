package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// A chip: cores that are alike, the network between them and the global memory that all of them reach.
public record Chip(
    @Key(value = "core_cnt", says = "number of cores of a chip", unit = "cores", min = 1, max = 1 << 16) int cores,
    @Key("core_config.") Core core,
    @Key("global_memory_config.") Memory globalMemory,
    @Key("network_config.") Network network,
    @Key(value = "/pimlico.communication", says = "way of communication between cores", otherwise = "synchronous") Communication communication,
    @Key(value = "global_memory_switch_id", says = "number that stands for the global memory in network tables", min = Integer.MIN_VALUE, max = -1,
        otherwise = "-10") int globalMemoryId) {
    /// This chip with other cores.
    public Chip with(Core other) {
        return new Chip(cores, other, globalMemory, network, communication, globalMemoryId);
    }
}
