package pim.syntax;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.UnbufferedTokenStream;

/// The token at hand and the one before. Every decision of the grammar is made by it, so nothing is gained by the buffers of ANTLR's own streams.
final class OneTokenStream extends UnbufferedTokenStream<Token> {
    private Token previous, current;

    OneTokenStream(TokenSource source) {
        super(source);
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
        current = getTokenSource().nextToken();
    }
}
