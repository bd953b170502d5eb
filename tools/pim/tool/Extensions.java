package pim.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.irdl.load.DialectLoading;
import pim.syntax.ModuleReader;

/// The options by which a command learns of dialects that are not built in.
public final class Extensions {
    @Option(names = "--irdl-file", paramLabel = "FILE",
        description = "Loads the dialects that FILE defines, in MLIR's irdl dialect; may be given several times, later files using earlier ones.")
    List<String> irdlFiles = new ArrayList<>();

    /// All dialects that there are.
    ///
    /// @throws IOException    if a file cannot be read
    /// @throws CompileFailure if a file is wrong; what is wrong has been written to the command's standard error
    public Registry registry(Streams io) throws IOException {
        var registry = Registry.standard();
        var diagnostics = Diagnostics.printingTo(io.err());
        for (var file : irdlFiles) {
            var module = ModuleReader.read(TextFiles.read(file, io), registry, diagnostics, false);
            if (!Verifier.verify(module.top(), diagnostics)) throw new CompileFailure(file + " is not right");
            DialectLoading.load(module.top(), registry, diagnostics);
        }
        return registry;
    }
}
