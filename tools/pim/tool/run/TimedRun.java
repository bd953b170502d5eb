package pim.tool.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.define.Registry;
import pim.dialect.sim.bench.BenchRun;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.timing.TimedModule;
import pim.dialect.sim.timing.Timing;
import pim.interpret.Interpreter;
import pim.interpret.Interpreters;
import pim.ir.Operation;
import pim.pass.PassContext;
import pim.syntax.ParsedModule;
import pim.tensor.Tensor;
import pim.tool.SimulationFiles;
import pim.tool.Streams;

/// A program whose values and time are of interest.
final class TimedRun implements BenchRun.Program {
    private final ParsedModule module;
    private final Registry registry;
    private final List<Interpreter> interpreters;
    private final Diagnostics diagnostics;
    private final SimulationFiles files;
    private final Streams io;
    private SimulationReport report;
    private long samples;
    private int warmUp;

    /// @param files may ask for a trace, which is that of the last run
    TimedRun(ParsedModule module, Registry registry, List<Interpreter> interpreters, SimulationFiles files, Streams io, Diagnostics diagnostics) {
        this.files = files;
        this.io = io;
        this.module = module;
        this.registry = registry;
        this.interpreters = interpreters;
        this.diagnostics = diagnostics;
    }

    /// Whether its level is one that has values.
    boolean hasValues() {
        return interpreters.stream().anyMatch(i -> i.accepts(top()));
    }

    Operation top() {
        return module.top();
    }

    @Override public Map<String, Tensor> values(Map<String, Tensor> inputs) {
        return Interpreters.run(interpreters, top(), inputs, module.resources(), diagnostics);
    }

    /// A run like the last one is not done again.
    @Override public SimulationReport time(long samples, int warmUp) throws IOException {
        if (report != null && samples == this.samples && warmUp == this.warmUp) return report;
        var context = new PassContext(registry, diagnostics, module.resources());
        var timing = TimedModule.begin(top(), null, null, registry, diagnostics);
        timing.setSamples(samples);
        TimedModule.add(top(), 0, timing, context);
        var outcome = files.run(timing, null, Timing.NO_LIMIT, io);
        this.samples = samples;
        this.warmUp = warmUp;
        return report = new SimulationReport(timing, outcome, null, warmUp);
    }

    /// The last run, or one of a sample if there was none.
    SimulationReport last() throws IOException {
        return report == null ? time(1, 0) : report;
    }
}
