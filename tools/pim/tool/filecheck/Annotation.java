package pim.tool.filecheck;

/// Something to be said about a part of the input in an input dump.
///
/// @param where the part of the input
/// @param note an explanation, or empty
record Annotation(Pattern pattern, Kind kind, Slice where, String note) {
    enum Kind {
        FOUND('^', ""), EXCLUDED('!', "error: no match expected"), WRONG_LINE('!', "error: match on wrong line"),
        DISCARDED('!', "discard: overlaps earlier match"), ABSENT('X', ""), MISSING('X', "error: no match found"),
        UNUSABLE('X', "error: match failed for invalid pattern"), NEAR('?', "possible intended match");

        final char mark;
        final String text;

        Kind(char mark, String text) {
            this.mark = mark;
            this.text = text;
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
