package pim.dialect.isa;

import pim.define.OpDefinition;
import pim.ir.Operation;

/// An instruction of a core. Its components are the fields that [Opcode] has for it, by the same names; those that may be left out are 0 then.
public sealed interface Instruction extends Isa permits Scalar, Matrix, Vector, Transfer {
    default Opcode opcode() {
        return Kinds.opcode(OpDefinition.of(getClass()));
    }

    @Override default String verify(Operation self) {
        return InstructionVerifier.verify(self, Kinds.opcode(self.kind()));
    }
}
