package pim.tool.filecheck.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Reads an extended regular expression: POSIX 1003.2 with Henry Spencer's choices where that leaves one.
///
/// `.` and `[^...]` do not match a newline.
final class RegexParser {
    /// The greatest count in `{n,m}` (RE_DUP_MAX of POSIX).
    private static final int MOST_REPEATS = 255;
    /// Nesting that the recursive parser is sure to survive.
    private static final int DEEPEST = 500;

    private final String text;
    private final boolean ignoreCase;
    private final BitSet closedGroups = new BitSet();
    private int at;
    private int groups;
    private int depth;

    RegexParser(String text, boolean ignoreCase) {
        this.text = text;
        this.ignoreCase = ignoreCase;
    }

    int groups() {
        return groups;
    }

    Node parse() throws RegexSyntaxException {
        var node = choice(false);
        if (more()) throw new RegexSyntaxException("parentheses not balanced");
        return node;
    }

    /// Alternatives up to the end, or inside a group up to its `)`.
    private Node choice(boolean inGroup) throws RegexSyntaxException {
        var alternatives = new ArrayList<Node>();
        do {
            var parts = new ArrayList<Node>();
            while (more() && !see('|') && !(inGroup && see(')'))) parts.add(piece());
            if (parts.isEmpty()) throw new RegexSyntaxException("empty (sub)expression");
            alternatives.add(parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts));
        } while (eat('|'));
        return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Choice(alternatives);
    }

    private Node piece() throws RegexSyntaxException {
        boolean caret = see('^');
        var atom = atom();
        if (!seeRepeat()) return atom;
        if (caret) throw badRepeat();
        var repeat = switch (text.charAt(at++)) {
            case '*' -> new Node.Repeat(atom, 0, Node.UNBOUNDED);
            case '+' -> new Node.Repeat(atom, 1, Node.UNBOUNDED);
            case '?' -> new Node.Repeat(atom, 0, 1);
            default -> bounds(atom);
        };
        if (seeRepeat()) throw badRepeat();
        return repeat;
    }

    private Node atom() throws RegexSyntaxException {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case ')' -> throw new RegexSyntaxException("parentheses not balanced");
            case '^' -> new Node.At(Node.Anchor.LINE_START);
            case '$' -> new Node.At(Node.Anchor.LINE_END);
            case '*', '+', '?' -> throw badRepeat();
            case '.' -> new Node.Bytes(allBut(new BitSet()));
            case '[' -> bracket();
            case '\\' -> escape();
            case '{' -> {
                if (seeDigit(at)) throw badRepeat();
                yield literal(c);
            }
            default -> literal(c);
        };
    }

    private Node group() throws RegexSyntaxException {
        if (++depth > DEEPEST) throw new RegexLimitException("parentheses nested deeper than " + DEEPEST);
        if (!more()) throw new RegexSyntaxException("parentheses not balanced");
        int index = ++groups;
        var body = see(')') ? new Node.Sequence(List.of()) : choice(true);
        if (!eat(')')) throw new RegexSyntaxException("parentheses not balanced");
        closedGroups.set(index);
        depth--;
        return new Node.Group(index, body);
    }

    private Node escape() throws RegexSyntaxException {
        if (!more()) throw new RegexSyntaxException("trailing backslash (\\)");
        char c = text.charAt(at++);
        if (c >= '1' && c <= '9') return backReference(c - '0');
        return literal(c);
    }

    private Node backReference(int index) throws RegexSyntaxException {
        if (!closedGroups.get(index)) throw new RegexSyntaxException("invalid backreference number");
        return new Node.BackReference(index);
    }

    private Node bounds(Node atom) throws RegexSyntaxException {
        int least = count();
        int most = least;
        if (eat(',')) {
            most = seeDigit(at) ? count() : Node.UNBOUNDED;
            if (most != Node.UNBOUNDED && most < least) throw new RegexSyntaxException("invalid repetition count(s)");
        }
        if (eat('}')) return new Node.Repeat(atom, least, most);
        throw new RegexSyntaxException(text.indexOf('}', at) < 0 ? "braces not balanced" : "invalid repetition count(s)");
    }

    private int count() throws RegexSyntaxException {
        int value = 0;
        while (seeDigit(at) && value <= MOST_REPEATS) value = value * 10 + text.charAt(at++) - '0';
        if (value > MOST_REPEATS) throw new RegexSyntaxException("invalid repetition count(s)");
        return value;
    }

    private Node bracket() throws RegexSyntaxException {
        for (var word : List.of("[:<:]]", "[:>:]]")) {
            if (!text.startsWith(word, at)) continue;
            at += word.length();
            return new Node.At(word.charAt(2) == '<' ? Node.Anchor.WORD_START : Node.Anchor.WORD_END);
        }
        var parser = new BracketParser(text, at);
        var set = parser.parse();
        at = parser.end();
        if (ignoreCase) addOtherCase(set);
        return new Node.Bytes(parser.inverted() ? allBut(set) : set);
    }

    private Node literal(char c) {
        var set = new BitSet();
        set.set(c);
        if (ignoreCase) addOtherCase(set);
        return new Node.Bytes(set);
    }

    private static BitSet allBut(BitSet set) {
        var others = new BitSet();
        others.set(0, 256);
        others.andNot(set);
        others.clear('\n');
        return others;
    }

    private static void addOtherCase(BitSet set) {
        for (int c = 'a'; c <= 'z'; c++) {
            boolean either = set.get(c) || set.get(c - 32);
            set.set(c, either);
            set.set(c - 32, either);
        }
    }

    private static RegexSyntaxException badRepeat() {
        return new RegexSyntaxException("repetition-operator operand invalid");
    }

    private boolean more() {
        return at < text.length();
    }

    private boolean see(char c) {
        return more() && text.charAt(at) == c;
    }

    private boolean seeDigit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    private boolean seeRepeat() {
        return see('*') || see('+') || see('?') || see('{') && seeDigit(at + 1);
    }

    private boolean eat(char c) {
        if (!see(c)) return false;
        at++;
        return true;
    }
}
