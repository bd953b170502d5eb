package pim.tool.filecheck;

/// What a directive asks for.
///
/// @param count how often a plain directive must match, for `-COUNT-n`
/// @param literal whether the pattern is plain text, for `{LITERAL}`
record Directive(Kind kind, int count, boolean literal) {
    enum Kind {
        PLAIN("", "check"), NEXT("-NEXT", "next"), SAME("-SAME", "same"), NOT("-NOT", "not"), DAG("-DAG", "dag"), LABEL("-LABEL", "label"),
            EMPTY("-EMPTY", "empty"),
        /// The end of the input, where directives without a following positive one are matched.
        END("", "eof");

        final String suffix;
        /// The name in an input dump.
        final String shortName;

        Kind(String suffix, String shortName) {
            this.suffix = suffix;
            this.shortName = shortName;
        }
    }

    static Directive of(Kind kind) {
        return new Directive(kind, 1, false);
    }

    /// The directive as messages call it.
    String describe(String prefix) {
        if (kind == Kind.END) return "implicit EOF";
        return prefix + (count > 1 ? "-COUNT" : kind.suffix) + (literal ? "{LITERAL}" : "");
    }

    String shortName() {
        return count > 1 ? "count" : kind.shortName;
    }
}
