package pim.simulate;

/// A core with what it executes.
///
/// @param core its number, as messages name it
public record CoreProgram(int core, CoreShape shape, InstructionStream stream) {}
