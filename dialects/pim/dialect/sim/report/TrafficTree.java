package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Interconnect;
import pim.simulate.Outcome;

/// What went over the network, for JSON.
final class TrafficTree {
    private TrafficTree() {}

    static Map<String, Object> of(Timing timing, Outcome outcome) {
        var traffic = outcome.traffic();
        var pairs = new ArrayList<Map<String, Object>>();
        traffic.forEach((from, to) -> {
            var pair = new LinkedHashMap<String, Object>();
            pair.put("from", place(from));
            pair.put("to", place(to));
            pair.put("messages", traffic.messages(from, to));
            pair.put("bytes", traffic.bytes(from, to));
            pair.put("flits", traffic.flits(from, to));
            pairs.add(pair);
        });
        var tree = new LinkedHashMap<String, Object>();
        tree.put("global_memory_bytes", globalBytes(timing, outcome));
        tree.put("pairs", pairs);
        return tree;
    }

    private static long globalBytes(Timing timing, Outcome outcome) {
        long bytes = 0;
        for (int cost = 0; cost < timing.behaviours().size(); cost++) {
            for (var core : outcome.cores()) bytes += core.count(cost) * timing.behaviours().get(cost).behaviour().global();
        }
        return bytes;
    }

    private static Object place(int number) {
        return number == Interconnect.MEMORY ? "global_memory" : number;
    }
}
