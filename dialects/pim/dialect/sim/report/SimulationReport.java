package pim.dialect.sim.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pim.dialect.sim.timing.Part;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Cause;
import pim.simulate.Outcome;
import pim.simulate.UnitKind;

/// What is told about a run. `README.md` of the dialect has the schema.
public final class SimulationReport {
    private static final double MILLISECOND = 1e9;

    private final Timing timing;
    private final Outcome outcome;
    private final Energy energy;
    private final StatedEnergy stated;
    private final Bounds bounds;
    private final AreaReport area;
    private final CriticalPath path;
    private final SampleTimes samples;

    public SimulationReport(Timing timing, Outcome outcome) {
        this(timing, outcome, null, 0);
    }

    /// @param path   that observed the run, or null
    /// @param warmUp samples that do not count for the throughput
    public SimulationReport(Timing timing, Outcome outcome, CriticalPath path, int warmUp) {
        samples = new SampleTimes(outcome, warmUp);
        this.path = path;
        this.timing = timing;
        this.outcome = outcome;
        energy = Energy.of(timing, outcome);
        stated = StatedEnergy.of(timing, outcome, energy);
        bounds = Bounds.of(timing, outcome);
        area = AreaReport.of(timing.accelerator());
    }

    public double latency() {
        return milliseconds(outcome.time());
    }

    /// mW over the time of the run.
    public double power() {
        return outcome.time() == 0 ? 0 : energy.total() / (outcome.time() / 1000.0);
    }

    public Timing timing() {
        return timing;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Energy energy() {
        return energy;
    }

    public Bounds bounds() {
        return bounds;
    }

    /// As JSON has it.
    public Map<String, Object> tree() {
        var report = new LinkedHashMap<String, Object>();
        report.put("timing_model", timing.model().name());
        report.put("latency_ms", latency());
        report.put("energy_pJ", energy.total());
        report.put("power_mW", power());
        report.put("energy_stated", stated.any());
        report.put("energy_absent", stated.names());
        report.put("core_finish_ms", outcome.cores().stream().map(c -> milliseconds(c.finishedAt())).toList());
        report.put("samples", samples.tree(energy.total()));
        report.put("instructions", instructions());
        report.put("energy", parts());
        report.put("bounds_ms", boundsTree());
        report.put("front_end_ms", FrontEndReport.tree(outcome.cores()));
        report.put("crossbars", CrossbarReport.of(timing, outcome).tree());
        report.put("local_memory", localMemory());
        report.put("area", area.tree());
        report.put("cores", outcome.cores().stream().map(this::core).toList());
        report.put("layers", LayerTimes.tree(timing, outcome));
        report.put("traffic", TrafficTree.of(timing, outcome));
        if (path != null) report.put("critical_path", path.tree(outcome.time()));
        report.put("leaps", outcome.leaps());
        return report;
    }

    /// Of the core that uses most, whose number stands in front.
    private Map<String, Object> localMemory() {
        var peak = LocalMemoryReport.peak(timing, outcome);
        if (peak == null) return null;
        var tree = new LinkedHashMap<String, Object>();
        tree.put("core", peak.core());
        tree.putAll(peak.tree());
        return tree;
    }

    private static double milliseconds(double picoseconds) {
        return picoseconds / MILLISECOND;
    }

    /// Samples a second, from the end of the warm-up to the end of the last one; null when none ended behind the warm-up.
    public Double throughput() {
        return samples.throughput();
    }

    /// The most important in a few lines.
    ///
    /// @param program what the user calls it
    public String text(String program) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%s: latency %.6f ms, ", program, latency()));
        if (stated.any()) text.append(String.format(Locale.ROOT, "energy %.6g mJ, power %.6g mW%n", energy.total() / MILLISECOND, power()));
        else text.append("energy and power not stated by the accelerator").append(System.lineSeparator());
        samples.text().ifPresent(said -> text.append("  ").append(said).append(System.lineSeparator()));
        text.append(stated.text());
        text.append(String.format(Locale.ROOT, "  bounds: compute %.6f ms, issue %.6f ms, memory %.6f ms, communication %.6f ms",
            milliseconds(bounds.compute()), milliseconds(bounds.issue()), milliseconds(bounds.memory()), milliseconds(bounds.communication())));
        if (bounds.greatest() > 0) text.append(String.format(Locale.ROOT, "; %.2f times the greatest", outcome.time() / bounds.greatest()));
        text.append(System.lineSeparator());
        for (var kind : UnitKind.values()) unitText(kind, text);
        text.append(FrontEndReport.text(outcome.cores())).append(CrossbarReport.of(timing, outcome).text());
        var peak = LocalMemoryReport.peak(timing, outcome);
        if (peak != null) text.append(peak.text());
        if (path != null) text.append(path.text(outcome.time()));
        return text.append(area.text()).toString();
    }

    private void unitText(UnitKind kind, StringBuilder text) {
        var all = outcome.cores().stream().flatMap(c -> c.units().stream()).filter(u -> u.kind() == kind).toList();
        double busy = all.stream().mapToLong(Outcome.UnitOutcome::busy).sum();
        if (busy == 0 || outcome.time() == 0) return;
        text.append(String.format(Locale.ROOT, "  %s units: busy %.1f %%, of that", name(kind), 100 * busy / all.size() / outcome.time()));
        for (var cause : Cause.values()) {
            long time = all.stream().mapToLong(u -> u.causes().get(cause)).sum();
            if (time > 0) text.append(String.format(Locale.ROOT, " %s %.1f %%", name(cause), 100 * time / busy));
        }
        text.append(System.lineSeparator());
    }

    private Map<String, Object> instructions() {
        var byUnit = new TreeMap<String, Object>();
        for (var kind : UnitKind.values()) {
            long count = 0;
            for (int cost = 0; cost < timing.behaviours().size(); cost++) {
                if (timing.behaviours().get(cost).behaviour().unit() != kind) continue;
                for (var core : outcome.cores()) count += core.count(cost);
            }
            if (count > 0) byUnit.put(name(kind), count);
        }
        return byUnit;
    }

    private Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        for (var part : Part.values()) {
            var spent = new LinkedHashMap<String, Object>();
            spent.put("static_pJ", energy.always().get(part));
            spent.put("dynamic_pJ", energy.working().get(part));
            parts.put(name(part), spent);
        }
        return parts;
    }

    private Map<String, Object> boundsTree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("compute", milliseconds(bounds.compute()));
        tree.put("issue", milliseconds(bounds.issue()));
        tree.put("memory", milliseconds(bounds.memory()));
        tree.put("communication", milliseconds(bounds.communication()));
        tree.put("ratio", bounds.greatest() == 0 ? null : outcome.time() / bounds.greatest());
        return tree;
    }

    private Map<String, Object> core(Outcome.CoreOutcome core) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("core", core.core());
        tree.put("finish_ms", milliseconds(core.finishedAt()));
        tree.put("instructions", core.instructions());
        tree.put("static_pJ", Energy.alwaysOfCore(timing, outcome));
        tree.put("dynamic_pJ", Energy.sum(Energy.ofCore(timing, core)));
        var units = new LinkedHashMap<String, Object>();
        for (var kind : UnitKind.values()) {
            var all = core.units().stream().filter(u -> u.kind() == kind).toList();
            if (!all.isEmpty()) units.put(name(kind), unit(all));
        }
        tree.put("units", units);
        tree.put("front_end_ms", FrontEndReport.tree(List.of(core)));
        tree.put("crossbars", CrossbarReport.ofCore(timing, outcome, core).tree());
        tree.put("local_memory", LocalMemoryReport.ofCore(timing, core.core()).tree());
        tree.put("area_mm2", area.core(core.core()));
        return tree;
    }

    /// What units of a kind did: the part of the run that they had instructions, and what these spent the time on.
    private Map<String, Object> unit(List<Outcome.UnitOutcome> all) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("count", all.size());
        double busy = all.stream().mapToLong(Outcome.UnitOutcome::busy).sum();
        tree.put("busy_ms", milliseconds(busy));
        tree.put("utilisation", outcome.time() == 0 ? 0 : busy / all.size() / outcome.time());
        var causes = new LinkedHashMap<String, Object>();
        for (var cause : Cause.values()) {
            long time = all.stream().mapToLong(u -> u.causes().get(cause)).sum();
            if (time > 0) causes.put(name(cause), milliseconds(time));
        }
        tree.put("time_ms", causes);
        return tree;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
