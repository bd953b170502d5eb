package pim.tool.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.dialect.func.Func;
import pim.dialect.sim.bench.BenchRun;
import pim.interpret.Interpreters;
import pim.ir.Operation;
import pim.ir.attr.StringAttr;
import pim.syntax.ModuleReader;
import pim.tensor.Tensor;
import pim.tool.Extensions;
import pim.tensor.WholeFile;
import pim.tool.FileErrors;
import pim.tool.SideFile;
import pim.tool.SimulationFiles;
import pim.tool.NamedValues;
import pim.tool.Streams;
import pim.tool.TensorFiles;
import pim.tool.TextFiles;
import pim.tool.Tool;

/// `pim-run`: computes what a program computes, whatever its level.
public record PimRun() implements Tool {
    /// What interpreters run.
    private static final String MAIN = "main";

    @Command(name = "pim-run", description = "Runs a program of any level on given inputs.", mixinStandardHelpOptions = true)
    private static final class Options {
        @Parameters(paramLabel = "FILE", description = "the program, an .mlir file")
        private String program;

        @Option(names = "--entry", paramLabel = "NAME", defaultValue = MAIN, description = "the function to run (default: ${DEFAULT-VALUE})")
        private String entry;

        @Option(names = "--input", paramLabel = "NAME=FILE", parameterConsumer = NamedValues.class, description = "an input as a .npy or .pb file; may be repeated")
        private Map<String, String> inputs = new LinkedHashMap<>();

        @Option(names = "--output-dir", paramLabel = "DIR", description = "write each output to DIR/NAME.npy")
        private String outputs;

        @Option(names = "--timing",
            description = "simulate the time and energy too, and go through the test benches of the program; needed for --json and --trace")
        private boolean timing;

        @Mixin private final SimulationFiles files = new SimulationFiles();

        private Extensions extensions = new Extensions();
    }

    @Override public String name() {
        return "pim-run";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        var options = new Options();
        var command = new CommandLine(options).setExpandAtFiles(false);
        command.getCommandSpec().addMixin("extensions", options.extensions.options().spec());
        try {
            options.extensions.options().use(command.parseArgs(arguments.toArray(String[]::new)));
        } catch (CommandLine.ParameterException e) {
            io.err().println("pim-run: error: " + e.getMessage() + "; --help lists the options");
            return 2;
        }
        if (options.files.given() != null && !options.timing) {
            io.err().println("pim-run: error: " + options.files.given()
                + " writes what --timing finds out, which is not asked for; --help lists the options");
            return 2;
        }
        var clash = options.program == null ? null : options.files.clash(List.of(options.program), io);
        if (clash != null) {
            io.err().println("pim-run: error: " + clash + "; --help lists the options");
            return 2;
        }
        var out = new PrintWriter(io.out(), true, StandardCharsets.UTF_8);
        if (command.isUsageHelpRequested()) command.usage(out, Ansi.OFF);
        else if (command.isVersionHelpRequested()) out.println(version());
        else return FileErrors.guard(name(), io, () -> run(options, io));
        return 0;
    }

    private static int run(Options options, Streams io) throws IOException {
        var diagnostics = Diagnostics.printingTo(io.err());
        var path = io.resolve(options.program);
        var vocabulary = options.extensions.load(io);
        var registry = vocabulary.registry();
        var module = ModuleReader.read(TextFiles.read(options.program, io), registry, diagnostics, false);
        if (!Verifier.verify(module.top(), registry, diagnostics)) return 1;
        SideFile.open(path, module.resources());
        if (!options.entry.equals(MAIN)) enter(module.top(), options.entry, diagnostics);
        var inputs = new LinkedHashMap<String, Tensor>();
        for (var input : options.inputs.entrySet()) inputs.put(input.getKey(), TensorFiles.read(io.resolve(input.getValue())));
        var timed = options.timing ? new TimedRun(module, registry, vocabulary.interpreters(), options.files, io, diagnostics) : null;
        if (timed != null && BenchRun.isIn(module.top())) return bench(options, timed, io, diagnostics);
        Map<String, Tensor> outputs = timed != null && inputs.isEmpty() && !timed.hasValues() ? Map.of()
            : Interpreters.run(vocabulary.interpreters(), module.top(), inputs, module.resources(), diagnostics);
        var report = timed == null ? null : timed.last();
        if (options.outputs != null) write(io.resolve(options.outputs), outputs);
        outputs.forEach((name, tensor) -> io.out().println(name + ": " + describe(tensor)));
        if (report != null) {
            io.out().print(report.text(options.program));
            options.files.write(report::tree, io);
        }
        return 0;
    }

    private static int bench(Options options, TimedRun program, Streams io, Diagnostics diagnostics) throws IOException {
        if (!options.inputs.isEmpty() || options.outputs != null) throw diagnostics.failure(program.top().location(), "'" + program.top().name()
            + "' op has test benches, which give the inputs and look at the outputs; expected no " + (options.inputs.isEmpty() ? "--output-dir"
            : "--input"));
        new BenchRun(program, diagnostics, io.out()::println).run(program.top());
        if (options.files.given() != null) options.files.write(program.last()::tree, io);
        return diagnostics.hasErrors() ? 1 : 0;
    }

    /// Makes the function called `entry` the one that is run, in the module at hand only.
    private static void enter(Operation module, String entry, Diagnostics diagnostics) {
        Operation chosen = null, main = null;
        for (var op : module.region(0).entry()) {
            if (!(op.op() instanceof Func.Function function)) continue;
            if (function.symName().value().equals(entry)) chosen = op;
            if (function.symName().value().equals(MAIN)) main = op;
        }
        if (chosen == null) throw diagnostics.failure(module.location(), "there is no function @" + entry + " to run");
        if (main != null) main.erase();
        chosen.setAttribute("sym_name", StringAttr.of(MAIN));
    }

    private static void write(Path folder, Map<String, Tensor> outputs) throws IOException {
        var files = new LinkedHashMap<Path, String>();
        for (var name : outputs.keySet()) {
            var file = folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".npy");
            var other = files.putIfAbsent(file, name);
            if (other != null) throw new FileSystemException(file.toString(), null, "the outputs '" + other + "' and '" + name + "' would both be written here");
        }
        WholeFile.makeFolder(folder);
        for (var file : files.entrySet()) TensorFiles.write(file.getKey(), outputs.get(file.getValue()));
    }

    /// The shape and the first few elements.
    private static String describe(Tensor tensor) {
        var shape = Arrays.stream(tensor.shape()).mapToObj(Integer::toString).collect(Collectors.joining("x"));
        var first = switch (tensor) {
            case Tensor.Floats(_, var data) -> IntStream.range(0, Math.min(8, data.length)).mapToObj(i -> Float.toString(data[i]));
            case Tensor.Ints(_, var data) -> Arrays.stream(data).limit(8).mapToObj(Integer::toString);
            case Tensor.Longs(_, var data) -> Arrays.stream(data).limit(8).mapToObj(Long::toString);
        };
        return shape + " [" + first.collect(Collectors.joining(", ")) + (tensor.size() > 8 ? ", ...]" : "]");
    }
}
