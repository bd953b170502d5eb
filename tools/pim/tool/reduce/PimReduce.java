package pim.tool.reduce;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Resources;
import pim.pass.Pipeline;
import pim.pass.PipelineParser;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;
import pim.syntax.PrintOptions;
import pim.tensor.MalformedFileException;
import pim.tensor.WholeFile;
import pim.tool.FileErrors;
import pim.tool.SideFile;
import pim.tool.Streams;
import pim.tool.TextFiles;
import pim.tool.Tool;

/// `pim-reduce`: makes a module smaller while a script says that it is interesting.
public record PimReduce() implements Tool {
    @Override public String name() {
        return "pim-reduce";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        var options = new Options();
        var command = new CommandLine(options).setExpandAtFiles(false);
        command.getCommandSpec().addMixin("extensions", options.extensions.options().spec());
        try {
            options.extensions.options().use(command.parseArgs(MlirOptions.replaced(arguments).toArray(String[]::new)));
        } catch (CommandLine.ParameterException e) {
            return usage(io, e.getMessage());
        } catch (IllegalArgumentException e) {
            return usage(io, e.getMessage());
        }
        var out = new PrintWriter(io.out(), true, StandardCharsets.UTF_8);
        if (command.isUsageHelpRequested()) command.usage(out, CommandLine.Help.Ansi.OFF);
        else if (command.isVersionHelpRequested()) out.println(version());
        else return FileErrors.guard(name(), io, () -> reduce(options, io));
        return 0;
    }

    private static int usage(Streams io, String message) {
        io.err().println("pim-reduce: error: " + message + " (--help lists the options)");
        return 2;
    }

    private static int reduce(Options options, Streams io) throws IOException {
        var vocabulary = options.extensions.load(io);
        var diagnostics = Diagnostics.printingTo(io.err());
        List<Pipeline> pipelines;
        try {
            pipelines = pipelines(options, new PipelineParser(vocabulary.passes(), vocabulary.registry(), diagnostics));
        } catch (CompileFailure e) {
            return 2;
        }
        var module = ModuleReader.read(TextFiles.read(options.file, io), vocabulary.registry(), diagnostics, options.allowUnregistered);
        if (diagnostics.hasErrors() || !Verifier.verify(module.top(), vocabulary.registry(), diagnostics)) return 1;
        SideFile.open(io.resolve(options.file), module.resources());
        var folder = Files.createTempDirectory("pim-reduce");
        var candidate = folder.resolve("candidate.mlir");
        try {
            SideFile.refer(io.resolve(options.file), candidate, module.resources());
            return reduce(options, module, vocabulary.registry(), reductions(pipelines, vocabulary.registry(), module.resources()), candidate, io);
        } finally {
            Files.deleteIfExists(candidate);
            Files.delete(folder);
        }
    }

    private static int reduce(Options options, ParsedModule module, Registry registry, List<Reduction> reductions, Path candidate, Streams io)
        throws IOException {
        var print = options.generic ? PrintOptions.GENERIC : PrintOptions.CUSTOM;
        var script = new TestScript(options.test, options.arguments, candidate, io);
        var search = new Search(module.top(), registry, module.resources(), print, script, line -> io.err().println("pim-reduce: " + line));
        if (!script.isInteresting(search.text())) {
            throw new MalformedFileException(io.resolve(options.file), "the input is not interesting: the test script '" + options.test + "' ended with 0");
        }
        search.run(reductions);
        var output = io.resolve(options.output);
        boolean standard = options.output.equals(TextFiles.STANDARD);
        SideFile.refer(candidate, standard ? io.resolve(options.file) : output, module.resources());
        var text = ModulePrinter.print(search.best(), module.resources(), print);
        if (standard) io.out().print(text);
        else WholeFile.write(output, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private static List<Pipeline> pipelines(Options options, PipelineParser parser) {
        return Stream.concat(options.passes.stream(), Passes.STANDARD.stream()).map(text -> parser.parse("builtin.module(" + text + ")")).toList();
    }

    static List<Reduction> reductions(List<Pipeline> pipelines, Registry registry, Resources resources) {
        var reductions = new ArrayList<>(Structure.REDUCTIONS);
        for (var pipeline : pipelines) reductions.add(Passes.reduction(pipeline, registry, resources));
        reductions.addAll(Contents.REDUCTIONS);
        return reductions;
    }
}
