package pim.tool.translate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import pim.diagnose.Diagnostics;
import pim.dialect.isa.ProgramImport;
import pim.dialect.isa.ProgramSink;
import pim.dialect.isa.format.ProgramFile;
import pim.ir.Resources;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.TextFiles;

/// A program in another form as a module of the isa dialect.
abstract class ProgramImporter implements Translation {
    @Option(names = "-o", defaultValue = TextFiles.STANDARD, paramLabel = "P.mlir", description = "The module to write (default: standard output).",
        order = 8)
    private String output;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.", order = 9)
    private boolean help;

    /// Reads the program.
    abstract void read(Streams io, Diagnostics diagnostics, ProgramSink sink) throws IOException;

    /// The bytes of the file, or of standard input.
    static ProgramFile file(String name, Streams io) throws IOException {
        return name.equals(TextFiles.STANDARD) ? ProgramFile.of(Path.of(name), io.in().readAllBytes()) : ProgramFile.of(io.resolve(name));
    }

    @Override public final int translate(Streams io) throws IOException {
        var program = new ProgramImport();
        read(io, Diagnostics.printingTo(io.err()), program);
        var text = ModulePrinter.print(program.module(), new Resources(), PrintOptions.CUSTOM);
        if (output.equals(TextFiles.STANDARD)) io.out().print(text);
        else WholeFile.write(io.resolve(output), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }
}
