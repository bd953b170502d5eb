package pim.tool.translate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine.Option;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.isa.ProgramSink;
import pim.syntax.ModuleReader;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.TextFiles;

/// A module of the isa dialect as a program in another form. Its loops are unrolled while it is written.
abstract class ProgramExport implements Translation {
    @Option(names = "-o", defaultValue = TextFiles.STANDARD, paramLabel = "FILE",
        description = "The file to write (default: standard output).", order = 8)
    private String output;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.", order = 9)
    private boolean help;

    /// The file with the module.
    abstract String module();

    /// What writes the program; it leaves `out` open.
    abstract ProgramSink sink(OutputStream out) throws IOException;

    @Override public final int translate(Streams io) throws IOException {
        var diagnostics = Diagnostics.printingTo(io.err());
        var registry = Registry.standard();
        var module = ModuleReader.read(TextFiles.read(module(), io), registry, diagnostics, false).top();
        if (!Verifier.verify(module, registry, diagnostics)) return 1;
        WholeFile.Content content = out -> ModuleProgram.stream(module, diagnostics, sink(out));
        if (output.equals(TextFiles.STANDARD)) {
            var whole = new ByteArrayOutputStream();
            content.writeTo(whole);
            whole.writeTo(io.out());
            io.out().flush();
        } else {
            WholeFile.write(io.resolve(output), content);
        }
        return 0;
    }
}
