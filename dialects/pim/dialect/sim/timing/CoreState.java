package pim.dialect.sim.timing;

import pim.dialect.arch.Accelerator;

/// What the cost of an instruction depends on beside the instruction.
///
/// @param inputBits  width of input elements, as the last `setbw` says; 0 before the first
/// @param outputBits width of output elements
/// @param crossbars  of each array group of the core
public record CoreState(Accelerator accelerator, int core, int inputBits, int outputBits, int[] crossbars) {
    /// Whole bytes of an input element.
    public long inputBytes() {
        return Math.ceilDiv(inputBits, Byte.SIZE);
    }

    /// Whole bytes of an output element.
    public long outputBytes() {
        return Math.ceilDiv(outputBits, Byte.SIZE);
    }
}
