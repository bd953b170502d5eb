package pim.dialect.inst.convert;

import java.util.List;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Fixed;

/// What all lowerings of one layer to the program of one core share: the core, where operands and result lie, and how much local memory there is.
///
/// @param numbers of each operand's elements
/// @param budget  bytes of local memory
record MapLowering(CoreBuilder core, List<Stored> operands, List<Fixed> numbers, Stored result, Fixed resultNumbers, long budget) {
    Stored operand() {
        return operands.getFirst();
    }

    Fixed operandNumbers() {
        return numbers.getFirst();
    }

    /// How many of what takes `bytes` bytes fit into local memory, at least one.
    long fits(long bytes) {
        return Math.max(1, budget / bytes);
    }
}
