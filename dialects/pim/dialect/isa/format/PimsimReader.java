package pim.dialect.isa.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import pim.dialect.arch.schema.JsonText;
import pim.dialect.isa.Field;
import pim.dialect.isa.Opcode;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.isa.ProgramSink;
import pim.tensor.MalformedFileException;

/// Reads what pimsim-nn runs: a JSON object, in gzip or as it is, with `config` and an array of instructions for each `coreN`. Instructions stream by
/// in the order of the file. Where `config` stands behind cores the file is read twice, since `config` tells what the cores have.
public final class PimsimReader {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final Map<String, Field> FIELDS = new HashMap<>();
    private static final String OP = "op", OFFSET = "offset";

    static {
        for (var field : Field.values()) FIELDS.put(field.key(), field);
    }

    private final ProgramFile file;
    private final JsonParser parser;
    private final Draft draft = new Draft();
    private ProgramHeader header;
    /// Where the reader is, for messages.
    private int core, index;
    /// The immediate of the instruction at hand if it is no whole number, or null.
    private String fraction;

    private PimsimReader(ProgramFile file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /// Hands the program to `sink`.
    ///
    /// @throws MalformedFileException if the file is damaged or is no such program; the message says where
    public static void read(ProgramFile file, ProgramSink sink) throws IOException {
        with(file, reader -> {
            reader.program(sink);
            return null;
        });
    }

    @FunctionalInterface private interface Work<T> {
        T with(PimsimReader reader) throws IOException;
    }

    private static <T> T with(ProgramFile file, Work<T> work) throws IOException {
        try (var in = file.open(); var parser = FACTORY.createParser(in)) {
            return work.with(new PimsimReader(file, parser));
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : " at " + at.getLineNr() + ":" + at.getColumnNr();
            throw new MalformedFileException(file.path(), "malformed JSON" + place + ": " + JsonText.message(e));
        } catch (CharConversionException e) {
            throw new MalformedFileException(file.path(), "malformed text: " + e.getMessage());
        } catch (EOFException | ZipException e) {
            throw file.damaged(e);
        }
    }

    private void program(ProgramSink sink) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "a program, which is an object");
        var cores = new HashSet<Integer>();
        boolean configured = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            parser.nextToken();
            if (key.equals(PimsimHeader.CONFIG)) {
                if (configured) throw failure("there are two " + PimsimHeader.CONFIG);
                configured = true;
                // If cores came before it, it has been read already.
                if (header == null) begin(new PimsimHeader(this::failure, parser).read(), sink);
                else parser.skipChildren();
                continue;
            }
            if (header == null) begin(with(file, PimsimReader::findHeader), sink);
            core = PimsimHeader.coreNumber(key);
            if (core < 0) throw failure("expected " + PimsimHeader.CONFIG + " or core0, core1, ..., but got '" + key + "'");
            core(sink, cores);
        }
        if (header == null) throw failure("expected " + PimsimHeader.CONFIG + ", but got none");
        expect(parser.nextToken(), null, "the end of the file");
        sink.end();
    }

    private void begin(ProgramHeader header, ProgramSink sink) throws IOException {
        this.header = header;
        sink.begin(header);
    }

    private ProgramHeader findHeader() throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(PimsimHeader.CONFIG);
            parser.nextToken();
            if (found) return new PimsimHeader(this::failure, parser).read();
            parser.skipChildren();
        }
        throw failure("expected " + PimsimHeader.CONFIG + ", but got none");
    }

    private void core(ProgramSink sink, Set<Integer> cores) throws IOException {
        if (!cores.add(core)) throw failure("core " + core + " has two programs");
        int count = header.configuration().cores();
        if (core >= count) throw failure("core " + core + " has a program, but core_cnt says that there are " + count);
        expect(parser.currentToken(), JsonToken.START_ARRAY, "the instructions of core " + core + ", an array");
        int groups = header.arrayGroups(core).length;
        sink.core(core);
        for (index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) throw instructionFailure(null, "expected an object, but got " + token());
            instruction();
            var wrong = draft.verify(groups);
            if (wrong != null) throw instructionFailure(draft.instruction.opcode, wrong);
            sink.instruction(draft.instruction);
        }
        sink.endCore();
    }

    private void instruction() throws IOException {
        draft.clear();
        fraction = null;
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            var token = parser.nextToken();
            var field = FIELDS.get(key);
            if (field != null) set(field);
            else if (key.equals(OP)) opcode(token);
            else if (key.equals(OFFSET)) offset(token);
            else throw instructionFailure(draft.instruction.opcode, "has an unknown field '" + key + "'");
        }
        var opcode = draft.instruction.opcode;
        if (opcode == null) throw instructionFailure(null, "expected op, but got none");
        if (fraction != null && opcode != Opcode.LLDI) throw instructionFailure(opcode, "expects an integer of imm, but got " + fraction);
    }

    private void offset(JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) throw instructionFailure(draft.instruction.opcode, "expects an object of offset, but got " + token());
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            var field = FIELDS.get(key);
            if (field != Field.OFFSET_VALUE && field != Field.OFFSET_SELECT) {
                throw instructionFailure(draft.instruction.opcode, "has an unknown field '" + key + "' of offset");
            }
            set(field);
        }
    }

    private void opcode(JsonToken token) throws IOException {
        if (draft.instruction.opcode != null) throw instructionFailure(draft.instruction.opcode, "says op twice");
        if (token != JsonToken.VALUE_STRING) throw instructionFailure(null, "expected a string of op, but got " + token());
        var opcode = MNEMONICS.find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (opcode == null) throw instructionFailure(null, "there is no instruction '" + parser.getText() + "'");
        draft.instruction.opcode = opcode;
    }

    private static final Mnemonics MNEMONICS = new Mnemonics();

    private void set(Field field) throws IOException {
        var wrong = draft.set(field, integer(field));
        if (wrong != null) throw instructionFailure(draft.instruction.opcode, wrong);
    }

    /// PIMCOMP writes some immediates of `lldi` as floats, fractions among them. pimsim-nn cuts off what is behind the point.
    private long integer(Field field) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> {
                try {
                    return parser.getIntValue();
                } catch (InputCoercionException e) {
                    if (parser.getNumberType() == JsonParser.NumberType.LONG) return parser.getLongValue();
                }
            }
            case VALUE_NUMBER_FLOAT -> {
                double value = parser.getDoubleValue();
                boolean whole = value == Math.rint(value);
                if (!whole && field == Field.IMM) fraction = parser.getText();
                if ((whole || field == Field.IMM) && Math.abs(value) <= 1L << Double.PRECISION) return (long) value;
            }
            default -> {}
        }
        throw instructionFailure(draft.instruction.opcode, "expects an integer of " + field.key() + ", but got " + token());
    }

    private String token() throws IOException {
        return token(parser);
    }

    /// What the parser stands at, as a message says it.
    static String token(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case null -> "the end of the file";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "'" + parser.getText() + "'";
            default -> parser.getText();
        };
    }

    private void expect(JsonToken token, JsonToken expected, String what) throws IOException {
        if (token != expected) throw failure("expected " + what + ", but got " + token());
    }

    private MalformedFileException failure(String message) {
        return new MalformedFileException(file.path(), message);
    }

    private MalformedFileException instructionFailure(Opcode opcode, String message) {
        return failure("core " + core + ", instruction " + index + ": " + (opcode == null ? "" : "'" + opcode.mnemonic() + "' ") + message);
    }
}
