package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Cause;
import pim.simulate.Observer;
import pim.simulate.UnitKind;

/// The chain of instructions that set the latency. It is followed back from the last that ended: an instruction that waited for its partner leads to
/// what that one waited for, any other to whoever held its unit or kept it in the dispatcher. What was dispatched without waiting leads to the dispatch
/// of the one before. All its pieces together are the latency.
public final class CriticalPath implements Observer {
    /// What no instruction is to blame for: dispatch, retirement, and the scalar instructions between.
    private static final String CONTROL = "control";
    private static final Cause[] CAUSES = Cause.values();
    /// Steps of the chain that are told one by one.
    private static final int TOLD = 50;
    /// Layers that a line has, at most.
    private static final int LAYERS = 8;

    /// A step of the chain, the last one first.
    private record Step(int core, int cost, int origin, double milliseconds) {}

    private final Timing timing;
    private int last = -1;
    /// By instruction: the one dispatched before on its core, those it waited for in the dispatcher and in front of its unit, and the one that it met.
    private int[] befores = new int[1024], stallers = new int[1024], holders = new int[1024], partners = new int[1024];
    private int[] costs = new int[1024], cores = new int[1024], origins = new int[1024];
    private long[] dispatched = new long[1024], from = new long[1024], to = new long[1024];
    private long[][] spent = new long[1024][];
    private int next;
    private final Map<String, Long> byCause = new TreeMap<>();
    private final Map<String, Map<String, Long>> byLayer = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private long length;
    private boolean followed;

    public CriticalPath(Timing timing) {
        this.timing = timing;
    }

    @Override public void dispatched(int number, int before, int blocker, int cost, long time) {
        if (number >= befores.length) grow(number);
        befores[number] = before;
        stallers[number] = blocker;
        costs[number] = cost;
        dispatched[number] = time;
    }

    @Override public void because(int number, int blocker, int partner, long[] causes) {
        holders[number] = blocker;
        partners[number] = partner;
        spent[number] = causes.clone();
        next = number;
    }

    @Override public void ended(int core, UnitKind unit, int lane, int origin, int cost, long start, long end) {
        cores[next] = core;
        origins[next] = origin;
        from[next] = start;
        to[next] = end;
        if (last < 0 || end >= to[last]) last = next;
    }

    private void grow(int number) {
        int size = Math.max(2 * befores.length, number + 1);
        befores = Arrays.copyOf(befores, size);
        stallers = Arrays.copyOf(stallers, size);
        holders = Arrays.copyOf(holders, size);
        partners = Arrays.copyOf(partners, size);
        costs = Arrays.copyOf(costs, size);
        cores = Arrays.copyOf(cores, size);
        origins = Arrays.copyOf(origins, size);
        dispatched = Arrays.copyOf(dispatched, size);
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        spent = Arrays.copyOf(spent, size);
    }

    /// For JSON: the time by cause, by layer and cause, and the last steps.
    ///
    /// @param latency of the run, ps
    public Map<String, Object> tree(long latency) {
        follow(latency);
        return tree();
    }

    /// Two lines: the parts of the time by cause, and by layer where the program names some, the greatest first.
    ///
    /// @param latency of the run, ps
    String text(long latency) {
        follow(latency);
        if (length == 0) return "";
        var layers = new TreeMap<String, Long>();
        byLayer.forEach((layer, causes) -> layers.put(layer, causes.values().stream().mapToLong(t -> t).sum()));
        var text = "  critical path: " + parts(byCause, CAUSES.length + 1) + System.lineSeparator();
        long unnamed = layers.getOrDefault("", 0L);
        layers.remove("");
        if (layers.isEmpty()) return text;
        if (unnamed > 0) layers.put("(no layer)", unnamed);
        return text + "  critical path by layer: " + parts(layers, LAYERS) + System.lineSeparator();
    }

    private String parts(Map<String, Long> times, int most) {
        var greatest = times.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(most)
            .map(e -> String.format(Locale.ROOT, "%s %.1f %%", e.getKey(), 100.0 * e.getValue() / length)).collect(Collectors.joining(" "));
        return times.size() <= most ? greatest : greatest + " and " + (times.size() - most) + " more";
    }

    /// Follows the chain back from the end of the run, once.
    private void follow(long latency) {
        if (followed) return;
        followed = true;
        long time = latency;
        for (int at = last; at >= 0; ) {
            time = blame(at, CONTROL, time - to[at], time);
            int partner = partners[at];
            boolean waited = partner >= 0 && from[partner] > from[at] && from[partner] < to[at];
            int begun = waited ? partner : at;
            time = work(at, time, from[begun]);
            at = holders[begun];
            if (at >= 0) continue;
            time = blame(begun, CONTROL, time - dispatched[begun], time);
            for (at = stallers[begun]; at < 0 && befores[begun] >= 0; at = stallers[begun]) {
                begun = befores[begun];
                time = blame(begun, CONTROL, time - dispatched[begun], time);
            }
        }
        add("", CONTROL, time);
    }

    /// The time from `begin` to the end of an instruction, by what it was spent on; waiting for its partner is not the instruction's own.
    private long work(int at, long time, long begin) {
        long left = to[at] - begin;
        var causes = spent[at];
        for (int i = 0; i < CAUSES.length; i++) {
            if (begin != from[at] && CAUSES[i] == Cause.PARTNER) continue;
            long part = Math.min(left, causes[i]);
            time = blame(at, CAUSES[i].name().toLowerCase(Locale.ROOT), part, time);
            left -= part;
        }
        time = blame(at, CONTROL, left, time);
        steps.add(new Step(cores[at], costs[at], origins[at], (to[at] - begin) / 1e9));
        return time;
    }

    private long blame(int at, String cause, long duration, long time) {
        add(timing.behaviours().get(costs[at]).layer(), cause, duration);
        return time - duration;
    }

    private void add(String layer, String cause, long duration) {
        if (duration == 0) return;
        byCause.merge(cause, duration, Long::sum);
        byLayer.computeIfAbsent(layer, _ -> new TreeMap<>()).merge(cause, duration, Long::sum);
        length += duration;
    }

    private Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("length_ms", length / 1e9);
        tree.put("by_cause_ms", milliseconds(byCause));
        var layers = new ArrayList<Map<String, Object>>();
        byLayer.forEach((layer, causes) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("layer", layer);
            one.put("ms", causes.values().stream().mapToLong(t -> t).sum() / 1e9);
            one.put("by_cause_ms", milliseconds(causes));
            layers.add(one);
        });
        tree.put("by_layer", layers.reversed());
        tree.put("steps", steps.size());
        tree.put("last_steps", steps.stream().limit(TOLD).map(this::step).toList().reversed());
        return tree;
    }

    private Map<String, Object> step(Step step) {
        var entry = timing.behaviours().get(step.cost);
        var one = new LinkedHashMap<String, Object>();
        one.put("core", step.core);
        one.put("op", entry.opcode().mnemonic());
        one.put("layer", entry.layer());
        one.put("instruction", step.origin);
        one.put("ms", step.milliseconds);
        return one;
    }

    private static Map<String, Double> milliseconds(Map<String, Long> times) {
        var tree = new LinkedHashMap<String, Double>();
        times.forEach((cause, time) -> tree.put(cause, time / 1e9));
        return tree;
    }
}
