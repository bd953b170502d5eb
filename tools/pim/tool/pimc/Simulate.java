package pim.tool.pimc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.sim.report.CriticalPath;
import pim.dialect.sim.report.Observers;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.report.Trace;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;
import pim.simulate.Outcome;
import pim.syntax.ModuleReader;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "simulate", description = "Simulates the time and energy of a program.", mixinStandardHelpOptions = true)
final class Simulate implements Subcommand {
    @Parameters(paramLabel = "PROGRAM", description = "a machine program: a module of the dialect isa (.mlir), or pimsim-nn's JSON, as it is or in gzip")
    private String program;

    @Option(names = "--arch", paramLabel = "A",
        description = "the accelerator: a preset (isaac, puma, ...) or a JSON file; by default the one that the module carries")
    private String arch;

    @Option(names = "--timing-model", paramLabel = "NAME", defaultValue = "pimsim",
        description = "what takes how long on which unit (default: ${DEFAULT-VALUE})")
    private String model;

    @Option(names = "--json", paramLabel = "FILE", description = "write the report as JSON")
    private String json;

    @Option(names = "--trace", paramLabel = "FILE",
        description = "write what every unit did and when, for ui.perfetto.dev; every round of every loop is stepped through")
    private String trace;

    @Option(names = "--critical-path", description = "report the chain of instructions that set the latency, by layer and cause (--json)")
    private boolean criticalPath;

    @Override public int run(Streams io) throws IOException {
        var timingModel = timingModel();
        var diagnostics = Diagnostics.printingTo(io.err());
        try (var stages = new Stages("simulate", 3, io.err())) {
            var timing = stages.run("read", () -> read(timingModel, io, diagnostics));
            var path = criticalPath ? new CriticalPath(timing) : null;
            var outcome = stages.run("simulate", () -> trace == null ? timing.run(path) : traced(timing, path, io));
            var report = stages.run("report", () -> new SimulationReport(timing, outcome, path));
            report(io, report, outcome, stages);
            return 0;
        }
    }

    /// Runs and writes the trace on the way.
    private Outcome traced(Timing timing, CriticalPath path, Streams io) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        WholeFile.write(io.resolve(trace), out -> {
            var writer = new Trace(timing, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            outcomes.add(timing.run(Observers.of(path == null ? List.of(writer) : List.of(writer, path))));
            writer.close();
        });
        return outcomes.getFirst();
    }

    private TimingModel timingModel() {
        var models = TimingModel.all(getClass().getClassLoader());
        return models.stream().filter(m -> m.name().equals(model)).findFirst().orElseThrow(() -> new UsageException("there is no timing model '" + model
            + "'; there are " + String.join(", ", models.stream().map(TimingModel::name).toList())));
    }

    private Timing read(TimingModel timingModel, Streams io, Diagnostics diagnostics) throws IOException {
        var given = arch == null ? null : Accelerator.load(arch, io.directory(), diagnostics);
        if (!program.endsWith(".mlir")) {
            if (given == null) throw new UsageException("--arch is needed: " + program + " does not say what accelerator it is for");
            diagnostics.setInput(program);
            var timing = new Timing(given, timingModel, diagnostics);
            PimsimReader.read(ProgramFile.of(io.resolve(program)), timing);
            return timing;
        }
        var registry = Registry.standard();
        var module = ModuleReader.read(TextFiles.read(program, io), registry, diagnostics, false);
        if (!Verifier.verify(module.top(), registry, diagnostics)) throw new CompileFailure("the module has errors");
        var timing = new Timing(given != null ? given : Accelerator.carriedBy(module.top(), diagnostics), timingModel, diagnostics);
        ModuleProgram.walk(module.top(), diagnostics, timing);
        return timing;
    }

    private void report(Streams io, SimulationReport report, Outcome outcome, Stages stages) throws IOException {
        if (json != null) {
            var tree = report.tree();
            tree.put("seconds", stages.seconds());
            WholeFile.write(io.resolve(json), out -> new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(out, tree));
        }
        io.out().printf(Locale.ROOT, "%s: latency %.6f ms, energy %.6g mJ, power %.6g mW, %.2f times the lower bound; %s%n", program, report.latency(),
            report.energy().total() / 1e9, report.power(), outcome.latency() / report.bounds().greatest(), stages.summary());
    }
}
