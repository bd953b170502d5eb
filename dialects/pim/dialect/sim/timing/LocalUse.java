package pim.dialect.sim.timing;

/// What a program uses of the local memory of its core, bytes.
///
/// @param touched that are read or written at least once
/// @param end     the address behind the last of them
/// @param exact   whether these are the bytes that the program reads and writes; else some are counted that it may not, or addresses are unknown
public record LocalUse(long touched, long end, boolean exact) {}
