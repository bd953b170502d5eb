package pim.dialect.sim.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pim.simulate.Outcome;
import pim.simulate.Slot;

/// What the time of front ends was for: in which of it instructions were dispatched, and why not in the rest.
final class FrontEndReport {
    private static final double MILLISECOND = 1e9;

    private FrontEndReport() {}

    private static long time(List<Outcome.CoreOutcome> cores, Slot slot) {
        return cores.stream().mapToLong(c -> c.frontEnd().get(slot)).sum();
    }

    private static String name(Slot slot) {
        return slot.name().toLowerCase(Locale.ROOT);
    }

    /// For JSON, of all the cores together.
    static Map<String, Object> tree(List<Outcome.CoreOutcome> cores) {
        var tree = new LinkedHashMap<String, Object>();
        for (var slot : Slot.values()) tree.put(name(slot), time(cores, slot) / MILLISECOND);
        return tree;
    }

    /// In a line; empty where no time passed.
    static String text(List<Outcome.CoreOutcome> cores) {
        double all = 0;
        for (var slot : Slot.values()) all += time(cores, slot);
        if (all == 0) return "";
        var text = new StringBuilder("  front ends:");
        for (var slot : Slot.values()) {
            long time = time(cores, slot);
            if (time > 0) text.append(String.format(Locale.ROOT, " %s %.1f %%", name(slot), 100 * time / all));
        }
        return text.append(System.lineSeparator()).toString();
    }
}
