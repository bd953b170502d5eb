package pim.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes a message as compilers do: the headline, the line of source and a caret under the column, then the notes alike.
final class DiagnosticPrinter {
    private static final int LONGEST_LINE = 400;

    private DiagnosticPrinter() {}

    /// @param input the file that a message without a place is about; may be null
    static void print(Diagnostic diagnostic, String input, Map<String, SourceText> sources, Appendable out) {
        print(diagnostic, input, sources, out, true);
    }

    /// A note on the place of its message does not show the line again.
    private static void print(Diagnostic diagnostic, String input, Map<String, SourceText> sources, Appendable out, boolean showingLine) {
        try {
            out.append(diagnostic.headline(input)).append("\n");
            var file = diagnostic.location().file();
            var source = file == null || !showingLine ? null : sources.get(file.path());
            var line = source == null ? "" : source.line(file.line());
            if (!line.isEmpty() && line.length() <= LONGEST_LINE) {
                out.append(line).append("\n");
                for (int i = 0; i < file.column() - 1; i++) out.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
                out.append("^\n");
            }
            for (var note : diagnostic.notes()) print(note, input, sources, out, !note.location().equals(diagnostic.location()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
