package pim.dialect.isa.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Opcode;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.isa.ProgramSink;

/// Writes what pimsim-nn runs, in gzip: `config` first, then the cores, one instruction on a line. The same program gives the same bytes.
public final class PimsimWriter implements ProgramSink {
    private static final int BUFFER = 1 << 16;
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final SerializedString OP = new SerializedString("op"), OFFSET = new SerializedString("offset");
    private static final Map<Opcode, SerializedString> MNEMONICS = new EnumMap<>(Opcode.class);
    private static final Map<Field, SerializedString> KEYS = new EnumMap<>(Field.class);

    static {
        for (var opcode : Opcode.values()) MNEMONICS.put(opcode, new SerializedString(opcode.mnemonic()));
        for (var field : Field.values()) KEYS.put(field, new SerializedString(field.key()));
    }

    private final GZIPOutputStream zip;
    private final JsonGenerator json;

    /// @param out stays open; [#end] completes what is written there
    public PimsimWriter(OutputStream out) throws IOException {
        zip = new GZIPOutputStream(out, BUFFER);
        json = FACTORY.createGenerator(zip).setPrettyPrinter(new LinePrinter());
    }

    /// Begins a line for each instruction, that is in the arrays of the outermost object.
    private static final class LinePrinter extends MinimalPrettyPrinter {
        @Override public void beforeArrayValues(JsonGenerator json) throws IOException {
            if (json.getOutputContext().getNestingDepth() == 2) json.writeRaw('\n');
        }

        @Override public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            super.writeArrayValueSeparator(json);
            beforeArrayValues(json);
        }
    }

    @Override public void begin(ProgramHeader header) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart(PimsimHeader.CONFIG);
        for (var entry : header.configuration().values().entrySet()) {
            json.writeFieldName(entry.getKey().key());
            var numbers = entry.getValue();
            if (numbers.size() > 1) json.writeArray(numbers.stream().mapToLong(n -> n).toArray(), 0, numbers.size());
            else json.writeNumber(numbers.getFirst());
        }
        json.writeObjectFieldStart(PimsimHeader.ARRAY_GROUPS);
        for (var groups : header.arrayGroups().entrySet()) {
            json.writeFieldName(PimsimHeader.CORE + groups.getKey());
            json.writeArray(groups.getValue(), 0, groups.getValue().length);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override public void core(int number) throws IOException {
        json.writeArrayFieldStart(PimsimHeader.CORE + number);
    }

    @Override public void instruction(MachineInstruction instruction) throws IOException {
        var opcode = instruction.opcode;
        json.writeStartObject();
        json.writeFieldName(OP);
        json.writeString(MNEMONICS.get(opcode));
        for (var field : opcode.fields()) {
            if (field == Field.OFFSET_VALUE && opcode.has(Field.OFFSET_SELECT)) {
                json.writeFieldName(OFFSET);
                json.writeStartObject();
            }
            // A size that is not said.
            if (field == Field.SIZE && opcode.saysBytesTwice() && instruction.size == 0) continue;
            json.writeFieldName(KEYS.get(field));
            json.writeNumber(instruction.get(field));
            if (field == Field.OFFSET_SELECT) json.writeEndObject();
        }
        json.writeEndObject();
    }

    @Override public void endCore() throws IOException {
        json.writeEndArray();
    }

    @Override public void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        zip.finish();
    }
}
