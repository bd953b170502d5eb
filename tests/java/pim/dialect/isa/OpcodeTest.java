package pim.dialect.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pim.define.OpDefinition;
import pim.define.Part;
import pim.define.Registry;

/// The ops of the dialect are those of the table.
class OpcodeTest {
    @ParameterizedTest @EnumSource void anOpHasTheFieldsOfItsInstruction(Opcode opcode) {
        var definition = (OpDefinition) Registry.standard().kind("isa." + opcode.mnemonic());
        // What only the values depend on is no field of the instruction.
        var parts = definition.parts(Part.Kind.ATTRIBUTE).stream().filter(p -> !p.name().equals("fractions")).toList();
        assertEquals(opcode.fields().stream().map(Field::key).toList(), parts.stream().map(Part::name).toList());
        for (var part : parts) {
            var field = Field.of(part.name());
            assertEquals(opcode.requires(field), part.arity() == Part.Arity.ONE, part.name());
        }
        assertSame(opcode, Opcode.of(opcode.number()));
        assertSame(opcode, Opcode.of(opcode.mnemonic()));
    }

    @ParameterizedTest @EnumSource void aRecordKnowsItsInstruction(Opcode opcode) {
        assertSame(opcode, Kinds.opcode(Kinds.definition(opcode)));
        assertEquals(unit(opcode), opcode.unit().name());
    }

    /// The sealed interface that the op's record is under.
    private static String unit(Opcode opcode) {
        return Kinds.definition(opcode).record().getInterfaces()[0].getSimpleName().toUpperCase(Locale.ROOT);
    }
}
