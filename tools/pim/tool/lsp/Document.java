package pim.tool.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import pim.define.Registry;
import pim.diagnose.SourceText;
import pim.tool.SplitInput;

/// A file that is open in the editor, with its text as it stands there.
final class Document {
    final String uri;
    private final Registry registry;
    private SourceText source;
    private List<Chunk> chunks = List.of();

    Document(String uri, String text, Registry registry) {
        this.uri = uri;
        this.registry = registry;
        replace(text);
    }

    /// The path that messages and locations give the file: that of the file system where the URI means one, else the URI.
    static String path(String uri) {
        try {
            var parsed = URI.create(uri);
            return "file".equals(parsed.getScheme()) ? Path.of(parsed.getPath()).toString() : uri;
        } catch (IllegalArgumentException notOfThisSystem) {
            return uri;
        }
    }

    /// Takes over changes in their order: each replaces a range, or the whole text.
    void change(List<TextDocumentContentChangeEvent> changes) {
        var text = source.text();
        for (var change : changes) {
            var range = change.getRange();
            if (range == null) {
                text = change.getText();
            } else {
                var before = new SourceText(source.path(), text);
                int start = offset(before, range.getStart()), end = Math.max(start, offset(before, range.getEnd()));
                text = text.substring(0, start) + change.getText() + text.substring(end);
            }
        }
        replace(text);
    }

    private void replace(String text) {
        source = new SourceText(path(uri), text);
        var read = new ArrayList<Chunk>();
        for (var part : SplitInput.parts(source, SplitInput.MARKER)) {
            read.add(Chunk.read(part, registry, read.size() < chunks.size() ? chunks.get(read.size()) : null));
        }
        chunks = read;
    }

    /// The offset of the position, or of the nearest that the text has.
    private static int offset(SourceText source, Position position) {
        int line = position.getLine() + 1;
        if (line > source.lineCount()) return source.text().length();
        int start = source.offset(line, 1), end = line < source.lineCount() ? source.offset(line + 1, 1) - 1 : source.text().length();
        return Math.min(end, start + position.getCharacter());
    }

    List<Chunk> chunks() {
        return chunks;
    }

    SourceText source() {
        return source;
    }

    /// The text from the beginning of the part that the position is in, up to the position; lines before the part are empty.
    String textBefore(Position position) {
        var part = chunkAt(position).source();
        return part.text().substring(0, offset(part, position));
    }

    /// The part that the position is in.
    Chunk chunkAt(Position position) {
        for (var chunk : chunks) if (position.getLine() < chunk.source().lineCount()) return chunk;
        return chunks.getLast();
    }
}
