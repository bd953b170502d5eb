package pim.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.attr.Location.File;
import pim.syntax.ModuleReader;

/// A part of a document between split markers, which is a module by itself: its text, with empty lines in place of the parts before it, what is wrong
/// with it, and where its names stand.
///
/// @param complete whether it was read to its end
/// @param good     the last version of the part that was; this one, or null if there was none
record Chunk(SourceText source, SourceIndex index, boolean complete, List<Diagnostic> messages, Chunk good) {
    static Chunk read(SourceText source, Registry registry, Chunk previous) {
        var messages = new ArrayList<Diagnostic>();
        var index = new SourceIndex();
        boolean complete = false;
        var diagnostics = new Diagnostics(messages::add);
        try {
            var module = ModuleReader.read(source, registry, diagnostics, true, index);
            complete = true;
            Verifier.verify(module.top(), diagnostics);
        } catch (CompileFailure reported) {
            // What is wrong is among the messages.
        } catch (StackOverflowError e) {
            diagnostics.error(new File(source.path(), 1, 1), "the operations are nested too deeply");
        }
        return new Chunk(source, index, complete, messages, complete || previous == null ? null : previous.latestGood());
    }

    private Chunk latestGood() {
        return complete ? this : good;
    }

    /// The indices that answer questions, the one to ask first in front: of a text that cannot be read, that of its last good version knows more.
    List<View> views() {
        var own = new View(index, LineShift.NONE);
        return complete || good == null ? List.of(own)
            : List.of(new View(good.index, LineShift.between(good.source.text(), source.text())), own);
    }
}
