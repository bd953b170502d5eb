package pim.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import pim.diagnose.SourceText;

/// The characters of a text where they are: ANTLR's own streams keep a copy.
public final class SourceStream implements CharStream {
    private final String name;
    private final String text;
    private int position;

    public SourceStream(SourceText source) {
        name = source.path();
        text = source.text();
    }

    String text() {
        return text;
    }

    @Override public void consume() {
        position++;
    }

    @Override public int LA(int ahead) {
        int at = ahead > 0 ? position + ahead - 1 : position + ahead;
        return at < 0 || at >= text.length() ? IntStream.EOF : text.charAt(at);
    }

    @Override public int mark() {
        return -1;
    }

    @Override public void release(int marker) {}

    @Override public int index() {
        return position;
    }

    @Override public void seek(int index) {
        position = index;
    }

    @Override public int size() {
        return text.length();
    }

    @Override public String getSourceName() {
        return name;
    }

    @Override public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }
}
