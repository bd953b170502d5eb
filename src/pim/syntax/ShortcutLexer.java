package pim.syntax;

import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import pim.diagnose.SourceText;

/// The tokens of a text. Nearly all of them show at their first characters what they are and where they end; the few others, such as strings with
/// escapes, are left to ANTLR's automaton, which is only made then: that takes as long as to read a small file.
public final class ShortcutLexer {
    private static final int LETTER = 1, DIGIT = 2, MARK = 4, DASH = 8, HEX_LETTER = 16;
    private static final int WORD = LETTER | DIGIT | MARK, SUFFIX = WORD | DASH, HEX_DIGIT = DIGIT | HEX_LETTER;
    private static final byte[] CLASSES = new byte[128];
    /// Where a token ends that the automaton has to look at.
    private static final int UNTOLD = -1;
    private static final Map<String, Integer> KEYWORDS = new HashMap<>();

    static {
        for (char c = 'a'; c <= 'z'; c++) CLASSES[c] = CLASSES[Character.toUpperCase(c)] = LETTER;
        for (char c = 'a'; c <= 'f'; c++) CLASSES[c] = CLASSES[Character.toUpperCase(c)] = LETTER | HEX_LETTER;
        for (char c = '0'; c <= '9'; c++) CLASSES[c] = DIGIT;
        CLASSES['_'] = LETTER;
        CLASSES['$'] = CLASSES['.'] = MARK;
        CLASSES['-'] = DASH;
        for (int type = 1; type <= PimParser.VOCABULARY.getMaxTokenType(); type++) {
            var literal = PimParser.VOCABULARY.getLiteralName(type);
            if (literal != null && is(literal.charAt(1), LETTER)) KEYWORDS.put(literal.substring(1, literal.length() - 1), type);
        }
    }

    private final SourceStream input;
    private final String text;
    private final Uniquer uniquer = new Uniquer();
    private PimLexer automaton;
    private int position, line = 1, lineStart;
    /// Of the token that is being looked at.
    private int type;
    /// Its content, where the look at it has shown that.
    private String word;

    public ShortcutLexer(SourceText source) {
        input = new SourceStream(source);
        text = source.text();
    }

    SourceStream input() {
        return input;
    }

    int line() {
        return line;
    }

    int column() {
        return position - lineStart;
    }

    /// Goes on at `offset` of the text, which is in line `line`, counted from 1, behind `column` characters.
    void restart(int offset, int line, int column) {
        position = offset;
        this.line = line;
        lineStart = offset - column;
    }

    /// The token at hand; at the end of the text one of type [Token#EOF], as often as it is asked for.
    public Token nextToken() {
        skipBlanks();
        int start = position;
        if (start == text.length()) return new PimToken(input, Token.EOF, start, start - 1, line, column(), "");
        word = null;
        int line = this.line, column = column(), end = end(start);
        if (end == UNTOLD) askAutomaton(start);
        else position = end;
        return new PimToken(input, type, start, position - 1, line, column, word != null ? word : content(start, position));
    }

    private void skipBlanks() {
        for (;; position++) {
            switch (at(position)) {
                case ' ', '\t', '\r' -> {}
                case '\n' -> {
                    line++;
                    lineStart = position + 1;
                }
                case '\0' -> {
                    if (position == text.length()) return;
                }
                case '/' -> {
                    if (at(position + 1) != '/') return;
                    while (at(position + 1) != '\n' && at(position + 1) != '\r' && position + 1 < text.length()) position++;
                }
                default -> {
                    return;
                }
            }
        }
    }

    private String content(int start, int end) {
        if (type >= PimLexer.ARROW && type <= PimLexer.ELLIPSIS) return null;
        return switch (type) {
            case PimLexer.VALUE_ID -> uniquer.word(text, start + 1, end);
            case PimLexer.STRING -> uniquer.word(text, start + 1, end - 1);
            default -> uniquer.word(text, start, end);
        };
    }

    private void askAutomaton(int start) {
        if (automaton == null) {
            automaton = new PimLexer(input);
            automaton.removeErrorListeners();
        }
        automaton._hitEOF = false;
        input.seek(start);
        automaton.setLine(line);
        automaton.setCharPositionInLine(column());
        type = automaton.nextToken().getType();
        position = input.index();
        line = automaton.getLine();
        lineStart = position - automaton.getCharPositionInLine();
    }

    /// Behind the token that begins at `start`; sets its type.
    private int end(int start) {
        char c = text.charAt(start), next = at(start + 1);
        if (is(c, LETTER)) return word(start);
        if (is(c, DIGIT)) return number(start);
        return switch (c) {
            case '%' -> suffix(PimLexer.VALUE_ID, start + 1);
            case '^' -> suffix(PimLexer.BLOCK_ID, start + 1);
            case '!' -> suffix(PimLexer.TYPE_ID, start + 1);
            case '#' -> text.startsWith("-}", start + 1) ? told(PimLexer.METADATA_END, start + 3) : suffix(PimLexer.HASH_ID, start + 1);
            case '@' -> next == '"' ? string(PimLexer.SYMBOL_ID, start + 1)
                : is(next, LETTER) ? told(PimLexer.SYMBOL_ID, run(start + 1, WORD)) : UNTOLD;
            case '"' -> string(PimLexer.STRING, start);
            case '(' -> told(PimLexer.LPAREN, start + 1);
            case ')' -> told(PimLexer.RPAREN, start + 1);
            case '[' -> told(PimLexer.LBRACKET, start + 1);
            case ']' -> told(PimLexer.RBRACKET, start + 1);
            case '{' -> text.startsWith("-#", start + 1) ? told(PimLexer.METADATA_BEGIN, start + 3) : told(PimLexer.LBRACE, start + 1);
            case '}' -> told(PimLexer.RBRACE, start + 1);
            case ',' -> told(PimLexer.COMMA, start + 1);
            case ':' -> next == ':' ? told(PimLexer.DOUBLE_COLON, start + 2) : told(PimLexer.COLON, start + 1);
            case '=' -> next == '=' ? told(PimLexer.EQUAL_EQUAL, start + 2) : told(PimLexer.EQUAL, start + 1);
            case '<' -> next == '=' ? told(PimLexer.LESS_EQUAL, start + 2) : told(PimLexer.LESS, start + 1);
            case '>' -> next == '=' ? told(PimLexer.GREATER_EQUAL, start + 2) : told(PimLexer.GREATER, start + 1);
            case '-' -> next == '>' ? told(PimLexer.ARROW, start + 2) : told(PimLexer.MINUS, start + 1);
            case '?' -> next == 'x' ? told(PimLexer.EXTENTS, extents(start)) : told(PimLexer.QUESTION, start + 1);
            case '+' -> told(PimLexer.PLUS, start + 1);
            case '*' -> told(PimLexer.STAR, start + 1);
            default -> UNTOLD;
        };
    }

    private int told(int type, int end) {
        this.type = type;
        return end;
    }

    private int word(int start) {
        int end = run(start, WORD);
        var word = uniquer.word(text, start, end);
        boolean mayBeShaped = switch (word) {
            case "tensor", "vector", "memref" -> true;
            default -> false;
        };
        if (mayBeShaped && at(end) == '<') return shape(end + 1);
        if (mayBeShaped && isBlank(at(end))) return UNTOLD;
        this.word = word;
        return told(KEYWORDS.getOrDefault(word, PimLexer.BARE_ID), end);
    }

    /// Behind the extents at `start`, after a bracket. Where there are blanks or brackets between them it is left to the automaton.
    private int shape(int start) {
        int end = at(start) == '*' && at(start + 1) == 'x' ? start + 2 : extents(start);
        // What the extents go on with, or the blank that is before it.
        int behind = at(end) == '*' || at(end) == '?' ? end + 1 : run(end, DIGIT);
        return at(end) == '[' || isBlank(at(behind)) ? UNTOLD : told(PimLexer.SHAPED, end);
    }

    /// Behind the extents at `start` that have an x behind them.
    private int extents(int start) {
        for (int end = start;;) {
            int behind = at(end) == '?' ? end + 1 : run(end, DIGIT);
            if (behind == end || at(behind) != 'x') return end;
            end = behind + 1;
        }
    }

    private int number(int start) {
        int end = run(start, DIGIT);
        if (at(end) == '.') {
            end = run(end + 1, DIGIT);
            boolean signed = at(end + 1) == '-' || at(end + 1) == '+';
            int exponent = end + (signed ? 2 : 1);
            boolean hasExponent = (at(end) == 'e' || at(end) == 'E') && is(at(exponent), DIGIT);
            return told(PimLexer.FLOAT, hasExponent ? run(exponent, DIGIT) : end);
        }
        if (at(end) != 'x') return told(PimLexer.INTEGER, end);
        int hex = text.startsWith("0x", start) ? run(start + 2, HEX_DIGIT) : 0, extents = extents(start);
        return hex > extents ? told(PimLexer.HEX, hex) : told(PimLexer.EXTENTS, extents);
    }

    private int suffix(int type, int start) {
        char first = at(start);
        if (is(first, DIGIT)) return told(type, run(start, DIGIT));
        return is(first, SUFFIX) ? told(type, run(start, SUFFIX)) : UNTOLD;
    }

    private int string(int type, int quote) {
        for (int i = quote + 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> {
                    return told(type, i + 1);
                }
                case '\\', '\n', '\r', '\u000B', '\f' -> {
                    return UNTOLD;
                }
                default -> {}
            }
        }
        return UNTOLD;
    }

    /// The character at `index`; 0 behind the end.
    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private int run(int start, int classes) {
        int end = start;
        while (end < text.length() && is(text.charAt(end), classes)) end++;
        return end;
    }

    private static boolean is(char c, int classes) {
        return c < CLASSES.length && (CLASSES[c] & classes) != 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
