package pim.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/// Turns messages into the comments that announce them to `--verify-diagnostics`: `expected-error @below {{...}}` above their line.
final class ExpectedLines {
    private ExpectedLines() {}

    /// The actions for the messages on the lines of the range: one for each, and one for all of them if there are several.
    static List<CodeAction> actions(Document document, Range range) {
        var messages = new Messages(document);
        var actions = new ArrayList<CodeAction>();
        var all = new ArrayList<TextEdit>();
        var diagnostics = new ArrayList<Diagnostic>();
        for (var chunk : document.chunks()) {
            for (var message : chunk.messages()) {
                var shown = messages.of(message);
                if (!overlap(shown.getRange(), range)) continue;
                var edits = new ArrayList<TextEdit>();
                edits.add(edit(shown.getRange().getStart(), message));
                for (var note : message.notes()) edits.add(edit(messages.of(note).getRange().getStart(), note));
                actions.add(action(document, "Add expected-* diagnostic checks for: " + message.message(), edits, List.of(shown)));
                all.addAll(edits);
                diagnostics.add(shown);
            }
        }
        if (actions.size() > 1) actions.addFirst(action(document, "Add expected-* diagnostic checks", all, diagnostics));
        return actions;
    }

    private static boolean overlap(Range a, Range b) {
        return a.getStart().getLine() <= b.getEnd().getLine() && b.getStart().getLine() <= a.getEnd().getLine();
    }

    /// A new line above that of the message, indented to its column, so that the marker stands over the place.
    private static TextEdit edit(Position at, pim.diagnose.Diagnostic message) {
        var above = new Position(at.getLine(), 0);
        var where = message.location().file() == null ? "@unknown" : "@below";
        var text = " ".repeat(at.getCharacter()) + "// expected-" + message.severity() + " " + where + " {{" + message.message() + "}}\n";
        return new TextEdit(new Range(above, above), text);
    }

    private static CodeAction action(Document document, String title, List<TextEdit> edits, List<Diagnostic> of) {
        var action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(of);
        action.setEdit(new WorkspaceEdit(Map.of(document.uri, edits)));
        return action;
    }
}
