package pim.tool.filecheck;

/// The part `[start, end)` of a source: text that knows where it stands.
record Slice(Source source, int start, int end) {
    static final String BLANKS = " \t";

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return start >= end;
    }

    String text() {
        return source.text().substring(start, end);
    }

    /// The char at `index` from the start of this slice, or `\0` outside it.
    char at(int index) {
        return index < length() ? source.text().charAt(start + index) : '\0';
    }

    boolean startsWith(String prefix) {
        return prefix.length() <= length() && source.text().startsWith(prefix, start);
    }

    /// Where `what` begins, counted from the start of this slice and at or after `index`, or -1.
    int indexOf(String what, int index) {
        int found = source.text().indexOf(what, Math.min(start + index, end), end);
        return found < 0 ? -1 : found - start;
    }

    int indexOf(String what) {
        return indexOf(what, 0);
    }

    Slice take(int length) {
        return new Slice(source, start, Math.min(end, start + length));
    }

    Slice drop(int length) {
        return new Slice(source, Math.min(end, start + length), end);
    }

    Slice trimStart() {
        int from = start;
        while (from < end && BLANKS.indexOf(source.text().charAt(from)) >= 0) from++;
        return new Slice(source, from, end);
    }

    Slice trimEnd() {
        int to = end;
        while (to > start && BLANKS.indexOf(source.text().charAt(to - 1)) >= 0) to--;
        return new Slice(source, start, to);
    }

    Slice trim() {
        return trimStart().trimEnd();
    }
}
