package pim.syntax;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import pim.diagnose.SourceText;

/// The tokens of a text. Those of a long one are made by a thread of its own, some batches ahead of who takes them.
final class TokensAhead implements TokenSource, AutoCloseable {
    /// So many characters are read before a second thread has begun.
    private static final int LONG = 1 << 20;
    private static final int BATCH = 8192, BATCHES = 4;
    private static final Token[] NONE = {};

    private final ShortcutLexer lexer;
    private final BlockingQueue<Token[]> ready = new ArrayBlockingQueue<>(BATCHES);
    private Thread thread;
    private volatile OutOfMemoryError failure;
    private Token[] batch = NONE;
    private int next;

    private TokensAhead(SourceText source, boolean ahead) {
        lexer = new ShortcutLexer(source);
        thread = ahead ? Thread.ofPlatform().daemon().name("lexer").start(this::run) : null;
    }

    static TokensAhead of(SourceText source) {
        return new TokensAhead(source, source.text().length() > LONG && Runtime.getRuntime().availableProcessors() > 1);
    }

    private void run() {
        try {
            for (boolean more = true; more;) {
                var tokens = new Token[BATCH];
                for (int i = 0; i < BATCH; i++) tokens[i] = lexer.nextToken();
                more = tokens[BATCH - 1].getType() != Token.EOF;
                ready.put(tokens);
            }
        } catch (InterruptedException e) {
            // Nobody wants the rest.
        } catch (OutOfMemoryError e) {
            failure = e;
            ready.clear();
            ready.add(NONE);
        }
    }

    @Override public Token nextToken() {
        if (thread == null) return lexer.nextToken();
        if (next == batch.length) refill();
        return batch[next++];
    }

    private void refill() {
        try {
            batch = ready.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading", e);
        }
        next = 0;
        if (failure != null) throw failure;
    }

    /// Goes on with the token at `offset`, wherever the lexer has got to; from here on without a thread.
    void restart(int offset, int line, int column) {
        if (thread != null) stop();
        lexer.restart(offset, line, column);
    }

    private void stop() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading", e);
        }
        thread = null;
    }

    /// Ends the thread, which may not have come to the end of the text.
    @Override public void close() {
        if (thread != null) thread.interrupt();
    }

    @Override public int getLine() {
        return lexer.line();
    }

    @Override public int getCharPositionInLine() {
        return lexer.column();
    }

    @Override public CharStream getInputStream() {
        return lexer.input();
    }

    @Override public String getSourceName() {
        return lexer.input().getSourceName();
    }

    @Override public void setTokenFactory(TokenFactory<?> factory) {
        throw new UnsupportedOperationException("the lexer makes its tokens itself");
    }

    @Override public TokenFactory<? extends Token> getTokenFactory() {
        return CommonTokenFactory.DEFAULT;
    }
}
