package pim.tool.translate;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.diagnose.Diagnostics;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.AssemblyReader;
import pim.tool.Streams;
import pim.tool.TextFiles;

/// `--import-asm`: assembly as a module.
@Command(sortOptions = false, description = "Imports assembly: a module of the isa dialect.")
public final class ImportAsm extends ProgramImporter {
    private static final String FLAG = "--import-asm";

    @Option(names = FLAG, required = true, paramLabel = "P.s", description = "The assembly.")
    private String program;

    @Override public String flag() {
        return FLAG;
    }

    @Override void read(Streams io, Diagnostics diagnostics, ProgramSink sink) throws IOException {
        AssemblyReader.read(TextFiles.read(program, io), diagnostics, sink);
    }
}
