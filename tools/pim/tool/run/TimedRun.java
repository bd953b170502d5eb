package pim.tool.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.define.Registry;
import pim.dialect.sim.bench.BenchRun;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.timing.TimedModule;
import pim.interpret.Interpreter;
import pim.interpret.Interpreters;
import pim.ir.Operation;
import pim.pass.PassContext;
import pim.syntax.ParsedModule;
import pim.tensor.Tensor;

/// A program whose values and time are of interest. Both are found out once.
final class TimedRun implements BenchRun.Program {
    private final ParsedModule module;
    private final Registry registry;
    private final List<Interpreter> interpreters;
    private final Diagnostics diagnostics;
    private SimulationReport report;

    TimedRun(ParsedModule module, Registry registry, List<Interpreter> interpreters, Diagnostics diagnostics) {
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

    @Override public SimulationReport time() throws IOException {
        if (report == null) {
            var timing = TimedModule.of(top(), new PassContext(registry, diagnostics, module.resources()));
            report = new SimulationReport(timing, timing.run());
        }
        return report;
    }
}
