package pim.tool.filecheck.regex;

import java.util.BitSet;
import java.util.List;

/// The syntax tree of an extended regular expression.
sealed interface Node {
    /// One byte out of a set.
    record Bytes(BitSet set) implements Node {}

    /// A place between bytes.
    record At(Anchor anchor) implements Node {}

    /// What matched group `index` (from 1), again.
    record BackReference(int index) implements Node {}

    record Group(int index, Node body) implements Node {}

    record Sequence(List<Node> parts) implements Node {}

    record Choice(List<Node> alternatives) implements Node {}

    /// `body` at least `least` and at most `most` times; `most` is [#UNBOUNDED] for no bound.
    record Repeat(Node body, int least, int most) implements Node {}

    int UNBOUNDED = -1;

    /// The places between bytes that a pattern can ask for. Lines end at `\n`.
    enum Anchor {
        LINE_START, LINE_END, WORD_START, WORD_END;

        /// Whether the place `at` of `text`, of which only `[from, to)` is looked at, is such a place.
        boolean holds(String text, int at, int from, int to) {
            boolean wordBefore = at > from && isWord(text.charAt(at - 1));
            boolean wordAfter = at < to && isWord(text.charAt(at));
            return switch (this) {
                case LINE_START -> at == from || text.charAt(at - 1) == '\n';
                case LINE_END -> at == to || text.charAt(at) == '\n';
                case WORD_START -> !wordBefore && wordAfter;
                case WORD_END -> wordBefore && !wordAfter;
            };
        }

        private static boolean isWord(char c) {
            return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
        }
    }
}
