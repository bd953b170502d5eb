package pim.pass;

import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.attr.Location;

/// A place in the text of a pipeline.
final class PipelineCursor {
    private static final int DEEPEST = 200;

    private final SourceText source;
    private final Diagnostics diagnostics;
    private int at, depth;

    PipelineCursor(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        diagnostics.addSource(source);
    }

    /// Reads what stands within a pipeline.
    ///
    /// @param start where the pipeline begins
    void within(int start, Runnable read) {
        if (depth == DEEPEST) throw failure(start, "pipelines may stand within each other no deeper than " + DEEPEST + " times");
        depth++;
        read.run();
        depth--;
    }

    int position() {
        return at;
    }

    /// The text between `position` and here.
    String since(int position) {
        return source.text().substring(position, at);
    }

    void moveTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == source.text().length();
    }

    /// The next character; that of the end is 0.
    char peek() {
        return atEnd() ? 0 : source.text().charAt(at);
    }

    char next() {
        return source.text().charAt(at++);
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) at++;
    }

    boolean tryTake(char c) {
        if (atEnd() || peek() != c) return false;
        at++;
        return true;
    }

    /// Takes the brace here; one that nothing can close is reported before what follows is taken for what it holds.
    void takeOpenBrace() {
        if (source.text().indexOf('}', at) < 0) throw failure(at, "expected '}' to match this '{'");
        at++;
    }

    /// Letters, digits, `.`, `_` and `-`; may be empty.
    String name() {
        int start = at;
        while (!atEnd() && (Character.isLetterOrDigit(peek()) || "._-".indexOf(peek()) >= 0)) at++;
        return source.text().substring(start, at);
    }

    CompileFailure failure(int position, String message) {
        var before = source.text().substring(0, position);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return diagnostics.failure(new Location.File(source.path(), line, position - before.lastIndexOf('\n')), message);
    }
}
