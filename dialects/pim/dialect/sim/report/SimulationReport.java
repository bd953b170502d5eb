package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pim.dialect.sim.timing.Part;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Cause;
import pim.simulate.Interconnect;
import pim.simulate.Outcome;
import pim.simulate.UnitKind;

/// What is told about a run. `README.md` of the dialect has the schema.
public final class SimulationReport {
    private static final double MILLISECOND = 1e9;

    private final Timing timing;
    private final Outcome outcome;
    private final Energy energy;
    private final Bounds bounds;

    private final CriticalPath path;

    public SimulationReport(Timing timing, Outcome outcome) {
        this(timing, outcome, null);
    }

    /// @param path that observed the run, or null
    public SimulationReport(Timing timing, Outcome outcome, CriticalPath path) {
        this.path = path;
        this.timing = timing;
        this.outcome = outcome;
        energy = Energy.of(timing, outcome);
        bounds = Bounds.of(timing, outcome);
    }

    public double latency() {
        return milliseconds(outcome.latency());
    }

    /// mW over the time of the run.
    public double power() {
        return outcome.latency() == 0 ? 0 : energy.total() / (outcome.latency() / 1000.0);
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
        report.put("core_finish_ms", outcome.cores().stream().map(c -> milliseconds(c.finishedAt())).toList());
        report.put("ended", outcome.ended());
        report.put("instructions", instructions());
        report.put("energy", parts());
        report.put("bounds_ms", boundsTree());
        report.put("cores", outcome.cores().stream().map(this::core).toList());
        report.put("layers", layers());
        report.put("traffic", traffic());
        if (path != null) report.put("critical_path", path.tree(outcome.latency()));
        return report;
    }

    private static double milliseconds(double picoseconds) {
        return picoseconds / MILLISECOND;
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
        for (var part : Part.values()) parts.put(name(part), Map.of("static_pJ", energy.always().get(part), "dynamic_pJ", energy.working().get(part)));
        return parts;
    }

    private Map<String, Object> boundsTree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("compute", milliseconds(bounds.compute()));
        tree.put("issue", milliseconds(bounds.issue()));
        tree.put("memory", milliseconds(bounds.memory()));
        tree.put("communication", milliseconds(bounds.communication()));
        tree.put("ratio", bounds.greatest() == 0 ? null : outcome.latency() / bounds.greatest());
        return tree;
    }

    private Map<String, Object> core(Outcome.CoreOutcome core) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("core", core.core());
        tree.put("finish_ms", milliseconds(core.finishedAt()));
        tree.put("ended", core.ended());
        tree.put("instructions", core.instructions());
        tree.put("dynamic_pJ", Energy.sum(Energy.ofCore(timing, core)));
        var units = new LinkedHashMap<String, Object>();
        for (var kind : UnitKind.values()) {
            var all = core.units().stream().filter(u -> u.kind() == kind).toList();
            if (!all.isEmpty()) units.put(name(kind), unit(all));
        }
        tree.put("units", units);
        return tree;
    }

    /// What units of a kind did: the part of the run that they had instructions, and what these spent the time on.
    private Map<String, Object> unit(List<Outcome.UnitOutcome> all) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("count", all.size());
        double busy = all.stream().mapToLong(Outcome.UnitOutcome::busy).sum();
        tree.put("busy_ms", milliseconds(busy));
        tree.put("utilisation", outcome.latency() == 0 ? 0 : busy / all.size() / outcome.latency());
        var causes = new LinkedHashMap<String, Object>();
        for (var cause : Cause.values()) {
            long time = all.stream().mapToLong(u -> u.causes().get(cause)).sum();
            if (time > 0) causes.put(name(cause), milliseconds(time));
        }
        tree.put("time_ms", causes);
        return tree;
    }

    private List<Map<String, Object>> layers() {
        var layers = new LinkedHashMap<String, Layer>();
        for (int cost = 0; cost < timing.behaviours().size(); cost++) {
            var entry = timing.behaviours().get(cost);
            if (entry.layer().isEmpty()) continue;
            var layer = layers.computeIfAbsent(entry.layer(), Layer::new);
            long count = 0;
            for (var core : outcome.cores()) count += core.count(cost);
            layer.add(outcome, cost, count, count * entry.behaviour().energy().values().stream().mapToDouble(e -> e).sum());
        }
        return layers.values().stream().sorted(Comparator.comparingLong(l -> l.first)).map(Layer::tree).toList();
    }

    private static final class Layer {
        final String name;
        long first = Long.MAX_VALUE, last, busy, instructions;
        double energy;

        Layer(String name) {
            this.name = name;
        }

        void add(Outcome outcome, int cost, long count, double spent) {
            if (outcome.spans().last(cost) == 0) return;
            first = Math.min(first, outcome.spans().first(cost));
            last = Math.max(last, outcome.spans().last(cost));
            busy += outcome.spans().busy(cost);
            instructions += count;
            energy += spent;
        }

        Map<String, Object> tree() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("layer", name);
            tree.put("first_ms", milliseconds(first == Long.MAX_VALUE ? 0 : first));
            tree.put("last_ms", milliseconds(last));
            tree.put("busy_ms", milliseconds(busy));
            tree.put("instructions", instructions);
            tree.put("dynamic_pJ", energy);
            return tree;
        }
    }

    private Map<String, Object> traffic() {
        var traffic = outcome.traffic();
        var pairs = new ArrayList<Map<String, Object>>();
        for (int from = Interconnect.MEMORY; from < traffic.cores(); from++) {
            for (int to = Interconnect.MEMORY; to < traffic.cores(); to++) {
                if (traffic.messages(from, to) == 0) continue;
                var pair = new LinkedHashMap<String, Object>();
                pair.put("from", place(from));
                pair.put("to", place(to));
                pair.put("messages", traffic.messages(from, to));
                pair.put("bytes", traffic.bytes(from, to));
                pair.put("flits", traffic.flits(from, to));
                pairs.add(pair);
            }
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("global_memory_bytes", globalBytes());
        tree.put("pairs", pairs);
        return tree;
    }

    private long globalBytes() {
        long bytes = 0;
        for (int cost = 0; cost < timing.behaviours().size(); cost++) {
            for (var core : outcome.cores()) bytes += core.count(cost) * timing.behaviours().get(cost).behaviour().global();
        }
        return bytes;
    }

    private static Object place(int number) {
        return number == Interconnect.MEMORY ? "global_memory" : number;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
