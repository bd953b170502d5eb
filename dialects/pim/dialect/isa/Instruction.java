package pim.dialect.isa;

import java.util.Locale;
import pim.ir.Operation;

/// An instruction of a core. Its components are the fields that [Opcode] has for it, by the same names; those that may be left out are 0 then.
public sealed interface Instruction extends Isa permits Scalar, Matrix, Vector, Transfer {
    default Opcode opcode() {
        return Opcode.valueOf(getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }

    @Override default String verify(Operation self) {
        return InstructionVerifier.verify(self, opcode());
    }
}
