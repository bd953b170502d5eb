package pim.tool.opt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import pim.define.Dialect;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.Spelling;
import pim.dialect.irdl.export.IrdlExport;
import pim.pass.Pass;
import pim.pass.PassRegistry;
import pim.pass.Pipeline;
import pim.pass.PipelineParser;
import pim.pass.Step;
import pim.tensor.WholeFile;
import pim.tool.Extensions;
import pim.tool.FileErrors;
import pim.tool.Streams;
import pim.tool.TextFiles;
import pim.tool.Tool;

/// `pim-opt`: reads a module, runs passes on it and writes it, as mlir-opt does.
public record PimOpt() implements Tool {
    private static final String TOP = "builtin.module";

    @Override public String name() {
        return "pim-opt";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        // Asked alone for the version, as scripts do, not even the options are read.
        if (arguments.size() == 1 && List.of("--version", "-version").contains(arguments.getFirst())) {
            io.out().println(version());
            return 0;
        }
        var options = new Options();
        List<PassArguments.Named> passes;
        try {
            passes = options.read(arguments);
        } catch (CommandLine.ParameterException e) {
            return usage(io, e.getMessage());
        }
        if (options.help) options.command().usage(new PrintWriter(io.out(), true, StandardCharsets.UTF_8), CommandLine.Help.Ansi.OFF);
        else if (options.version) io.out().println(version());
        else return FileErrors.guard(name(), io, () -> run(options, passes, io));
        return 0;
    }

    private static int run(Options options, List<PassArguments.Named> named, Streams io) throws IOException {
        var vocabulary = options.extensions.load(io);
        if (!options.exportIrdl.isEmpty()) return exportIrdl(options, vocabulary.registry(), io);
        if (options.listPasses) listPasses(vocabulary.passes(), io);
        else if (options.showDialects) showDialects(vocabulary.registry(), io);
        else return optimize(options, named, vocabulary, io);
        return 0;
    }

    private static int optimize(Options options, List<PassArguments.Named> named, Extensions.Vocabulary vocabulary, Streams io) throws IOException {
        var passes = vocabulary.passes();
        var registry = vocabulary.registry();
        for (var pass : named) {
            if (passes.pass(pass.name()) != null || passes.pipeline(pass.name()) != null) continue;
            var own = options.command().getCommandSpec().optionsMap().keySet();
            var known = Stream.concat(passes.names().stream().map(n -> "--" + n), own.stream()).toList();
            return usage(io, "there is no option or pass '--" + pass.name() + "'" + Spelling.suggestion("--" + pass.name(), known));
        }
        for (var name : options.run.printed()) {
            if (passes.pass(name) != null) continue;
            return usage(io, "there is no pass '" + name + "' to print the program at" + Spelling.suggestion(name, passes.names()));
        }
        if (options.pipeline != null && !named.isEmpty()) {
            return usage(io, "--pass-pipeline can't be used with individual passes; write them into the pipeline");
        }
        if (options.run.runReproducer && (options.pipeline != null || !named.isEmpty())) {
            return usage(io, "--run-reproducer runs the passes that stand in the module; it can't be used with others");
        }
        var contradiction = options.run.contradiction();
        if (contradiction != null) return usage(io, contradiction);
        try {
            var parser = new PipelineParser(passes, registry, Diagnostics.printingTo(io.err()));
            var pipeline = options.pipeline != null ? parser.parse(options.pipeline)
                : pipeline(parser, named, options.implicitModule ? TOP : Pass.ANY);
            return FileErrors.guard("pim-opt", io, () -> new Optimization(options, pipeline, passes, registry, io).run());
        } catch (CompileFailure e) {
            return 2;
        }
    }

    private static Pipeline pipeline(PipelineParser parser, List<PassArguments.Named> named, String top) {
        var steps = new ArrayList<Step>();
        for (var pass : named) steps.addAll(parser.steps(pass.name(), pass.options(), top));
        return new Pipeline(top, steps);
    }

    private static int usage(Streams io, String message) {
        io.err().println("pim-opt: error: " + message + " (--help lists the options)");
        return 2;
    }

    private static void listPasses(PassRegistry passes, Streams io) {
        int width = passes.names().stream().mapToInt(String::length).max().orElse(0);
        for (var pass : passes.passes()) {
            io.out().println(pass.name() + " ".repeat(width - pass.name().length() + 2) + pass.summary());
            for (var option : new Step.Run(pass).options()) io.out().println(" ".repeat(width + 4) + option);
        }
        for (var pipeline : passes.pipelines()) {
            io.out().println(pipeline.name() + " ".repeat(width - pipeline.name().length() + 2) + pipeline.summary());
            io.out().println(" ".repeat(width + 2) + "= " + pipeline.passes());
        }
    }

    private static int exportIrdl(Options options, Registry registry, Streams io) throws IOException {
        var definitions = new StringBuilder();
        for (var name : options.exportIrdl) {
            var dialect = registry.dialect(name);
            if (dialect == null) {
                var known = registry.dialects().stream().map(Dialect::namespace).toList();
                return usage(io, "there is no dialect '" + name + "' to export" + Spelling.suggestion(name, known));
            }
            if (!dialect.dynamicOps().isEmpty()) return usage(io, "dialect '" + name + "' is defined in IRDL already");
            definitions.append(IrdlExport.of(dialect, registry));
        }
        var text = definitions.toString();
        if (options.output.equals(TextFiles.STANDARD)) io.out().print(text);
        else WholeFile.write(io.resolve(options.output), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private static void showDialects(Registry registry, Streams io) {
        io.out().println("Available Dialects: " + registry.dialects().stream().map(Dialect::namespace).collect(Collectors.joining(",")));
    }
}
