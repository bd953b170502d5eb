package pim.dialect.isa.format;

import java.io.IOException;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.isa.Field;
import pim.dialect.isa.Fields;
import pim.dialect.isa.Opcode;
import pim.dialect.isa.ProgramSink;

/// Reads assembly: an instruction on a line, as the ops of the dialect are written but without their namespace and with numbers alone.
public final class AssemblyReader {
    private AssemblyReader() {}

    /// Hands the program to `sink`.
    ///
    /// @throws pim.diagnose.CompileFailure when the text is no program; what is wrong has been reported with its place
    public static void read(SourceText source, Diagnostics diagnostics, ProgramSink sink) throws IOException {
        ProgramText.read(source, diagnostics, AssemblyReader::instruction, sink);
    }

    private static void instruction(Line line, Draft draft) {
        draft.clear();
        var mnemonic = line.peek();
        var opcode = Opcode.of(mnemonic);
        if (opcode == null) throw line.failure("expected an instruction, " + ProgramText.CORE + " or " + ProgramText.CONFIG);
        line.skip(mnemonic);
        draft.instruction.opcode = opcode;
        boolean first = true;
        for (var field : opcode.fields()) {
            if (!Fields.isPositional(field)) continue;
            if (!first) line.expect(',');
            first = false;
            if (field.isRegister()) register(line, field, draft);
            else number(line, field, draft);
        }
        while (first || line.skips(',')) {
            first = false;
            named(line, opcode, draft);
        }
        if (opcode.saysBytesTwice() && !draft.says(Field.LEN)) draft.instruction.len = draft.instruction.size;
    }

    private static void register(Line line, Field field, Draft draft) {
        int number = Fields.register(line.peek());
        if (number < 0) throw line.failure("expected a register, r0 to r" + field.most());
        line.skip(line.peek());
        draft.set(field, number);
    }

    private static void number(Line line, Field field, Draft draft) {
        var wrong = draft.set(field, line.integer());
        if (wrong != null) throw line.lineFailure("'" + draft.instruction.opcode.mnemonic() + "' " + wrong);
    }

    private static void named(Line line, Opcode opcode, Draft draft) {
        if (opcode.has(Field.OFFSET_VALUE) && line.skips(Fields.OFFSET)) {
            number(line, Field.OFFSET_VALUE, draft);
            if (opcode.has(Field.OFFSET_SELECT)) draft.set(Field.OFFSET_SELECT, registers(line));
            return;
        }
        var name = line.peek();
        var field = Field.of(name);
        if (field == null || !opcode.has(field) || Fields.isPositional(field) || Fields.isOffset(field)) {
            throw line.failure("expected a field of '" + opcode.mnemonic() + "'");
        }
        line.skip(name);
        if (field != Field.RELU) number(line, field, draft);
        else if (draft.set(field, 1) != null) throw line.lineFailure("'" + opcode.mnemonic() + "' says " + name + " twice");
    }

    private static int registers(Line line) {
        int select = 0;
        for (int bit = 0; bit < Fields.REGISTERS.size(); bit++) if (line.skips(Fields.REGISTERS.get(bit).key())) select |= 1 << bit;
        return select;
    }
}
