package pim.tool.translate;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.diagnose.Diagnostics;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.WordReader;
import pim.tool.Streams;

/// `--import-words`: words of 64 bits as a module.
@Command(sortOptions = false, description = "Imports words of 64 bits, as bytes or in hexadecimal digits: a module of the isa dialect.")
public final class ImportWords extends ProgramImporter {
    private static final String FLAG = "--import-words";

    @Option(names = FLAG, required = true, paramLabel = "FILE", description = "The words.")
    private String program;

    @Override public String flag() {
        return FLAG;
    }

    @Override void read(Streams io, Diagnostics diagnostics, ProgramSink sink) throws IOException {
        WordReader.read(file(program, io), diagnostics, sink);
    }
}
