package pim.dialect.isa.format;

import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.attr.Location;

/// A line of a program's text and a place in it. What stands behind `;` is a comment.
final class Line {
    private final SourceText source;
    private final Diagnostics diagnostics;
    private final String text;
    private int start, at, end, next, number;

    Line(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.text = source.text();
    }

    /// Goes to the next line that says something; false at the end of the text.
    boolean next() {
        while (next < text.length()) {
            start = at = next;
            number++;
            int newline = text.indexOf('\n', start);
            next = newline < 0 ? text.length() : newline + 1;
            end = newline < 0 ? text.length() : newline;
            int comment = text.indexOf(';', start);
            if (comment >= 0 && comment < end) end = comment;
            blanks();
            if (at < end) return true;
        }
        return false;
    }

    private void blanks() {
        while (at < end && text.charAt(at) <= ' ') at++;
    }

    boolean atEnd() {
        blanks();
        return at == end;
    }

    /// Goes past the character if it stands next.
    boolean skips(char c) {
        blanks();
        if (at == end || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    void expect(char c) {
        if (!skips(c)) throw failure("expected '" + c + "'");
    }

    void expectEnd() {
        if (!atEnd()) throw failure("expected the end of the line");
    }

    /// The word that stands next, letters, digits, `_` and `.`, without going past it; empty when there is none.
    String peek() {
        blanks();
        return text.substring(at, wordEnd());
    }

    /// Goes past the word if it stands next.
    boolean skips(String word) {
        blanks();
        int stop = wordEnd();
        if (stop - at != word.length() || !text.startsWith(word, at)) return false;
        at = stop;
        return true;
    }

    void skip(String peeked) {
        at += peeked.length();
    }

    private int wordEnd() {
        int stop = at;
        while (stop < end && isWord(text.charAt(stop))) stop++;
        return stop;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
    }

    boolean atInteger() {
        blanks();
        return at < end && (Character.digit(text.charAt(at), 10) >= 0 && text.charAt(at) < 128 || text.charAt(at) == '-');
    }

    long integer() {
        blanks();
        int begin = at, stop = at < end && text.charAt(at) == '-' ? at + 1 : at;
        while (stop < end && text.charAt(stop) >= '0' && text.charAt(stop) <= '9') stop++;
        try {
            long value = Long.parseLong(text, begin, stop, 10);
            at = stop;
            return value;
        } catch (NumberFormatException e) {
            throw failure("expected an integer");
        }
    }

    /// The failure for what stands here.
    CompileFailure failure(String message) {
        if (message.contains("but got")) return failureAt(at, message);
        if (atEnd()) return failureAt(at, message + ", but got the end of the line");
        var got = peek().isEmpty() ? text.substring(at, text.offsetByCodePoints(at, 1)) : peek();
        return failureAt(at, message + ", but got '" + got + "'");
    }

    /// The failure for the line as a whole.
    CompileFailure lineFailure(String message) {
        int first = start;
        while (first < end && text.charAt(first) <= ' ') first++;
        return failureAt(first, message);
    }

    private CompileFailure failureAt(int offset, String message) {
        return diagnostics.failure(new Location.File(source.path(), number, offset - start + 1), message);
    }
}
