package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Resources;
import pim.ir.attr.StringAttr;
import pim.rewrite.SumProgram;
import pim.syntax.ModuleReader;

class ReproducerTest {
    private final List<String> messages = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics(d -> {
        messages.add(d.message());
        d.notes().forEach(note -> messages.add(note.message()));
    });
    private final List<String> written = new ArrayList<>();
    private final Step mark = new Step.Run(new IrDumpTest.Mark("m", false)), fail = new Step.Run(new IrDumpTest.Mark("f", true));

    private void run(boolean local, Reproducer.Sink sink, Step... steps) {
        var resources = new Resources();
        var reproducer = new Reproducer(new Reproducer.Settings("r.mlir", local, local, true, resources), sink);
        var root = PassRunnerTest.nest();
        root.region(0).entry().first().setAttribute("sym_name", StringAttr.of("first"));
        new PassRunner(new PassContext(SumProgram.REGISTRY, diagnostics, resources), (op, d) -> true, List.of(reproducer))
            .run(new Pipeline("sum.within", List.of(steps)), root);
    }

    @Test void nothingIsWrittenWhenAllGoesWell() {
        run(false, written::add, mark);
        run(true, written::add, mark);
        assertEquals(List.of(), written);
    }

    @Test void theWholeRunIsReproducedFromWhereItBegan() {
        assertThrows(CompileFailure.class, () -> run(false, written::add, mark, new Pipeline("sum.alone", List.of(fail)), mark));
        assertEquals(List.of("it does not work", "it does not work", "Failures have been detected while processing an MLIR pass pipeline",
            "Pipeline failed while executing [`Mark` on 'sum.alone' operation: @first]: reproducer generated at `r.mlir`"), messages);
        var text = written.getFirst();
        assertTrue(text.endsWith("""

            {-#
              external_resources: {
                mlir_reproducer: {
                  pipeline: "sum.within(mark{fail=false mark=m},sum.alone(mark{fail=true mark=f}),mark{fail=false mark=m})",
                  disable_threading: false,
                  verify_each: true
                }
              }
            #-}

            """), text);
        assertTrue(!text.contains("mark = "), text);
        var again = ModuleReader.read(new SourceText("r.mlir", text), SumProgram.REGISTRY, diagnostics, false);
        var reproduction = Reproduction.take(again.resources());
        assertEquals(new Reproduction("sum.within(mark{fail=false mark=m},sum.alone(mark{fail=true mark=f}),mark{fail=false mark=m})", false, true),
            reproduction);
        assertNull(Reproduction.take(again.resources()), "it has been taken");
    }

    @Test void theFailingPassIsReproducedFromWhatItSaw() {
        var nested = new Pipeline("sum.alone", List.of(new Pipeline("sum.alone", List.of(fail))));
        assertThrows(CompileFailure.class, () -> run(true, written::add, mark, nested, mark));
        assertEquals("Pipeline failed while executing `Mark` on 'sum.alone' operation: reproducer generated at `r.mlir`", messages.getLast());
        var text = written.getFirst();
        assertTrue(text.contains("pipeline: \"sum.within(sum.alone(sum.alone(mark{fail=true mark=f})))\""), text);
        assertTrue(text.contains("{mark = \"m\"}"), text);
        assertTrue(text.contains("disable_threading: true"), text);
    }

    @Test void aFileThatCannotBeWrittenIsSaid() {
        assertThrows(CompileFailure.class, () -> run(false, _ -> {
            throw new IOException("no space left");
        }, fail));
        assertEquals("Pipeline failed while executing [`Mark` on 'sum.within' operation]: failed to create output stream: no space left",
            messages.getLast());
    }
}
