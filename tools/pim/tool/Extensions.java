package pim.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.irdl.load.DialectLoading;
import pim.interpret.Interpreter;
import pim.interpret.Interpreters;
import pim.pass.PassRegistry;
import pim.syntax.ModuleReader;
import pim.tensor.MalformedFileException;

/// The options by which a command learns of what is not built in.
public final class Extensions {
    private List<String> plugins = List.of();
    private List<String> irdlFiles = List.of();
    private final OptionTable table = new OptionTable()
        .each("--load-plugin,--load-dialect-plugin,--load-pass-plugin", "JAR",
            "Loads the dialects, passes, named pipelines, interpreters and timing models of JAR; may be given several times.", x -> plugins = x)
        .each("--irdl-file", "FILE",
            "Loads the dialects that FILE defines, in MLIR's irdl dialect; may be given several times, later files using earlier ones.",
            x -> irdlFiles = x);

    /// Those of plugins alone.
    public static Extensions ofPlugins(List<String> jars) {
        var extensions = new Extensions();
        extensions.plugins = jars;
        return extensions;
    }

    public OptionTable options() {
        return table;
    }

    /// All that a command knows, built in or loaded.
    public static final class Vocabulary {
        private final Registry registry = Registry.standard();
        private final PassRegistry passes = PassRegistry.standard();
        private final List<Plugin> plugins = new ArrayList<>();

        public Registry registry() {
            return registry;
        }

        public PassRegistry passes() {
            return passes;
        }

        /// The interpreters, which few commands need.
        ///
        /// @throws MalformedFileException if one of a plugin cannot be used
        public List<Interpreter> interpreters() throws MalformedFileException {
            var all = new ArrayList<>(Interpreters.standard());
            for (var plugin : plugins) all.addAll(plugin.interpreters());
            return all;
        }
    }

    /// What is built in, what the plugins bring, and the dialects of the IRDL files.
    ///
    /// @throws IOException    if a file cannot be read, or is not a plugin that can be used
    /// @throws CompileFailure if an IRDL file is wrong; what is wrong has been written to the command's standard error
    public Vocabulary load(Streams io) throws IOException {
        var all = new Vocabulary();
        for (var jar : plugins) {
            var plugin = Plugin.open(io.resolve(jar));
            plugin.addTo(all.registry, all.passes);
            all.plugins.add(plugin);
        }
        var diagnostics = Diagnostics.printingTo(io.err());
        for (var file : irdlFiles) {
            var module = ModuleReader.read(TextFiles.read(file, io), all.registry, diagnostics, false);
            if (!Verifier.verify(module.top(), diagnostics)) throw new CompileFailure(file + " is not right");
            DialectLoading.load(module.top(), all.registry, diagnostics);
        }
        return all;
    }
}
