package pim.dialect.isa.format;

import java.io.OutputStream;
import pim.dialect.isa.Field;
import pim.dialect.isa.Fields;
import pim.dialect.isa.MachineInstruction;

/// Writes assembly: an instruction on a line, as [AssemblyReader] reads it.
public final class AssemblyWriter extends TextWriter {
    /// @param out stays open; [#end] completes what is written there
    public AssemblyWriter(OutputStream out) {
        super(out);
    }

    @Override void print(MachineInstruction instruction, StringBuilder text) {
        text.append("  ").append(instruction.opcode.mnemonic());
        char before = ' ';
        for (var field : instruction.opcode.fields()) {
            if (!instruction.says(field) || field == Field.OFFSET_SELECT && instruction.offsetValue != 0) continue;
            if (before == ',') text.append(',');
            text.append(' ');
            before = ',';
            int value = instruction.get(field);
            if (field.isRegister()) text.append('r').append(value);
            else if (field == Field.IMM) text.append(value);
            else if (field == Field.RELU) text.append(field.key());
            else if (Fields.isOffset(field)) offset(instruction, text);
            else text.append(field.key()).append(' ').append(value);
        }
    }

    private static void offset(MachineInstruction instruction, StringBuilder text) {
        text.append(Fields.OFFSET).append(' ').append(instruction.offsetValue);
        for (int bit = 0; bit < Fields.REGISTERS.size(); bit++) {
            if ((instruction.offsetSelect & 1 << bit) != 0) text.append(' ').append(Fields.REGISTERS.get(bit).key());
        }
    }
}
