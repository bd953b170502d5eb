package pim.tool.filecheck;

/// Something to be said about a part of the input in an input dump.
///
/// @param where the part of the input
/// @param note an explanation, or empty
record Annotation(Pattern pattern, Kind kind, Slice where, String note) {
    enum Kind {
        FOUND('^', "", Color.GREEN), EXCLUDED('!', "error: no match expected", Color.RED), WRONG_LINE('!', "error: match on wrong line", Color.RED),
        DISCARDED('!', "discard: overlaps earlier match", Color.CYAN), ABSENT('X', "", Color.GREEN), MISSING('X', "error: no match found", Color.RED),
        UNUSABLE('X', "error: match failed for invalid pattern", Color.RED), NEAR('?', "possible intended match", Color.MAGENTA);

        final char mark;
        final String text;
        final Color color;

        Kind(char mark, String text, Color color) {
            this.mark = mark;
            this.text = text;
            this.color = color;
        }

        /// Whether it explains a failure.
        boolean isError() {
            return text.startsWith("error") || this == NEAR;
        }
    }

    Annotation as(Kind other) {
        return new Annotation(pattern, other, where, note);
    }
}
