package pim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Operation;
import pim.ir.attr.Location;

class DialectBodyTest {
    private static final String OP = "\"t.a\"() {d = #x.y<a, // b>, e = 1 : i32} : () -> ()\n";

    /// Tokens are made ahead of the parser where the text is long, so those behind the body are made anew.
    @Test void aBodyThatEndsInWhatLooksLikeACommentEndsThereInALongTextToo() {
        int count = (3 << 20) / OP.length(), line = 0;
        var block = read(OP.repeat(count), new Diagnostics(d -> { throw new AssertionError(d.message()); })).region(0).entry();
        for (var op : block) {
            assertEquals(new Location.File("t.mlir", ++line, 1), op.location());
            assertEquals(2, op.attributes().entries().size());
        }
        assertEquals(count, line);
    }

    @Test void whatIsWrongBehindItIsReportedAtItsPlace() {
        var messages = new ArrayList<Diagnostic>();
        var diagnostics = new Diagnostics(messages::add);
        assertThrows(CompileFailure.class, () -> read("\"t.a\"() {d = #x.y<\n a, // b>, ?} : () -> ()", diagnostics));
        assertEquals(new Location.File("t.mlir", 2, 12), messages.getFirst().location());
    }

    private static Operation read(String text, Diagnostics diagnostics) {
        return ModuleReader.read(new SourceText("t.mlir", text), Registry.standard(), diagnostics, true).top();
    }
}
