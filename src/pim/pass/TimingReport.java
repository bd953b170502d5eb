package pim.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How long everything took, as MLIR lays it out: seconds, and the share of the whole.
public enum TimingReport {
    /// Steps of one name together, the longest first.
    LIST {
        @Override List<Line> lines(Timing.Step total) {
            Map<String, Long> sums = new HashMap<>();
            collect(total, sums);
            return sums.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue(), List.of()))
                .sorted(Comparator.comparing(Line::nanoseconds).reversed().thenComparing(Line::name)).toList();
        }

        private void collect(Timing.Step step, Map<String, Long> sums) {
            for (var inner : step.inner()) {
                sums.merge(inner.name(), inner.nanoseconds(), Long::sum);
                collect(inner, sums);
            }
        }
    },
    /// Each step within that it was part of.
    TREE {
        @Override List<Line> lines(Timing.Step total) {
            var lines = new ArrayList<Line>();
            for (var inner : total.inner()) lines.add(new Line(inner.name(), inner.nanoseconds(), lines(inner)));
            return lines;
        }
    };

    /// In what form a report is written.
    public enum Format { TEXT, JSON }

    record Line(String name, long nanoseconds, List<Line> inner) {}

    abstract List<Line> lines(Timing.Step total);

    public String of(Timing timing, Format format) {
        var total = timing.total();
        var lines = new ArrayList<>(lines(total));
        long rest = total.nanoseconds();
        for (var step : total.inner()) rest -= step.nanoseconds();
        lines.add(new Line("Rest", rest, List.of()));
        lines.add(new Line(total.name(), total.nanoseconds(), List.of()));
        var text = new StringBuilder();
        switch (format) {
            case TEXT -> {
                text.append(StatisticsReport.header("... Execution time report ..."));
                text.append(String.format(Locale.ROOT, "  Total Execution Time: %.4f seconds", total.nanoseconds() * 1e-9));
                text.append("\n\n  ----Wall Time----  ----Name----\n");
                for (var line : lines) text(line, "", total.nanoseconds(), text);
            }
            case JSON -> json(lines, "", total.nanoseconds(), text).append('\n');
        }
        return text.toString();
    }

    private static void text(Line line, String margin, long total, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "  %8.4f (%5.1f%%)  ", line.nanoseconds * 1e-9, 100.0 * line.nanoseconds / total));
        text.append(margin).append(line.name).append('\n');
        for (var inner : line.inner) text(inner, margin + "  ", total, text);
    }

    private static StringBuilder json(List<Line> lines, String margin, long total, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            text.append(i == 0 ? "\n" : ",\n").append(margin).append(String.format(Locale.ROOT,
                "{\"wall\": {\"duration\": %.4f, \"percentage\": %.1f}, \"name\": \"%s\"", line.nanoseconds * 1e-9,
                100.0 * line.nanoseconds / total, line.name.replace("\\", "\\\\").replace("\"", "\\\"")));
            if (!line.inner.isEmpty()) json(line.inner, margin + "  ", total, text.append(", \"passes\": "));
            text.append('}');
        }
        return text.append(lines.isEmpty() ? "]" : "\n" + margin + "]");
    }
}
