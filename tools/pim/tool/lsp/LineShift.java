package pim.tool.lsp;

import org.eclipse.lsp4j.Position;
import pim.ir.attr.Location.File;

/// How the lines of an older text correspond to those of a newer one, with some lines replaced by others between the same beginning and the same end.
///
/// @param same  how many lines at the beginning are the same
/// @param older how many lines the older text had
/// @param newer how many lines the newer text has
/// @param tail  how many lines at the end are the same
record LineShift(int same, int older, int newer, int tail) {
    static final LineShift NONE = new LineShift(Integer.MAX_VALUE, 0, 0, 0);

    static LineShift between(String older, String newer) {
        var a = older.split("\n", -1);
        var b = newer.split("\n", -1);
        int shorter = Math.min(a.length, b.length), same = 0, tail = 0;
        while (same < shorter && a[same].equals(b[same])) same++;
        while (tail < shorter - same && a[a.length - 1 - tail].equals(b[b.length - 1 - tail])) tail++;
        return new LineShift(same, a.length, b.length, tail);
    }

    /// The position in the older text; null on a line that it does not have.
    Position toOlder(Position position) {
        int line = position.getLine();
        if (line < same) return position;
        return line >= newer - tail ? new Position(line - newer + older, position.getCharacter()) : null;
    }

    /// The place in the newer text; null where it begins or ends on a line that is no longer there.
    File toNewer(File place) {
        int start = toNewer(place.line()), end = toNewer(place.endLine());
        return start == 0 || end == 0 ? null : new File(place.path(), start, place.column(), end, place.endColumn());
    }

    private int toNewer(int line) {
        if (line <= same) return line;
        return line > older - tail ? line - older + newer : 0;
    }
}
