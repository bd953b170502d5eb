package pim.dialect.sim.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Outcome;

/// When the units worked for a layer, and what that took. Picoseconds.
final class LayerTimes {
    private static final double MILLISECOND = 1e9;

    private final String name;
    private long first = Long.MAX_VALUE, last, busy, instructions;
    private double energy;

    private LayerTimes(String name) {
        this.name = name;
    }

    /// For JSON, all layers that the program names, in the order of their beginnings.
    static List<Map<String, Object>> tree(Timing timing, Outcome outcome) {
        var layers = new LinkedHashMap<String, LayerTimes>();
        for (int cost = 0; cost < timing.behaviours().size(); cost++) {
            var entry = timing.behaviours().get(cost);
            if (entry.layer().isEmpty()) continue;
            var layer = layers.computeIfAbsent(entry.layer(), LayerTimes::new);
            long count = 0;
            for (var core : outcome.cores()) count += core.count(cost);
            layer.add(outcome, cost, count, count * entry.behaviour().energy().values().stream().mapToDouble(e -> e).sum());
        }
        return layers.values().stream().sorted(Comparator.comparingLong(l -> l.first)).map(LayerTimes::tree).toList();
    }

    private void add(Outcome outcome, int cost, long count, double spent) {
        if (outcome.spans().last(cost) == 0) return;
        first = Math.min(first, outcome.spans().first(cost));
        last = Math.max(last, outcome.spans().last(cost));
        busy += outcome.spans().busy(cost);
        instructions += count;
        energy += spent;
    }

    private Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("layer", name);
        tree.put("first_ms", first == Long.MAX_VALUE ? 0 : first / MILLISECOND);
        tree.put("last_ms", last / MILLISECOND);
        tree.put("busy_ms", busy / MILLISECOND);
        tree.put("instructions", instructions);
        tree.put("dynamic_pJ", energy);
        return tree;
    }
}
