package pim.tool.lsp;

import java.util.Comparator;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import pim.ir.attr.Location.File;

/// Places in a text, which the compiler counts from one and the protocol from zero; both count the units of UTF-16.
final class Places {
    static final Comparator<File> BY_START = Comparator.comparingInt(File::line).thenComparingInt(File::column);

    private Places() {}

    static Position start(File place) {
        return new Position(place.line() - 1, place.column() - 1);
    }

    static Position end(File place) {
        return new Position(place.endLine() - 1, place.endColumn() - 1);
    }

    static Range range(File place) {
        return new Range(start(place), end(place));
    }

    /// Whether the position is in the range or right behind it, as a cursor at the end of a word is.
    static boolean contains(File place, Position position) {
        return compare(start(place), position) <= 0 && compare(position, end(place)) <= 0;
    }

    static int compare(Position a, Position b) {
        return a.getLine() != b.getLine() ? Integer.compare(a.getLine(), b.getLine()) : Integer.compare(a.getCharacter(), b.getCharacter());
    }

    /// The range of the word that begins at the position in the line; of one character where none does.
    static Range wordAt(String line, Position position) {
        int start = Math.min(position.getCharacter(), line.length()), end = start;
        if (end < line.length() && "%^@#!".indexOf(line.charAt(end)) >= 0) end++;
        while (end < line.length() && isPartOfWord(line.charAt(end))) end++;
        return new Range(position, new Position(position.getLine(), Math.max(end, start + 1)));
    }

    static boolean isPartOfWord(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c == '-');
    }
}
