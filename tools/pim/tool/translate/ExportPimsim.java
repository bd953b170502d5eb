package pim.tool.translate;

import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.PimsimWriter;

/// `--export-pimsim`: the program that pimsim-nn runs.
@Command(sortOptions = false, description = "Exports a module of the isa dialect as the program that pimsim-nn runs, JSON in gzip.")
public final class ExportPimsim extends ProgramExport {
    private static final String FLAG = "--export-pimsim";

    @Option(names = FLAG, required = true, paramLabel = "P.mlir", description = "The module.")
    private String module;

    @Override public String flag() {
        return FLAG;
    }

    @Override String module() {
        return module;
    }

    @Override ProgramSink sink(OutputStream out) throws IOException {
        return new PimsimWriter(out);
    }
}
