package pim.tool.filecheck;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A named text that messages point into. It holds one byte per char (ISO 8859-1), so that any file can be read and columns count bytes.
final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = IntStream.concat(IntStream.of(0),
            IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1)).toArray();
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    Slice all() {
        return new Slice(this, 0, text.length());
    }

    /// The line of a place, from 1.
    int line(int place) {
        int index = Arrays.binarySearch(lineStarts, place);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /// The column of a place, from 1.
    int column(int place) {
        return place - lineStarts[line(place) - 1] + 1;
    }

    int lines() {
        return lineStarts.length;
    }

    int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /// The text of a line without its end.
    String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
