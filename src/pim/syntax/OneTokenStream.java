package pim.syntax;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.misc.Interval;

/// The token at hand and the one before. Every decision of the grammar is made by it, so nothing is gained by the buffers of ANTLR's own streams.
final class OneTokenStream extends UnbufferedTokenStream<Token> {
    private final TokensAhead source;
    private Token previous, current;

    OneTokenStream(TokensAhead source) {
        super(source);
        this.source = source;
        current = super.LT(1);
    }

    /// @param ahead 1, or -1 for the token before
    @Override public Token LT(int ahead) {
        return ahead == 1 ? current : previous;
    }

    @Override public int LA(int ahead) {
        return LT(ahead).getType();
    }

    @Override public void consume() {
        previous = current;
        current = source.nextToken();
    }

    /// Leaves out the characters up to `offset`, which are no tokens: one that they seem to begin, or a comment, may seem to go on behind them.
    void skipTo(int offset) {
        while (current.getStartIndex() < offset && current.getType() != Token.EOF) consume();
        int line = previous.getLine(), column = previous.getCharPositionInLine();
        boolean within = previous.getStopIndex() >= offset;
        var skipped = current.getInputStream().getText(Interval.of(previous.getStartIndex(), offset - 1));
        int behind = previous.getStopIndex() + 1 - previous.getStartIndex();
        for (int i = 0; i < skipped.length(); i++) {
            boolean ends = skipped.charAt(i) == '\n';
            // Behind the last token there are only spaces and comments, and a comment ends with its line.
            if (i >= behind) within = !ends && (within || skipped.charAt(i) == '/');
            line += ends ? 1 : 0;
            column = ends ? 0 : column + 1;
        }
        if (!within) return;
        source.restart(offset, line, column);
        current = source.nextToken();
    }
}
