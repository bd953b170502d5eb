package pim.pass;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// What the passes of a schedule have counted, as MLIR lays it out.
public enum StatisticsReport {
    /// Equal passes together, by name.
    LIST {
        @Override void write(Schedule schedule, StringBuilder text) {
            var merged = new TreeMap<String, Map<Statistic, Long>>();
            collect(schedule, merged);
            merged.forEach((name, counts) -> entry(name, counts, 2, text));
        }
    },
    /// Each pass at its place in the pipeline.
    PIPELINE {
        @Override void write(Schedule schedule, StringBuilder text) {
            for (var entry : schedule.entries()) write(entry, 0, text);
        }

        private void write(Schedule.Entry entry, int indent, StringBuilder text) {
            switch (entry) {
                case Schedule.Single single -> entry(single.pass().title(), counts(single), indent, text);
                case Schedule.Nested(var pipelines) -> {
                    boolean several = pipelines.size() > 1;
                    if (several) {
                        var anchors = pipelines.stream().map(p -> "'" + p.anchor() + "'").toList();
                        entry("Pipeline Collection : [" + String.join(", ", anchors) + "]", Map.of(), indent, text);
                    }
                    int inner = several ? indent + 2 : indent;
                    for (var pipeline : pipelines) {
                        entry("'" + pipeline.anchor() + "' Pipeline", Map.of(), inner, text);
                        for (var step : pipeline.entries()) write(step, inner + 2, text);
                    }
                }
            }
        }
    };

    private static final int WIDTH = 80;

    abstract void write(Schedule schedule, StringBuilder text);

    /// The table of what `schedule` has counted so far.
    public String of(Schedule schedule) {
        var text = new StringBuilder(header("... Pass statistics report ..."));
        write(schedule, text);
        return text.append('\n').toString();
    }

    /// A title between two rules.
    static String header(String title) {
        var rule = "===" + "-".repeat(73) + "===\n";
        return rule + " ".repeat((WIDTH - title.length()) / 2) + title + "\n" + rule;
    }

    private static void collect(Schedule schedule, Map<String, Map<Statistic, Long>> merged) {
        for (var entry : schedule.entries()) {
            switch (entry) {
                case Schedule.Nested(var pipelines) -> pipelines.forEach(p -> collect(p, merged));
                case Schedule.Single single -> {
                    var counts = counts(single);
                    if (counts.isEmpty()) continue;
                    var sums = merged.computeIfAbsent(single.pass().title(), _ -> sorted());
                    counts.forEach((statistic, count) -> sums.merge(statistic, count, Long::sum));
                }
            }
        }
    }

    private static Map<Statistic, Long> counts(Schedule.Single single) {
        var counts = sorted();
        for (var statistic : Statistic.of(single.pass())) counts.put(statistic, 0L);
        single.counts().forEach((statistic, count) -> counts.put(statistic, count.sum()));
        return counts;
    }

    private static Map<Statistic, Long> sorted() {
        return new TreeMap<>(Comparator.comparing(Statistic::name));
    }

    private static void entry(String name, Map<Statistic, Long> counts, int indent, StringBuilder text) {
        text.repeat(' ', indent).append(name).append('\n');
        int nameWidth = counts.keySet().stream().mapToInt(s -> s.name().length()).max().orElse(0);
        int countWidth = counts.values().stream().mapToInt(c -> c.toString().length()).max().orElse(0);
        counts.forEach((statistic, count) -> text.repeat(' ', indent + 2).append("(S) ")
            .repeat(' ', countWidth - count.toString().length()).append(count).append(' ')
            .append(statistic.name()).repeat(' ', nameWidth - statistic.name().length()).append(" - ").append(statistic.description()).append('\n'));
    }
}
