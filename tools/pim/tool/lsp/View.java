package pim.tool.lsp;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import pim.ir.attr.Location.File;

/// An index as it applies to the text that the editor shows: its own, or one made before the last edits.
record View(SourceIndex index, LineShift shift) {
    /// The name at the position, or null.
    Mention at(Position position) {
        var own = shift.toOlder(position);
        return own == null ? null : index.at(own);
    }

    /// The ranges of the places that the text still has.
    List<Range> ranges(Stream<File> places) {
        return places.map(shift::toNewer).filter(Objects::nonNull).map(Places::range).toList();
    }

    /// The range, or null when the text no longer has it.
    Range range(File place) {
        var now = shift.toNewer(place);
        return now == null ? null : Places.range(now);
    }
}
