package pim.dialect.inst.interpret;

import java.util.List;

/// What is run on one core.
///
/// @param depth how deep its loops nest
public record CoreProgram(long number, Step[] steps, List<LocalMemory.Buffer> buffers, int depth) {}
