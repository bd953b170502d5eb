package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Area;

/// The area of the accelerator, as far as it states it. mm2.
record AreaReport(Accelerator accelerator, Area area) {
    private static final String UNIT = "mm2";

    static AreaReport of(Accelerator accelerator) {
        return new AreaReport(accelerator, Area.of(accelerator));
    }

    /// For JSON.
    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("unit", UNIT);
        tree.put("total_mm2", number(area.total()));
        tree.put("core_mm2", number(area.core()));
        tree.put("complete", area.absent().isEmpty());
        tree.put("absent", area.absent());
        var parts = new ArrayList<Map<String, Object>>();
        for (var part : area.parts()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("part", part.name());
            one.put("part_of", part.whole());
            one.put("each_mm2", part.each());
            if (part.perCore() > 0) {
                one.put("count_per_core", part.perCore());
                one.put("per_core_mm2", part.each() * part.perCore());
            }
            if (part.count() > 0) {
                one.put("count", part.count());
                one.put("total_mm2", part.total());
            }
            one.put("key", part.key());
            var source = accelerator.source(part.key());
            if (source != null) one.put("source", source);
            parts.add(one);
        }
        tree.put("parts", parts);
        return tree;
    }

    /// Of one core, for JSON.
    Double core(int core) {
        return number(accelerator.coreVariants().isEmpty() ? area.core() : Area.ofCore(accelerator, core));
    }

    private static Double number(OptionalDouble area) {
        return area.isPresent() ? area.getAsDouble() : null;
    }

    /// In a line.
    String text() {
        if (area.total().isEmpty()) return "  area: not stated by the accelerator" + System.lineSeparator();
        var text = new StringBuilder(String.format(Locale.ROOT, "  area: %s%.6g mm2", area.absent().isEmpty() ? "" : "at least ",
            area.total().getAsDouble()));
        if (area.core().isPresent()) text.append(String.format(Locale.ROOT, ", a core %.6g mm2", area.core().getAsDouble()));
        if (!area.absent().isEmpty()) text.append("; the accelerator does not state ").append(String.join(", ", area.absent()));
        return text.append(System.lineSeparator()).toString();
    }
}
