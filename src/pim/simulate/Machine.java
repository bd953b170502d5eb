package pim.simulate;

/// What all cores share. Times are picoseconds.
///
/// @param period of the clock
/// @param timer  a process of the machine's own that wakes each time this has passed; it does nothing, but the order of events that fall
///     together depends on it where [TimeHeap] decides it
public record Machine(long period, long timer, Interconnect interconnect, GlobalMemory globalMemory) {}
