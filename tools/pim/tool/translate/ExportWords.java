package pim.tool.translate;

import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.BinaryWriter;
import pim.dialect.isa.format.HexWriter;

/// `--export-words`: the program as words of 64 bits.
@Command(sortOptions = false, description = "Exports a module of the isa dialect as words of 64 bits.")
public final class ExportWords extends ProgramExport {
    private static final String FLAG = "--export-words";

    @Option(names = FLAG, required = true, paramLabel = "P.mlir", description = "The module.")
    private String module;
    @Option(names = "--binary", description = "Writes bytes, the lowest of a word first, instead of hexadecimal digits.")
    private boolean binary;

    @Override public String flag() {
        return FLAG;
    }

    @Override String module() {
        return module;
    }

    @Override ProgramSink sink(OutputStream out) {
        return binary ? new BinaryWriter(out) : new HexWriter(out);
    }
}
