package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// What goes on at the same time in a machine, for timing models that ask; that of pimsim-nn does not.
public record Overlap(
    @Key(value = "outstanding_accesses", says = "number of loads and stores of a core under way at a time", unit = "accesses", min = 1, max = 1 << 10,
        otherwise = "4") int outstandingAccesses,
    @Key(value = "global_memory_banks", says = "number of banks of the global memory, whose transfers alternate between them", unit = "banks", min = 1,
        max = 1 << 10, otherwise = "4") int globalMemoryBanks) {}
