package pim.dialect.sim.timing;

import java.util.List;
import pim.dialect.inst.interpret.Address;
import pim.ir.Operation;

/// The program of a core in words, as [CodeStream] reads it. The low bits of the first word of each piece say what it is.
///
/// @param words       the pieces, one behind the other
/// @param addresses   what computes immediates from the variables of loops
/// @param depth       loops within each other
/// @param behaviours  what the instructions do, by number
/// @param operations  by the number of an instruction in the text, the op that it is; empty for a program that is no module
record Code(int[] words, List<Address> addresses, int depth, Behaviours behaviours, List<Operation> operations) {
    static final int KIND_BITS = 3, KIND = (1 << KIND_BITS) - 1;
    /// So many instructions that take a slot and do nothing that matters.
    static final int BUBBLES = 0;
    /// An opcode and its registers; an immediate or, where the flag is set, the number of the address that computes it.
    static final int SCALAR = 1, COMPUTED = 1 << 21;
    /// The number of a behaviour; the registers and the array group; the number of the instruction in the text.
    static final int ISSUE = 2;
    /// A loop of some depth; rounds; first value of the variable and its step, in two words each, the low one first.
    static final int LOOP = 3;
    /// The loop of some depth ends; where its body begins.
    static final int AGAIN = 4;
}
