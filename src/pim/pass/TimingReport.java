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
            Map<String, Line> sums = new HashMap<>();
            collect(total, sums);
            return sums.values().stream().sorted(Comparator.comparing(Line::wall).reversed().thenComparing(Line::name)).toList();
        }

        private void collect(Timing.Step step, Map<String, Line> sums) {
            for (var inner : step.inner()) {
                sums.merge(inner.name(), new Line(inner.name(), inner.wall(), inner.user(), List.of()), Line::plus);
                collect(inner, sums);
            }
        }
    },
    /// Each step within that it was part of.
    TREE {
        @Override List<Line> lines(Timing.Step total) {
            var lines = new ArrayList<Line>();
            for (var inner : total.inner()) lines.add(new Line(inner.name(), inner.wall(), inner.user(), lines(inner)));
            return lines;
        }
    };

    /// In what form a report is written.
    public enum Format { TEXT, JSON }

    record Line(String name, long wall, long user, List<Line> inner) {
        Line plus(Line other) {
            return new Line(name, wall + other.wall, user + other.user, inner);
        }
    }

    abstract List<Line> lines(Timing.Step total);

    /// @param threads whether there may have been several, so that the time they spent together is shown too
    public String of(Timing timing, Format format, boolean threads) {
        var total = timing.total();
        var lines = new ArrayList<>(lines(total));
        long wall = total.wall(), user = wall;
        for (var step : total.inner()) {
            wall -= step.wall();
            user += step.user() - step.wall();
        }
        lines.add(new Line("Rest", wall, wall, List.of()));
        lines.add(new Line(total.name(), total.wall(), user, List.of()));
        var columns = threads ? List.of("User", "Wall") : List.of("Wall");
        return switch (format) {
            case TEXT -> new Table(columns, total.wall(), user).text(lines);
            case JSON -> new Table(columns, total.wall(), user).json(lines, "") + "\n";
        };
    }

    /// @param wall of the whole, in nanoseconds
    /// @param user of the whole, in nanoseconds
    private record Table(List<String> columns, long wall, long user) {
        String text(List<Line> lines) {
            var text = new StringBuilder(StatisticsReport.header("... Execution time report ..."));
            text.append(String.format(Locale.ROOT, "  Total Execution Time: %.4f seconds\n\n", wall * 1e-9));
            for (var column : columns) text.append("  ----").append(column).append(" Time----");
            text.append("  ----Name----\n");
            for (var line : lines) text(line, "", text);
            return text.toString();
        }

        private void text(Line line, String margin, StringBuilder text) {
            for (var column : columns) text.append(String.format(Locale.ROOT, "  %8.4f (%5.1f%%)", seconds(line, column), share(line, column)));
            text.append("  ").append(margin).append(line.name).append('\n');
            for (var inner : line.inner) text(inner, margin + "  ", text);
        }

        String json(List<Line> lines, String margin) {
            var text = new StringBuilder("[");
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                text.append(i == 0 ? "\n" : ",\n").append(margin).append('{');
                for (var column : columns) {
                    text.append(String.format(Locale.ROOT, "\"%s\": {\"duration\": %.4f, \"percentage\": %.1f}, ", column.toLowerCase(Locale.ROOT),
                        seconds(line, column), share(line, column)));
                }
                text.append("\"name\": \"").append(line.name.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
                if (!line.inner.isEmpty()) text.append(", \"passes\": ").append(json(line.inner, margin + "  "));
                text.append('}');
            }
            return text.append(lines.isEmpty() ? "]" : "\n" + margin + "]").toString();
        }

        private double seconds(Line line, String column) {
            return 1e-9 * (column.equals("Wall") ? line.wall : line.user);
        }

        private double share(Line line, String column) {
            return column.equals("Wall") ? 100.0 * line.wall / wall : 100.0 * line.user / user;
        }
    }
}
