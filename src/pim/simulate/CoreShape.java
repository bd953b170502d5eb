package pim.simulate;

/// What a core has.
///
/// @param reorderBuffer         instructions in flight
/// @param checksWriteAfterWrite whether two writes to the same bytes are kept in order
/// @param vectorUnits           vector units
/// @param memoryUnits           units for loads and stores beside the transfer unit
/// @param arrayGroups           array groups
/// @param events                event registers
public record CoreShape(int reorderBuffer, boolean checksWriteAfterWrite, int vectorUnits, int memoryUnits, int arrayGroups, int events) {}
