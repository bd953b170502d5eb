package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.List;
import pim.dialect.isa.Opcode;
import pim.ir.affine.AffineExpr;

/// What [Code] says, as a tree.
sealed interface Piece {
    record Decode(int slots) implements Piece {}

    /// @param imm over the variables of the loops around, by their depth
    record Scalar(Opcode opcode, int rd, int rs1, int rs2, AffineExpr imm) implements Piece {}

    record Issue(int behaviour, int operands, int instruction) implements Piece {}

    /// @param effect of one round: what registers hold at its end, the symbols being what they held at its beginning
    record Loop(int depth, long first, long step, long rounds, List<Piece> body, Registers effect) implements Piece {}

    static List<Piece> of(Code code) {
        return new Walk(code).block(0);
    }

    /// Goes through the words once.
    final class Walk {
        private final Code code;
        private int at;

        private Walk(Code code) {
            this.code = code;
        }

        /// The pieces up to the end of the loop around, whose end is passed, or of the code.
        private List<Piece> block(int depth) {
            var pieces = new ArrayList<Piece>();
            var words = code.words();
            while (at < words.length) {
                int word = words[at++], payload = word >>> Code.KIND_BITS;
                switch (word & Code.KIND) {
                    case Code.BUBBLES -> pieces.add(new Decode(payload));
                    case Code.SCALAR -> {
                        int imm = words[at++];
                        pieces.add(new Scalar(Opcode.of(payload & 63), payload >> 6 & 31, payload >> 11 & 31, payload >> 16 & 31,
                            (payload & Code.COMPUTED) == 0 ? AffineExpr.constant(imm) : code.addresses().get(imm).expression()));
                    }
                    case Code.LOOP -> pieces.add(loop(depth));
                    case Code.AGAIN -> {
                        at++;
                        return pieces;
                    }
                    default -> {
                        pieces.add(new Issue(payload, words[at], words[at + 1]));
                        at += 2;
                    }
                }
            }
            return pieces;
        }

        private Loop loop(int depth) {
            long rounds = code.number(at), first = code.number(at + 2), step = code.number(at + 4);
            at += Code.LOOP_WORDS;
            var body = block(depth + 1);
            var registers = Registers.unknown();
            registers.run(body);
            return new Loop(depth, first, step, rounds, body, registers);
        }
    }
}
