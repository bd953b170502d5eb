package pim.tool.filecheck.regex;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import pim.tool.filecheck.regex.Program.Step;

/// An extended regular expression of POSIX that finds the leftmost, and there the longest, match.
///
/// Texts hold one byte per char (ISO 8859-1). Without back-references a search takes time proportional to the text times the
/// expression, whatever the expression; `java.util.regex` would take the first alternative rather than the longest and can take
/// exponential time. An expression with back-references is searched by trying, within a bound on the steps.
public final class Regex {
    private final Program program;
    private final int groups;
    private final String prefix;
    private final BitSet firstBytes;

    private Regex(Program program, int groups) {
        this.program = program;
        this.groups = groups;
        this.prefix = prefixOf(program);
        this.firstBytes = firstBytesOf(program);
    }

    public static Regex compile(String text, boolean ignoreCase) throws RegexSyntaxException {
        var parser = new RegexParser(text, ignoreCase);
        var node = parser.parse();
        return new Regex(Program.of(node, parser.groups(), text.length()), parser.groups());
    }

    /// How many groups the expression has, the whole match not counted.
    public int groups() {
        return groups;
    }

    /// The match in `text[from, to)`, whose ends count as ends of lines.
    ///
    /// @return start and end of the whole match, then of each group (-1 for a group that took no part), or null
    /// @throws RegexSyntaxException when back-references need more trials than the bound
    public int[] find(String text, int from, int to) throws RegexSyntaxException {
        if (program.hasBackReferences()) {
            for (int at = candidate(text, from, to); at >= 0; at = candidate(text, at + 1, to)) {
                var match = new Backtracking(program, text, from, to).longest(at);
                if (match != null) return Arrays.copyOf(match, 2 * groups + 2);
            }
            return null;
        }
        var span = new Simulation(this, program, text, from, to).span();
        if (span == null || groups == 0) return span;
        return Arrays.copyOf(new Backtracking(program, text, from, to).exactly(span[0], span[1]), 2 * groups + 2);
    }

    /// The first place at or after `at` where a match can begin, or -1.
    int candidate(String text, int at, int to) {
        if (!prefix.isEmpty()) return at > to ? -1 : text.indexOf(prefix, at, to);
        if (firstBytes == null) return at <= to ? at : -1;
        while (at < to && !firstBytes.get(text.charAt(at))) at++;
        return at < to ? at : -1;
    }

    /// The bytes with which every match begins, as far as they follow from straight steps.
    private static String prefixOf(Program program) {
        var bytes = new StringBuilder();
        for (var step : program.steps()) {
            if (step instanceof Step.Take(var set) && set.cardinality() == 1) bytes.append((char) set.nextSetBit(0));
            else if (!(step instanceof Step.Store)) break;
        }
        return bytes.toString();
    }

    /// The bytes with which a match can begin, or null where a match can be empty.
    private static BitSet firstBytesOf(Program program) {
        var first = new BitSet();
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>();
        open.push(0);
        while (!open.isEmpty()) {
            int place = open.pop();
            if (seen.get(place)) continue;
            seen.set(place);
            switch (program.steps().get(place)) {
                case Step.Take(var set) -> first.or(set);
                case Step.Fork(var one, var other) -> {
                    open.push(one);
                    open.push(other);
                }
                case Step.Loop(_, var again) -> {
                    open.push(again);
                    open.push(place + 1);
                }
                case Step.Jump(var target) -> open.push(target);
                case Step.Store _, Step.Assert _ -> open.push(place + 1);
                case Step.Repeat _, Step.Accept _ -> {
                    return null;
                }
            }
        }
        return first;
    }
}
