package pim.tool;

import java.util.ArrayList;
import java.util.List;
import pim.diagnose.SourceText;

/// The parts of a file between marker lines.
public final class SplitInput {
    public static final String MARKER = "// -----";

    private SplitInput() {}

    /// The parts of `source`. Each begins with as many empty lines as stand before it in the file, so that messages give the line in the file.
    public static List<SourceText> parts(SourceText source, String marker) {
        var parts = new ArrayList<SourceText>();
        var part = new StringBuilder();
        int line = 0;
        for (var text : source.text().split("(?<=\n)")) {
            line++;
            if (text.strip().equals(marker)) {
                parts.add(new SourceText(source.path(), part.toString()));
                part = new StringBuilder("\n".repeat(line));
            } else {
                part.append(text);
            }
        }
        parts.add(new SourceText(source.path(), part.toString()));
        return parts;
    }
}
