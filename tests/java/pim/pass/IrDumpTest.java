package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.attr.StringAttr;
import pim.rewrite.SumProgram;

class IrDumpTest {
    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> {}), new Resources());
    private final StringBuilder out = new StringBuilder();

    /// Writes a mark on operations, or reports an error.
    record Mark(String mark, boolean fail) implements Pass {
        Mark() {
            this(null, false);
        }

        @Override public String summary() {
            return "Marks the operation";
        }

        @Override public void run(Operation root, PassContext context) {
            if (mark != null) root.setAttribute("mark", StringAttr.of(mark));
            if (fail) context.diagnostics().error(root.location(), "it does not work");
        }
    }

    private static final Step MARK = new Step.Run(new Mark("m", false)), NOTHING = new Step.Run(new Mark(null, false)),
        FAIL = new Step.Run(new Mark("f", true));

    private static String text(Operation op) {
        return op.name() + (op.attribute("mark") instanceof StringAttr mark ? " " + mark.value() : "");
    }

    private void run(IrDump.Occasion occasion, boolean before, boolean moduleScope, Step... steps) {
        var selection = new IrDump.Selection(_ -> before, _ -> !before, occasion, moduleScope, IrDumpTest::text);
        var dump = new IrDump(selection, (op, pass, text) -> out.append(text));
        new PassRunner(context, (op, diagnostics) -> true, List.of(dump)).run(new Pipeline("sum.within", List.of(steps)), PassRunnerTest.nest());
    }

    @Test void theProgramIsWrittenBeforeOrAfterPasses() {
        run(IrDump.Occasion.ALWAYS, true, false, MARK);
        assertEquals("// -----// IR Dump Before Mark (mark) //----- //\nsum.within\n\n\n", out.toString());
        out.setLength(0);
        run(IrDump.Occasion.ALWAYS, false, false, MARK);
        assertEquals("// -----// IR Dump After Mark (mark) //----- //\nsum.within m\n\n\n", out.toString());
    }

    @Test void whatAPassLeftWhenItFailedIsMarkedAsSuch() {
        assertThrows(CompileFailure.class, () -> run(IrDump.Occasion.ON_FAILURE, false, false, MARK, FAIL));
        assertEquals("// -----// IR Dump After Mark Failed (mark) //----- //\nsum.within f\n\n\n", out.toString());
    }

    @Test void onlyChangesAreWrittenWhenAskedFor() {
        run(IrDump.Occasion.ON_CHANGE, false, false, MARK, NOTHING, MARK);
        assertEquals("// -----// IR Dump After Mark (mark) //----- //\nsum.within m\n\n\n", out.toString());
    }

    @Test void theWholeProgramIsWrittenWithWhatThePassRanOn() {
        run(IrDump.Occasion.ALWAYS, false, true, new Pipeline("sum.alone", List.of(new Pipeline("sum.alone", List.of(MARK)))));
        assertEquals("// -----// IR Dump After Mark (mark) ('sum.alone' operation) //----- //\nsum.within\n\n\n", out.toString());
    }

    @Test void aTreeOfFilesMirrorsTheNesting(@TempDir Path folder) throws IOException {
        var selection = new IrDump.Selection(_ -> true, _ -> true, IrDump.Occasion.ALWAYS, false, IrDumpTest::text);
        var root = PassRunnerTest.nest();
        root.region(0).entry().first().setAttribute("sym_name", StringAttr.of("a/b"));
        var inner = new Pipeline("sum.alone", List.of(NOTHING));
        var pipeline = new Pipeline("sum.within", List.of(MARK, new Pipeline("sum.alone", List.of(inner, MARK))));
        new PassRunner(context, (op, diagnostics) -> true, List.of(new IrDump(selection, new IrTree(folder)))).run(pipeline, root);
        try (var files = Files.walk(folder)) {
            var found = files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().collect(Collectors.joining("\n"));
            assertEquals("""
                sum_within_no-symbol-name/0_mark.mlir
                sum_within_no-symbol-name/1_mark.mlir
                sum_within_no-symbol-name/sum_alone_a_b/1_1_mark.mlir
                sum_within_no-symbol-name/sum_alone_a_b/1_2_mark.mlir
                sum_within_no-symbol-name/sum_alone_a_b/sum_alone_no-symbol-name/1_0_0_mark.mlir
                sum_within_no-symbol-name/sum_alone_a_b/sum_alone_no-symbol-name/1_0_1_mark.mlir
                sum_within_no-symbol-name/sum_alone_no-symbol-name/1_0_mark.mlir
                sum_within_no-symbol-name/sum_alone_no-symbol-name/1_1_mark.mlir""", found);
        }
        assertEquals("// -----// IR Dump Before Mark (mark) //----- //\nsum.within\n\n\n",
            Files.readString(folder.resolve("sum_within_no-symbol-name/0_mark.mlir")));
    }
}
