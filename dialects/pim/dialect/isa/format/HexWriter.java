package pim.dialect.isa.format;

import java.io.OutputStream;
import java.util.HexFormat;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Refusal;

/// Writes the words of a program as text, sixteen hexadecimal digits on a line for each.
public final class HexWriter extends TextWriter {
    private static final HexFormat HEX = HexFormat.of();

    /// @param out stays open; [#end] completes what is written there
    public HexWriter(OutputStream out) {
        super(out);
    }

    @Override void print(MachineInstruction instruction, StringBuilder text) throws Refusal {
        text.append(HEX.toHexDigits(Encoding.word(instruction)));
    }
}
