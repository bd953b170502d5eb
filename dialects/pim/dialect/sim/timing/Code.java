package pim.dialect.sim.timing;

import java.util.List;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.Field;
import pim.ir.Operation;

/// The program of a core in words, as [CodeStream] reads it. The low bits of the first word of each piece say what it is.
///
/// @param words       the pieces, one behind the other
/// @param addresses   what computes immediates from the variables of loops
/// @param depth       loops within each other
/// @param behaviours  what the instructions do, by number
/// @param operations  by the number of an instruction in the text, the op that it is; empty for a program that is no module
record Code(int[] words, List<Address> addresses, int depth, Behaviours behaviours, List<Operation> operations) {
    /// Where the operands of the last instruction stand that needs a unit; -1 when there is none.
    int last() {
        int last = -1;
        for (int at = 0; at < words.length; ) {
            switch (words[at++] & KIND) {
                case BUBBLES -> { }
                case SCALAR, AGAIN -> at++;
                case SLOTS -> at += 2;
                case LOOP -> at += LOOP_WORDS;
                default -> {
                    last = at;
                    at += 2;
                }
            }
        }
        return last;
    }

    static final int KIND_BITS = 3, KIND = (1 << KIND_BITS) - 1;
    /// So many instructions that take a slot and do nothing that matters.
    static final int BUBBLES = 0;
    /// An opcode and its registers; an immediate or, where the first flag is set, the number of the address that computes it. With the second flag it
    /// takes no slot.
    static final int SCALAR = 1, COMPUTED = 1 << 21, FREE = 1 << 22;
    /// The number of a behaviour; the registers and the array group; the number of the instruction in the text.
    static final int ISSUE = 2;
    /// A loop of some depth; rounds, first value of the variable and its step, in two words each, the low one first.
    static final int LOOP = 3, LOOP_WORDS = 6;
    /// The loop of some depth ends; where its body begins.
    static final int AGAIN = 4;
    /// As [#BUBBLES], more than fit there: a number in two words, the low one first.
    static final int SLOTS = 5;

    private static final int REGISTER = (1 << 5) - 1;
    /// Where the array group stands among the operands, behind three registers, and how many that can tell apart.
    static final int GROUP_SHIFT = 15, GROUPS = 1 << Integer.SIZE - GROUP_SHIFT;

    /// The register that an instruction of these operands has for the field.
    static int register(Field field, int operands) {
        return switch (field) {
            case RS1 -> operands >> 5;
            case RS2 -> operands >> 10;
            default -> operands;
        } & REGISTER;
    }

    /// The number in two words, the low one first.
    long number(int at) {
        return words[at] & 0xffffffffL | (long) words[at + 1] << Integer.SIZE;
    }
}
