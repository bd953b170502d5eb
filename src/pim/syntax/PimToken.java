package pim.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;

/// One token and its place.
/// @param content what is written, but for the sign before the name of a value and the quotes around a string; null for what is no word or number
record PimToken(CharStream input, int type, int start, int stop, int line, int column, String content) implements Token {
    @Override public int getType() {
        return type;
    }

    @Override public String getText() {
        return type == EOF ? "<EOF>" : getInputStream().getText(Interval.of(start, stop));
    }

    @Override public int getLine() {
        return line;
    }

    @Override public int getCharPositionInLine() {
        return column;
    }

    @Override public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override public int getTokenIndex() {
        return -1;
    }

    @Override public int getStartIndex() {
        return start;
    }

    @Override public int getStopIndex() {
        return stop;
    }

    /// Nobody asks for it: a token knows its text.
    @Override public TokenSource getTokenSource() {
        return null;
    }

    @Override public CharStream getInputStream() {
        return input;
    }

    @Override public String toString() {
        return getText();
    }
}
