package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Outcome;

/// What each of several programs did that ran side by side.
public final class ProgramsReport {
    private static final double MILLISECOND = 1e9;

    /// @param name    what the user calls it
    /// @param outcome of its cores alone; its time is when the last of them finished
    private record Program(String name, Outcome outcome, SampleTimes samples, double energy) {}

    private final List<Program> programs = new ArrayList<>();
    private final boolean energyStated;

    /// @param cores  of each program, by what the user calls it
    /// @param warmUp samples that do not count for the throughput
    public ProgramsReport(Timing timing, Outcome outcome, List<Map.Entry<String, Set<Integer>>> cores, int warmUp) {
        energyStated = StatedEnergy.of(timing, outcome, Energy.of(timing, outcome)).any();
        for (var program : cores) {
            var own = outcome.cores().stream().filter(c -> program.getValue().contains(c.core())).toList();
            boolean ended = own.stream().allMatch(Outcome.CoreOutcome::ended);
            long time = ended ? own.stream().mapToLong(Outcome.CoreOutcome::finishedAt).max().orElse(0) : outcome.time();
            var alone = new Outcome(time, outcome.leaps(), own, List.of(), outcome.spans(), outcome.traffic());
            double energy = own.stream().mapToDouble(c -> Energy.sum(Energy.ofCore(timing, c))).sum();
            programs.add(new Program(program.getKey(), alone, new SampleTimes(alone, warmUp), energy));
        }
    }

    /// As JSON has it.
    public List<Map<String, Object>> tree() {
        return programs.stream().map(ProgramsReport::tree).toList();
    }

    private static Map<String, Object> tree(Program program) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("program", program.name);
        tree.put("cores", program.outcome.cores().stream().map(Outcome.CoreOutcome::core).toList());
        tree.put("latency_ms", program.outcome.time() / MILLISECOND);
        tree.put("dynamic_pJ", program.energy);
        tree.put("samples", program.samples.tree(program.energy));
        return tree;
    }

    /// A line of each.
    public String text() {
        return programs.stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Program program) {
        var outcome = program.outcome;
        int count = outcome.cores().size();
        var cores = count == 0 ? "no core" : (count == 1 ? "core " : count + " cores from ") + outcome.cores().getFirst().core() + (count == 1 ? "" : " on");
        var text = new StringBuilder(String.format(Locale.ROOT, "  %s: %s, latency %.6f ms", program.name, cores,
            outcome.time() / MILLISECOND));
        if (energyStated) text.append(String.format(Locale.ROOT, ", dynamic energy %.6g mJ", program.energy / MILLISECOND));
        program.samples.text().ifPresent(said -> text.append(", ").append(said));
        return text.append(System.lineSeparator()).toString();
    }
}
