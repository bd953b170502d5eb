package pim.dialect.isa;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import pim.define.OpDefinition;
import pim.ir.OpKind;

/// Which op is which instruction: programs have too many operations to read the record of each.
final class Kinds {
    private static final Map<Opcode, OpDefinition> DEFINITIONS = new EnumMap<>(Opcode.class);
    private static final Map<OpKind, Opcode> OPCODES = new IdentityHashMap<>();

    static {
        for (var unit : Instruction.class.getPermittedSubclasses()) {
            for (var record : unit.getPermittedSubclasses()) {
                var opcode = Opcode.valueOf(record.getSimpleName().toUpperCase(Locale.ROOT));
                var definition = OpDefinition.of(record.asSubclass(Isa.class));
                DEFINITIONS.put(opcode, definition);
                OPCODES.put(definition, opcode);
            }
        }
    }

    private Kinds() {}

    static OpDefinition definition(Opcode opcode) {
        return DEFINITIONS.get(opcode);
    }

    /// The instruction that operations of the kind are; null when they are none.
    static Opcode opcode(OpKind kind) {
        return OPCODES.get(kind);
    }
}
