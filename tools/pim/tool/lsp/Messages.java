package pim.tool.lsp;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import pim.diagnose.SourceText;
import pim.ir.attr.Location.CallSite;
import pim.ir.attr.Location.File;
import pim.ir.attr.Location.Fused;
import pim.ir.attr.Location.Name;

/// The compiler's messages as the protocol has them.
final class Messages {
    private static final String SOURCE = "pimlico";

    private final String uri;
    private final SourceText source;

    Messages(Document document) {
        uri = document.uri;
        source = document.source();
    }

    Diagnostic of(pim.diagnose.Diagnostic message) {
        var severity = switch (message.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case REMARK, NOTE -> DiagnosticSeverity.Information;
        };
        var diagnostic = new Diagnostic(range(message.location()), message.message(), severity, SOURCE);
        var notes = message.notes().stream().map(n -> new DiagnosticRelatedInformation(location(n.location()), n.message())).toList();
        if (!notes.isEmpty()) diagnostic.setRelatedInformation(notes);
        return diagnostic;
    }

    /// The word in this text that the location speaks of; the beginning of the text where it speaks of none.
    private Range range(pim.ir.attr.Location location) {
        return files(location).stream().filter(f -> f.path().equals(source.path())).findFirst().map(this::wordAt)
            .orElseGet(() -> new Range(new Position(0, 0), new Position(0, 0)));
    }

    private Range wordAt(File place) {
        // A message about what stands before the text, on line zero for one, belongs to its beginning.
        var at = new Position(Math.max(0, place.line() - 1), Math.max(0, place.column() - 1));
        return Places.wordAt(source.line(place.line()), at);
    }

    private Location location(pim.ir.attr.Location location) {
        var elsewhere = elsewhere(location);
        return elsewhere.isEmpty() || files(location).stream().anyMatch(f -> f.path().equals(source.path())) ? new Location(uri, range(location))
            : elsewhere.getFirst();
    }

    /// The places in other files that the location speaks of, those that the operation was made from for example; only files that exist.
    List<Location> elsewhere(pim.ir.attr.Location location) {
        return files(location).stream().filter(f -> !f.path().equals(source.path())).map(this::existing).filter(Objects::nonNull).distinct().toList();
    }

    private Location existing(File place) {
        try {
            var file = Path.of(source.path()).resolveSibling(place.path());
            if (place.line() < 1 || !Files.isRegularFile(file)) return null;
            var start = new Position(place.line() - 1, Math.max(0, place.column() - 1));
            return new Location(file.normalize().toUri().toString(), new Range(start, start));
        } catch (InvalidPathException notAFile) {
            return null;
        }
    }

    private static List<File> files(pim.ir.attr.Location location) {
        return switch (location) {
            case File file -> List.of(file);
            case Name(_, var child) -> files(child);
            case CallSite(var callee, var caller) -> List.of(callee, caller).stream().flatMap(l -> files(l).stream()).toList();
            case Fused(_, var parts) -> parts.stream().flatMap(l -> files(l).stream()).toList();
            default -> List.of();
        };
    }
}
