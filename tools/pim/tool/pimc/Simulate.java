package pim.tool.pimc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.sim.report.CriticalPath;
import pim.dialect.sim.report.ProgramsReport;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.timing.Placed;
import pim.dialect.sim.timing.TimedModule;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;
import pim.pass.PassContext;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;
import pim.tool.Extensions;
import pim.tool.SimulationFiles;
import pim.tool.Streams;
import pim.tool.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "simulate", description = "Simulates the time and energy of a program.", mixinStandardHelpOptions = true)
final class Simulate implements Subcommand {
    /// In a millisecond.
    private static final double PICOSECONDS = 1e9;
    /// Milliseconds.
    private static final double LONGEST = 1e6;

    @Parameters(paramLabel = "PROGRAM[@CORE]", arity = "1..*", description = {
        "a module of the dialects inst, isa or sim (.mlir), or a machine program as pimsim-nn's JSON, as it is or in gzip;",
        "several run side by side, each placed so that its core 0 is the given one"})
    private List<String> programs;

    /// By program, what the user calls it and its cores.
    private final List<Map.Entry<String, Set<Integer>>> cores = new ArrayList<>();

    @Option(names = "--arch", paramLabel = "A",
        description = "the accelerator: a preset (isaac, puma, ...) or a JSON file; by default the one that the module carries")
    private String arch;

    @Option(names = "--timing-model", paramLabel = "NAME",
        description = "what takes how long on which unit (default: pimsim, or what a module of timed actions says)")
    private String model;

    @Option(names = "--load-plugin", paramLabel = "JAR", description = "load the timing models and dialects of JAR; may be given several times")
    private List<String> plugins = List.of();

    @Option(names = "--samples", paramLabel = "N",
        description = "run for so many samples, one behind the other as the cores are ready (default: 1)")
    private Long samples;

    @Option(names = "--duration", paramLabel = "MS", description = "run for this time instead, for as many samples as it takes")
    private Double duration;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "0",
        description = "samples that do not count for the throughput (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--every-round", description = {
        "go through each round of a loop and each sample, also where it is known to be as the one before;",
        "the result is the same, only later"})
    private boolean everyRound;

    @Mixin private final SimulationFiles files = new SimulationFiles();

    @Option(names = "--critical-path", description = "report the chain of instructions that set the latency, by cause and layer, and with --json step by step")
    private boolean criticalPath;

    @Override public int run(Streams io) throws IOException {
        if (samples != null && duration != null) throw new UsageException("--samples and --duration both say how long to run; give one of them");
        long count = duration != null ? Timing.NO_LIMIT : samples == null ? 1 : samples;
        if (count < 1) throw new UsageException("--samples must be at least 1, but is " + count);
        if (duration != null && !(duration > 0 && duration <= LONGEST)) throw new UsageException("--duration must be above 0 and at most "
            + (long) LONGEST + " ms, but is " + duration);
        if (warmUp < 0) throw new UsageException("--warm-up must not be negative, but is " + warmUp);
        if (warmUp > 0 && warmUp >= count) throw new UsageException("--warm-up must be less than the samples, of which there are " + count
            + ", but is " + warmUp);
        var placed = programs.stream().map(program -> PlacedProgram.of(program, io)).toList();
        var clash = files.clash(placed.stream().map(PlacedProgram::file).toList(), io);
        if (clash != null) throw new UsageException(clash);
        var registry = Extensions.ofPlugins(plugins).load(io).registry();
        var timingModel = timingModel(registry);
        var diagnostics = Diagnostics.printingTo(io.err());
        try (var stages = new Stages("simulate", 3, io.err())) {
            var timing = stages.run("read", () -> read(placed, timingModel, count, registry, io, diagnostics));
            var path = criticalPath ? new CriticalPath(timing) : null;
            var outcome = stages.run("simulate", () -> files.run(timing, path, limit(), io));
            var report = stages.run("report", () -> new SimulationReport(timing, outcome, path, warmUp));
            report(io, report, programs.size() == 1 ? null : new ProgramsReport(timing, outcome, cores, warmUp), stages);
            return 0;
        }
    }

    private long limit() {
        return duration == null ? Timing.NO_LIMIT : (long) (duration * PICOSECONDS);
    }

    /// The one that is asked for, or null.
    private TimingModel timingModel(Registry registry) {
        if (model == null) return null;
        return TimingModel.named(model, registry).orElseThrow(() -> new UsageException("there is no timing model '" + model + "'; there are "
            + String.join(", ", TimingModel.all(registry).stream().map(TimingModel::name).toList())));
    }

    private Timing read(List<PlacedProgram> placed, TimingModel timingModel, long count, Registry registry, Streams io, Diagnostics diagnostics)
        throws IOException {
        Timing timing = null;
        Carrier carrier = null;
        var given = arch == null ? null : Accelerator.load(arch, io.directory(), diagnostics);
        diagnostics.setInput(programs.getFirst());
        for (var program : placed) {
            var name = program.file();
            var module = program.isModule() ? module(name, registry, io, diagnostics) : null;
            if (module != null && given == null) carrier = sameAccelerator(carrier, new Carrier(name, module), diagnostics);
            if (timing == null && module != null) timing = TimedModule.begin(module.top(), given, timingModel, registry, diagnostics);
            if (timing == null) {
                if (given == null) throw new UsageException("--arch is needed: " + name + " does not say what accelerator it is for");
                timing = new Timing(given, timingModel == null ? TimingModel.standard() : timingModel, diagnostics);
            }
            timing.setSamples(count);
            timing.setEveryRound(everyRound);
            var before = timing.cores();
            if (module != null) TimedModule.add(module.top(), program.first().orElse(0), timing, new PassContext(registry, diagnostics, module.resources()));
            else PimsimReader.read(ProgramFile.of(io.resolve(name)), program.first().isPresent() ? new Placed(timing, program.first().getAsInt()) : timing);
            var own = new TreeSet<>(timing.cores());
            own.removeAll(before);
            cores.add(Map.entry(program.given(), own));
        }
        return timing;
    }

    /// A module, by the name of its file.
    private record Carrier(String name, ParsedModule module) {}

    /// Makes sure that a module carries the accelerator that the first one does, or none.
    ///
    /// @return the first one
    private static Carrier sameAccelerator(Carrier first, Carrier other, Diagnostics diagnostics) {
        if (first == null || other.module.top().attribute(Accelerator.ATTRIBUTE) == null) return first == null ? other : first;
        var one = Accelerator.carriedBy(first.module.top(), diagnostics).toAttribute();
        if (one.equals(Accelerator.carriedBy(other.module.top(), diagnostics).toAttribute())) return first;
        throw new UsageException(first.name + " and " + other.name + " carry different accelerators; side by side they run on one, which --arch says");
    }

    private static ParsedModule module(String name, Registry registry, Streams io, Diagnostics diagnostics) throws IOException {
        var module = ModuleReader.read(TextFiles.read(name, io), registry, diagnostics, false);
        if (!Verifier.verify(module.top(), registry, diagnostics)) throw new CompileFailure("the module has errors");
        return module;
    }

    /// @param each of the programs when there are several, else null
    private void report(Streams io, SimulationReport report, ProgramsReport each, Stages stages) throws IOException {
        files.write(() -> {
            var tree = report.tree();
            if (each != null) tree.put("programs", each.tree());
            tree.put("seconds", stages.seconds());
            return tree;
        }, io);
        io.out().print(report.text(String.join(" ", programs)));
        if (each != null) io.out().print(each.text());
        io.out().println("  " + stages.summary());
    }
}
