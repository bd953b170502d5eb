package pim.dialect.sim.timing;

import pim.dialect.isa.Field;

/// Bytes of local memory that an instruction uses, from the first to the last, both included.
///
/// @param base   the register with the address of the first; null for address 0
/// @param offset added to it, bytes
/// @param last   of the last one, relative to the first
public record AddressRange(Field base, long offset, long last) {}
