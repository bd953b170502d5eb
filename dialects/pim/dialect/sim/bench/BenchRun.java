package pim.dialect.sim.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pim.diagnose.Diagnostics;
import pim.dialect.sim.BenchTensor;
import pim.dialect.sim.TestBench;
import pim.dialect.sim.Time;
import pim.dialect.sim.report.SimulationReport;
import pim.ir.Operation;
import pim.ir.attr.SymbolRefAttr;
import pim.tensor.Tensor;

/// Goes through a test bench. What does not come out as expected is an error at the line that expects it; the lines behind are looked at all the same.
public final class BenchRun {
    /// What runs the program of the module.
    public interface Program {
        /// Its outputs by name.
        Map<String, Tensor> values(Map<String, Tensor> inputs) throws IOException;

        /// Its time and energy.
        ///
        /// @param samples one behind the other
        /// @param warmUp  of these, how many do not count for the throughput
        SimulationReport time(long samples, int warmUp) throws IOException;
    }

    private final Program program;
    private final Diagnostics diagnostics;
    private final Consumer<String> out;
    private final Map<String, Tensor> inputs = new LinkedHashMap<>();
    private Map<String, Tensor> outputs = Map.of();
    /// The run that is looked at.
    private TestBench.Run run;

    /// @param out takes the lines of reports
    public BenchRun(Program program, Diagnostics diagnostics, Consumer<String> out) {
        this.program = program;
        this.diagnostics = diagnostics;
        this.out = out;
    }

    /// Whether a module has test benches.
    public static boolean isIn(Operation module) {
        for (var op : module.region(0).entry()) if (op.has(TestBench.Bench.class)) return true;
        return false;
    }

    /// Runs all test benches of `module`, which is verified.
    ///
    /// @throws pim.diagnose.CompileFailure when the program cannot be run; why has been reported
    public void run(Operation module) throws IOException {
        for (var op : module.region(0).entry()) if (op.op() instanceof TestBench.Bench bench) run(bench);
    }

    private void run(TestBench.Bench bench) throws IOException {
        inputs.clear();
        boolean values = false;
        for (var op : bench.body().entry()) values |= op.has(TestBench.Input.class) || op.has(TestBench.Expect.class);
        for (var op : bench.body().entry()) {
            switch ((TestBench) op.op()) {
                case TestBench.Bench _ -> throw new IllegalArgumentException("a test bench within another is not verified");
                case TestBench.Input(var name, var value) -> inputs.put(name(name), BenchTensor.of(value));
                case TestBench.Run next -> {
                    run = next;
                    if (values) outputs = program.values(new LinkedHashMap<>(inputs));
                    else time();
                }
                case TestBench.Expect(var name, var value, var within) -> expect(op, name(name), BenchTensor.of(value), within.orElse(0.0));
                case TestBench.ExpectTime(var least, var most) -> {
                    long got = time().outcome().time();
                    if (outside(got, least, most)) differs(op, range(least.map(Time::text), most.map(Time::text)), Time.text(got));
                }
                case TestBench.ExpectCycles(var least, var most) -> {
                    long got = Math.ceilDiv(time().outcome().time(), time().timing().machine().period());
                    if (outside(got, least, most)) differs(op, range(least, most) + " cycles", got + " cycles");
                }
                case TestBench.ExpectEnergy(var least, var most) -> {
                    double got = time().energy().total();
                    if (outside(got, least, most)) differs(op, range(least, most) + " pJ", got + " pJ");
                }
                case TestBench.ExpectThroughput(var least, var most) -> {
                    var got = time().throughput();
                    if (got == null || outside(got, least, most)) differs(op, range(least, most) + " samples a second", got == null
                        ? "no sample that ended behind the warm-up" : got + " samples a second");
                }
                case TestBench.Report(var what) -> ReportText.print(what.key(), time().tree().get(what.key()), out);
            }
        }
    }

    private static String name(SymbolRefAttr symbol) {
        return symbol.root();
    }

    private SimulationReport time() throws IOException {
        return program.time(run.samples().orElse(1L), run.warmUp().orElse(0));
    }

    private static <T extends Comparable<T>> boolean outside(T got, Optional<T> least, Optional<T> most) {
        return least.isPresent() && got.compareTo(least.get()) < 0 || most.isPresent() && got.compareTo(most.get()) > 0;
    }

    private static String range(Optional<?> least, Optional<?> most) {
        return least.map(l -> "at least " + l).orElse("") + (least.isPresent() && most.isPresent() ? " and " : "") + most.map(m -> "at most " + m).orElse("");
    }

    private void expect(Operation op, String name, Tensor expected, double within) {
        var got = outputs.get(name);
        if (got == null) {
            differs(op, "an output '" + name + "'", outputs.isEmpty() ? "none" : "'" + String.join("', '", outputs.keySet()) + "'");
            return;
        }
        var difference = Difference.of(expected, got, within);
        if (difference != null) differs(op, difference.expected(), difference.got());
    }

    private void differs(Operation op, String expected, String got) {
        diagnostics.error(op, "expected " + expected + ", but got " + got);
    }
}
