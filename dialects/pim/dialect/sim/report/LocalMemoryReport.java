package pim.dialect.sim.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import pim.dialect.arch.Memory;
import pim.dialect.sim.timing.LocalUse;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Outcome;

/// What the program of a core uses of its local memory.
///
/// @param capacity bytes that there are
record LocalMemoryReport(int core, LocalUse use, long capacity) {
    static LocalMemoryReport ofCore(Timing timing, int core) {
        return new LocalMemoryReport(core, timing.localUse(core), timing.accelerator().chip().core().localMemory().size());
    }

    /// Of the core that uses most; null when there is no program.
    static LocalMemoryReport peak(Timing timing, Outcome outcome) {
        return outcome.cores().stream().map(c -> ofCore(timing, c.core()))
            .max(Comparator.<LocalMemoryReport>comparingLong(r -> r.use.touched()).thenComparingLong(r -> -r.core)).orElse(null);
    }

    /// For JSON.
    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("touched_bytes", use.touched());
        tree.put("end_byte", use.end());
        tree.put("capacity_bytes", isLimited() ? capacity : null);
        tree.put("ratio", isLimited() ? (double) use.touched() / capacity : null);
        tree.put("exact", use.exact());
        return tree;
    }

    private boolean isLimited() {
        return capacity != Memory.UNLIMITED;
    }

    /// In a line.
    String text() {
        var text = new StringBuilder(String.format(Locale.ROOT, "  local memory: %s%d bytes touched", use.exact() ? "" : "about ", use.touched()));
        if (isLimited()) text.append(String.format(Locale.ROOT, " of %d (%.1f %%)", capacity, 100.0 * use.touched() / capacity));
        text.append(" on core ").append(core).append(", the most of a core");
        if (use.exact() && use.end() > capacity) text.append("; they end at ").append(use.end()).append(", beyond the memory");
        return text.append(System.lineSeparator()).toString();
    }
}
