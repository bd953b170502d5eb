package pim.tool.translate;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.diagnose.Diagnostics;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.PimsimReader;
import pim.tool.Streams;

/// `--import-pimsim`: a program that pimsim-nn runs as a module.
@Command(sortOptions = false, description = "Imports a program that pimsim-nn runs, JSON in gzip or as it is: a module of the isa dialect.")
public final class ImportPimsim extends ProgramImporter {
    private static final String FLAG = "--import-pimsim";

    @Option(names = FLAG, required = true, paramLabel = "P.json.gz", description = "The program.")
    private String program;

    @Override public String flag() {
        return FLAG;
    }

    @Override void read(Streams io, Diagnostics diagnostics, ProgramSink sink) throws IOException {
        PimsimReader.read(file(program, io), sink);
    }
}
