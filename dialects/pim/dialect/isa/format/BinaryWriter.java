package pim.dialect.isa.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.isa.ProgramSink;

/// Writes the words of a program as bytes, each word eight with the lowest first: the word `PIMWORDS`, how many bytes the directives take, the
/// directives as text filled up with newlines to whole words, and for each core its number, how many words it has, and these.
public final class BinaryWriter implements ProgramSink {
    static final byte[] MAGIC = "PIMWORDS".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    /// @param out stays open; [#end] completes what is written there
    public BinaryWriter(OutputStream out) {
        this.out = out;
    }

    @Override public void begin(ProgramHeader header) throws IOException {

        var text = new StringBuilder();
        ProgramText.print(header.configuration(), text);
        header.arrayGroups().forEach((core, groups) -> ProgramText.print(core, groups, text));
        while (text.length() % Long.BYTES != 0) text.append('\n');
        out.write(MAGIC);
        write(text.length(), out);
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Override public void core(int number) throws IOException {
        write(number, out);
        words.reset();
    }

    @Override public void instruction(MachineInstruction instruction) throws IOException {
        write(Encoding.word(instruction), words);
    }

    @Override public void endCore() throws IOException {
        write(words.size() / Long.BYTES, out);
        words.writeTo(out);
    }

    @Override public void end() {}

    private void write(long value, OutputStream to) throws IOException {
        to.write(word.putLong(0, value).array());
    }
}
