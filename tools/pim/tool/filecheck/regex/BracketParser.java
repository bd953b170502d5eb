package pim.tool.filecheck.regex;

import java.util.BitSet;

/// Reads a bracket expression, from behind its `[`: ranges, `[:class:]`, `[=x=]`, `[.x.]`. A backslash is an ordinary byte in it.
final class BracketParser {
    private final String text;
    private int at;
    private boolean inverted;

    BracketParser(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int end() {
        return at;
    }

    boolean inverted() {
        return inverted;
    }

    BitSet parse() throws RegexSyntaxException {
        var set = new BitSet();
        inverted = eat("^");
        if (eat("]")) set.set(']');
        else if (eat("-")) set.set('-');
        while (more() && !see("]") && !see("-]")) term(set);
        if (eat("-")) set.set('-');
        if (!eat("]")) throw unbalanced();
        return set;
    }

    private void term(BitSet set) throws RegexSyntaxException {
        if (see("-")) throw new RegexSyntaxException("invalid character range");
        if (eat("[:")) {
            set.or(named(upTo(":]", "invalid character class")));
        } else if (eat("[=")) {
            set.set(single(upTo("=]", "invalid collating element")));
        } else {
            char first = symbol();
            char last = first;
            if (see("-") && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                last = symbol();
            }
            if (first > last) throw new RegexSyntaxException("invalid character range");
            set.set(first, last + 1);
        }
    }

    private char symbol() throws RegexSyntaxException {
        if (!more()) throw unbalanced();
        return eat("[.") ? single(upTo(".]", "invalid collating element")) : text.charAt(at++);
    }

    private String upTo(String end, String otherwise) throws RegexSyntaxException {
        int close = text.indexOf(end, at);
        if (close < 0) throw at >= text.length() ? unbalanced() : new RegexSyntaxException(otherwise);
        var name = text.substring(at, close);
        at = close + end.length();
        return name;
    }

    private static char single(String element) throws RegexSyntaxException {
        if (element.length() != 1) throw new RegexSyntaxException("invalid collating element");
        return element.charAt(0);
    }

    private static BitSet named(String name) throws RegexSyntaxException {
        var set = new BitSet();
        for (char c = 0; c < 128; c++) if (inClass(c, name)) set.set(c);
        return set;
    }

    private static boolean inClass(char c, String name) throws RegexSyntaxException {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean graphic = c > ' ' && c < 127;
        return switch (name) {
            case "alnum" -> lower || upper || digit;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 127;
            case "digit" -> digit;
            case "graph" -> graphic;
            case "lower" -> lower;
            case "print" -> graphic || c == ' ';
            case "punct" -> graphic && !(lower || upper || digit);
            case "space" -> c == ' ' || c >= '\t' && c <= '\r';
            case "upper" -> upper;
            case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            default -> throw new RegexSyntaxException("invalid character class");
        };
    }

    private static RegexSyntaxException unbalanced() {
        return new RegexSyntaxException("brackets ([ ]) not balanced");
    }

    private boolean more() {
        return at < text.length();
    }

    private boolean see(String expected) {
        return text.startsWith(expected, at);
    }

    private boolean eat(String expected) {
        if (!see(expected)) return false;
        at += expected.length();
        return true;
    }
}
