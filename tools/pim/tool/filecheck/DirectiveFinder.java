package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the directives in a check file: a prefix that is no part of a longer word, a suffix, perhaps modifiers, a colon.
final class DirectiveFinder {
    private static final List<String> WRONG_NOTS =
        List.of("DAG-NOT:", "NOT-DAG:", "NEXT-NOT:", "NOT-NEXT:", "SAME-NOT:", "NOT-SAME:", "EMPTY-NOT:", "NOT-EMPTY:");

    private final List<String> commentPrefixes;
    /// Longest first, so that of two prefixes at one place the longer one counts.
    private final List<String> prefixes;
    /// The next occurrence of each prefix, or -1 when there is none left.
    private final int[] occurrences;
    private final Slice text;
    private int at;
    private Slice suffix;

    /// A directive of the check file.
    ///
    /// @param where its prefix
    record Found(Directive directive, String prefix, Slice where) {}

    DirectiveFinder(Slice text, List<String> checkPrefixes, List<String> commentPrefixes) {
        this.text = text;
        this.commentPrefixes = commentPrefixes;
        prefixes = new ArrayList<>(checkPrefixes);
        prefixes.addAll(commentPrefixes);
        prefixes.sort(Comparator.comparingInt(String::length).reversed());
        occurrences = new int[prefixes.size()];
        Arrays.fill(occurrences, -2);
    }

    /// The next directive, or null at the end. [#pattern] must be called before the next one.
    ///
    /// LLVM's FileCheck takes what is empty behind the colon of the last line, when that line does not end, for no suffix at all: the pattern
    /// is then what follows the prefix, be it `:` or `-EMPTY:`. Verdicts are to be the same there, too.
    Found next() throws PatternException {
        while (true) {
            var prefix = nextPrefix();
            if (prefix == null) return null;
            int start = at;
            var rest = text.drop(at + prefix.length());
            if (start == 0 || !isPartOfWord(text.at(start - 1))) {
                var where = text.drop(start).take(prefix.length());
                if (commentPrefixes.contains(prefix)) {
                    if (rest.startsWith(":")) {
                        suffix = rest.drop(1);
                        pattern(false);
                        continue;
                    }
                } else {
                    var directive = directive(rest, where, prefix);
                    if (directive != null) {
                        if (suffix.isEmpty()) suffix = rest;
                        return new Found(directive, prefix, where);
                    }
                }
            }
            at = start + prefix.length();
            while (at < text.length() && isPartOfWord(text.at(at))) at++;
        }
    }

    /// The text behind the colon of the directive found last, up to the end of its line.
    Slice pattern(boolean keepBlanks) {
        var start = keepBlanks ? suffix : suffix.trimStart();
        int length = 0;
        while (length < start.length() && start.at(length) != '\n' && start.at(length) != '\r') length++;
        at = start.start() - text.start() + length;
        return start.take(length);
    }

    /// What no directive has been found in yet.
    Slice rest() {
        return text.drop(at);
    }

    /// Moves to the first occurrence of a prefix.
    private String nextPrefix() {
        String first = null;
        int place = -1;
        for (int i = 0; i < occurrences.length; i++) {
            if (occurrences[i] != -1 && occurrences[i] < at) occurrences[i] = text.indexOf(prefixes.get(i), at);
            if (occurrences[i] >= 0 && (first == null || occurrences[i] < place)) {
                first = prefixes.get(i);
                place = occurrences[i];
            }
        }
        if (first != null) at = place;
        return first;
    }

    /// The directive whose suffix `rest` begins with, or null when this is none.
    private Directive directive(Slice rest, Slice where, String prefix) throws PatternException {
        if (rest.startsWith(":") || rest.startsWith("{")) return modified(rest, Directive.Kind.PLAIN, 1);
        boolean misspelled = rest.startsWith("_");
        if (!misspelled && !rest.startsWith("-")) return null;
        var behindPrefix = rest;
        rest = rest.drop(1);
        Directive directive = null;
        if (rest.startsWith("COUNT-")) {
            rest = rest.drop("COUNT-".length());
            int digits = 0;
            while (rest.at(digits) >= '0' && rest.at(digits) <= '9') digits++;
            char behind = rest.at(digits);
            long count = digits == 0 || digits > 10 ? 0 : Long.parseLong(rest.take(digits).text());
            if (count <= 0 || count > Integer.MAX_VALUE || behind != ':' && behind != '{') {
                var place = rest.drop(digits);
                throw new PatternException(place.isEmpty() ? behindPrefix : place, "invalid count in -COUNT specification on prefix '" + prefix + "'");
            }
            directive = modified(rest.drop(digits), Directive.Kind.PLAIN, (int) count);
        } else {
            for (var wrong : WRONG_NOTS) {
                if (rest.startsWith(wrong)) throw new PatternException(rest, "unsupported -NOT combo on prefix '" + prefix + "'");
            }
            for (var kind : Directive.Kind.values()) {
                if (kind.suffix.isEmpty() || !rest.startsWith(kind.suffix.substring(1))) continue;
                directive = modified(rest.drop(kind.suffix.length() - 1), kind, 1);
                break;
            }
        }
        if (directive != null && misspelled) {
            var spelled = text.drop(where.start() - text.start()).take(suffix.start() - where.start());
            throw new PatternException(where, "misspelled directive '" + spelled.text() + "'");
        }
        return directive;
    }

    /// `:`, or modifiers in braces and `:`.
    private Directive modified(Slice rest, Directive.Kind kind, int count) {
        boolean literal = false;
        if (rest.startsWith("{")) {
            do {
                rest = trimSpace(rest.drop(1));
                if (!rest.startsWith("LITERAL")) return null;
                literal = true;
                rest = trimSpace(rest.drop("LITERAL".length()));
            } while (rest.startsWith(","));
            if (!rest.startsWith("}")) return null;
            rest = rest.drop(1);
        }
        if (!rest.startsWith(":")) return null;
        suffix = rest.drop(1);
        return new Directive(kind, count, literal);
    }

    private static Slice trimSpace(Slice slice) {
        while (!slice.isEmpty() && Character.isWhitespace(slice.at(0))) slice = slice.drop(1);
        return slice;
    }

    private static boolean isPartOfWord(char c) {
        return c == '-' || c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }
}
