package pim.tool.translate;

import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.AssemblyWriter;

/// `--export-asm`: the program as assembly.
@Command(sortOptions = false, description = "Exports a module of the isa dialect as assembly, an instruction on a line.")
public final class ExportAsm extends ProgramExport {
    private static final String FLAG = "--export-asm";

    @Option(names = FLAG, required = true, paramLabel = "P.mlir", description = "The module.")
    private String module;

    @Override public String flag() {
        return FLAG;
    }

    @Override String module() {
        return module;
    }

    @Override ProgramSink sink(OutputStream out) {
        return new AssemblyWriter(out);
    }
}
