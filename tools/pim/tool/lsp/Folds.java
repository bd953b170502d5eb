package pim.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/// What can be folded: regions, comments of several lines, the resources at the end of a file, and the parts between split markers.
final class Folds {
    private final List<FoldingRange> folds = new ArrayList<>();

    private Folds() {}

    static List<FoldingRange> of(Document document) {
        var all = new Folds();
        for (var chunk : document.chunks()) all.regions(chunk.views().getFirst());
        all.lines(document);
        return all.folds;
    }

    private void regions(View view) {
        for (var scope : view.index().scopes()) {
            if (scope.outer == null || scope.end == null) continue;
            var start = view.range(scope.start);
            var end = view.range(scope.end);
            // The line of the closing brace stays in sight.
            if (start != null && end != null) add(start.getStart().getLine(), end.getStart().getLine() - 1, FoldingRangeKind.Region);
        }
    }

    private void lines(Document document) {
        int comment = -1, metadata = -1, part = 0, line = 0;
        int lines = document.source().lineCount();
        var ends = document.chunks().stream().map(c -> c.source().lineCount() - 1).toList();
        for (; line <= lines; line++) {
            var text = line == lines ? "" : document.source().line(line + 1).strip();
            boolean marker = line < lines && ends.size() > 1 && ends.contains(line) && line != lines - 1;
            boolean commented = text.startsWith("//") && !marker;
            if (commented && comment < 0) comment = line;
            if (!commented && comment >= 0) {
                add(comment, line - 1, FoldingRangeKind.Comment);
                comment = -1;
            }
            if (text.startsWith("{-#")) metadata = line;
            if (text.endsWith("#-}") && metadata >= 0) {
                add(metadata, line - 1, FoldingRangeKind.Region);
                metadata = -1;
            }
            if (marker || line == lines && ends.size() > 1) {
                add(part, line - 1, FoldingRangeKind.Region);
                part = line + 1;
            }
        }
    }

    private void add(int start, int end, String kind) {
        if (end <= start) return;
        var fold = new FoldingRange(start, end);
        fold.setKind(kind);
        folds.add(fold);
    }
}
