package pim.dialect.isa.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.isa.ProgramSink;

/// Writes a program as text, with directives for what is no instruction; see [ProgramText].
abstract class TextWriter implements ProgramSink {
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();
    private ProgramHeader header;

    /// @param out stays open
    TextWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes the instruction without the end of the line.
    abstract void print(MachineInstruction instruction, StringBuilder text) throws IOException;

    @Override public final void begin(ProgramHeader header) {
        this.header = header;
        ProgramText.print(header.configuration(), text);
    }

    @Override public final void core(int number) {
        ProgramText.print(number, header.arrayGroups(number), text);
    }

    @Override public final void instruction(MachineInstruction instruction) throws IOException {
        print(instruction, text);
        text.append('\n');
        if (text.length() >= CHUNK) flush();
    }

    @Override public final void endCore() {}

    @Override public final void end() throws IOException {
        flush();
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        text.setLength(0);
    }
}
