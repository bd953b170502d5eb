package pim.diagnose;

import java.util.Arrays;

/// The text of a file and where its lines begin. Lines and columns count from one.
public final class SourceText {
    private final String path;
    private final String text;
    private int[] lineStarts;

    public SourceText(String path, String text) {
        this.path = path;
        this.text = text;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /// The line, without its end; empty when there is no such line.
    public String line(int line) {
        int[] starts = lineStarts();
        if (line < 1 || line > starts.length) return "";
        int end = line < starts.length ? starts[line] - 1 : text.length();
        return text.substring(starts[line - 1], end).stripTrailing();
    }

    public int lineCount() {
        return lineStarts().length;
    }

    /// The offset of a place in the text.
    public int offset(int line, int column) {
        return lineStarts()[line - 1] + column - 1;
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            var starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) starts = Arrays.copyOf(starts, 2 * count);
                starts[count++] = i + 1;
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }
}
