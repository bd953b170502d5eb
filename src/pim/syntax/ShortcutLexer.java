package pim.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/// Blanks, and the brackets and commas that are tokens whatever follows, without the automaton: together they are most of what there is.
abstract class ShortcutLexer extends Lexer {
    private static final byte[] ALONE = new byte[128];

    static {
        ALONE['('] = PimLexer.LPAREN;
        ALONE[')'] = PimLexer.RPAREN;
        ALONE['['] = PimLexer.LBRACKET;
        ALONE[']'] = PimLexer.RBRACKET;
        ALONE['}'] = PimLexer.RBRACE;
        ALONE[','] = PimLexer.COMMA;
    }

    private final Uniquer uniquer = new Uniquer();
    private final String text;

    ShortcutLexer(CharStream input) {
        super(input);
        text = ((SourceStream) input).text();
    }

    @Override public Token nextToken() {
        var automaton = getInterpreter();
        int line = automaton.getLine(), column = automaton.getCharPositionInLine(), c = _input.LA(1);
        for (; c == ' ' || c == '\n' || c == '\t' || c == '\r'; c = _input.LA(1)) {
            _input.consume();
            column++;
            if (c != '\n') continue;
            line++;
            column = 0;
        }
        automaton.setLine(line);
        int type = c >= 0 && c < ALONE.length ? ALONE[c] : 0;
        automaton.setCharPositionInLine(type == 0 ? column : column + 1);
        if (type == 0) return super.nextToken();
        int at = _input.index();
        _input.consume();
        return new PimToken(this, type, at, at, line, column, null);
    }

    /// Goes on at `offset` of the text, which is in line `line`, counted from 1, behind `column` characters.
    void restart(int offset, int line, int column) {
        _hitEOF = false;
        _input.seek(offset);
        getInterpreter().setLine(line);
        getInterpreter().setCharPositionInLine(column);
    }

    @Override public Token emit() {
        int start = _tokenStartCharIndex, end = getCharIndex();
        emit(new PimToken(this, _type, start, end - 1, _tokenStartLine, _tokenStartCharPositionInLine, switch (_type) {
            case PimLexer.VALUE_ID -> uniquer.word(text, start + 1, end);
            case PimLexer.STRING -> uniquer.word(text, start + 1, end - 1);
            default -> uniquer.word(text, start, end);
        }));
        return _token;
    }

    @Override public Token emitEOF() {
        int end = _input.index();
        emit(new PimToken(this, Token.EOF, end, end - 1, getLine(), getCharPositionInLine(), ""));
        return _token;
    }
}
