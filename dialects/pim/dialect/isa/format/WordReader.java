package pim.dialect.isa.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.isa.ProgramSink;
import pim.tensor.MalformedFileException;

/// Reads the words of a program, as text or as bytes: what [HexWriter] and [BinaryWriter] write.
public final class WordReader {
    private static final int DIGITS = 16;

    private final ProgramFile file;
    private final ByteBuffer bytes;

    private WordReader(ProgramFile file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /// Hands the program to `sink`.
    ///
    /// @throws MalformedFileException if the bytes are damaged or no program; the message says where
    /// @throws pim.diagnose.CompileFailure when the text is no program; what is wrong has been reported with its place
    public static void read(ProgramFile file, Diagnostics diagnostics, ProgramSink sink) throws IOException {
        byte[] bytes = file.readAll();
        if (Arrays.equals(Arrays.copyOf(bytes, BinaryWriter.MAGIC.length), BinaryWriter.MAGIC)) {
            new WordReader(file, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)).program(diagnostics, sink);
        } else {
            var source = new SourceText(file.path().toString(), text(file, bytes));
            ProgramText.read(source, diagnostics, WordReader::instruction, sink);
        }
    }

    private static String text(ProgramFile file, byte[] bytes) throws MalformedFileException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(file.path(), "expected " + new String(BinaryWriter.MAGIC, StandardCharsets.US_ASCII)
                + " in front of words as bytes, or words as UTF-8 text, but got neither");
        }
    }

    private static void instruction(Line line, Draft draft) {
        var digits = line.peek();
        if (!digits.matches("[0-9a-fA-F]{" + DIGITS + "}")) {
            throw line.failure("expected " + DIGITS + " hexadecimal digits, " + ProgramText.CORE + " or " + ProgramText.CONFIG);
        }
        var wrong = Encoding.decode(Long.parseUnsignedLong(digits, 16), draft);
        if (wrong != null) throw line.lineFailure(wrong);
        line.skip(digits);
    }

    private void program(Diagnostics diagnostics, ProgramSink sink) throws IOException {
        word("its header");
        long length = word("the length of its directives");
        if (length < 0 || length > bytes.remaining()) throw failure("the directives take " + length + " bytes, but there are " + bytes.remaining());
        var directives = new byte[(int) length];
        bytes.get(directives);
        var source = new SourceText(file.path().toString(), new String(directives, StandardCharsets.UTF_8));
        diagnostics.addSource(source);
        var header = ProgramText.header(source, diagnostics);
        sink.begin(header);
        var cores = new HashSet<Long>();
        while (bytes.hasRemaining()) {
            long core = word("the number of a core");
            if (core < 0 || core >= header.configuration().cores()) {
                throw failure("expected a core within [0, " + header.configuration().cores() + "), but got " + core);
            }
            if (!cores.add(core)) throw failure("core " + core + " has two programs");
            core((int) core, header, sink);
        }
        sink.end();
    }

    private void core(int core, ProgramHeader header, ProgramSink sink) throws IOException {
        long count = word("how many words core " + core + " has");
        if (count < 0 || count > bytes.remaining() / Long.BYTES) {
            throw failure("core " + core + " has " + count + " words, but there are " + bytes.remaining() / Long.BYTES);
        }
        sink.core(core);
        var draft = new Draft();
        int groups = header.arrayGroups(core).length;
        for (long i = 0; i < count; i++) {
            var wrong = Encoding.decode(bytes.getLong(), draft);
            if (wrong == null && draft.verify(groups) != null) wrong = "'" + draft.instruction.opcode.mnemonic() + "' " + draft.verify(groups);
            if (wrong != null) throw failure("core " + core + ", instruction " + i + ": " + wrong);
            sink.instruction(draft.instruction);
        }
        sink.endCore();
    }

    private long word(String what) throws MalformedFileException {
        if (bytes.remaining() < Long.BYTES) throw failure("the file ends before " + what);
        return bytes.getLong();
    }

    private MalformedFileException failure(String message) {
        return new MalformedFileException(file.path(), message);
    }
}
