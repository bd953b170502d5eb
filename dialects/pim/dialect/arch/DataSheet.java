package pim.dialect.arch;

import java.util.List;
import java.util.Locale;
import pim.dialect.arch.schema.Schema;

/// A description for people: what follows from it, and each value with its key, its unit and where it comes from.
public final class DataSheet {
    private static final List<String> HEADER = List.of("key", "value", "unit", "source");

    private DataSheet() {}

    public static String of(String name, Accelerator accelerator) {
        var text = new StringBuilder(name).append(": ").append(summary(accelerator)).append("\n");
        var rows = Accelerator.SCHEMA.values(accelerator).filter(v -> !v.path().equals("pimlico.sources"))
            .filter(v -> !v.isDefault() || !v.path().contains("[")).map(v -> row(accelerator, v)).toList();
        var widths = new int[HEADER.size()];
        for (int i = 0; i < widths.length - 1; i++) {
            int column = i;
            widths[i] = Math.max(HEADER.get(i).length(), rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
        }
        line(text, HEADER, widths);
        for (var row : rows) line(text, row, widths);
        return text.toString();
    }

    private static String summary(Accelerator a) {
        var unit = a.matrixUnit();
        return String.format(Locale.ROOT, "%s of %d cores, %d %s %dx%d arrays a core, %d of whole %d-bit weights; the arrays store %.1f MB",
            a.chips().count() == 1 ? "1 chip" : a.chips().count() + " chips", a.chip().cores(), unit.arrays(),
            unit.arraysAre().name().toLowerCase(Locale.ROOT), unit.crossbar().rows(), unit.crossbar().columns(),
            a.logicalArrays(unit.weightBits()), unit.weightBits(), a.capacityBytes() / (double) (1 << 20));
    }

    private static List<String> row(Accelerator accelerator, Schema.Value value) {
        var source = accelerator.source(value.path());
        var origin = value.isDefault() ? "default" : source == null ? "" : source;
        return List.of(value.path(), value.text(), value.leaf().key().unit(), origin);
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) line.append(cells.get(i)).repeat(' ', Math.max(0, widths[i] - cells.get(i).length())).append("  ");
        text.append(line.toString().stripTrailing()).append("\n");
    }
}
