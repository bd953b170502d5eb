package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.pass.generic.Cse;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

class PassRunnerTest {
    private static final BiPredicate<Operation, Diagnostics> ANYTHING = (op, diagnostics) -> true;

    private final List<String> events = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> messages.add(d.message())), new Resources());

    /// Notes each run, or reports what it is told to.
    record Note(List<String> events, String label, String error) implements Pass {
        @Override public String summary() {
            return "Notes that it ran";
        }

        @Override public void run(Operation root, PassContext context) {
            events.add(label + " on " + root.name());
            if (error != null) context.diagnostics().error(root.location(), error);
        }
    }

    private Step note(String name) {
        return new Step.Run(new Note(events, name, null));
    }

    /// A root that holds two isolated operations, the first with an operation of the third kind in it.
    private static Operation nest() {
        var deep = new Block();
        Builder.atEnd(deep).create(new Sum.Within(Region.of(new Block())));
        var block = new Block();
        var builder = Builder.atEnd(block);
        builder.create(new Sum.Alone(Region.of(deep)));
        builder.create(new Sum.Alone(Region.of(new Block())));
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }

    @Test void aNestedPipelineRunsWholeOnOneOperationAfterTheOther() {
        var nested = new Pipeline("sum.alone", List.of(note("b"), new Pipeline("sum.within", List.of(note("c")))));
        new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.within", List.of(note("a"), nested, note("d"))), nest());
        assertEquals(List.of("a on sum.within", "b on sum.alone", "c on sum.within", "b on sum.alone", "d on sum.within"), events);
    }

    @Test void aPipelineOnAnyOpRunsOnIsolatedOnes() {
        new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.within", List.of(new Pipeline("any", List.of(note("a"))))), nest());
        assertEquals(List.of("a on sum.alone", "a on sum.alone"), events);
    }

    @Test void theRootMustBeWhatThePipelineIsFor() {
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.alone", List.of(note("a"))),
            nest()));
        assertEquals(List.of("can't run 'sum.alone' pass pipeline on 'sum.within' op"), messages);
    }

    @Test void afterAnErrorNoFurtherPassRuns() {
        var wrong = new Step.Run(new Note(events, "wrong", "it does not work"));
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of())
            .run(new Pipeline("sum.within", List.of(wrong, note("a"))), nest()));
        assertEquals(List.of("wrong on sum.within"), events);
        assertEquals(List.of("it does not work"), messages);
    }

    @Test void whatAPassLeavesIsVerified() {
        BiPredicate<Operation, Diagnostics> nothing = (op, diagnostics) -> false;
        assertThrows(CompileFailure.class, () -> new PassRunner(context, nothing, List.of())
            .run(new Pipeline("sum.within", List.of(note("a"), note("b"))), nest()));
        assertEquals(List.of("a on sum.within"), events);
        assertEquals(List.of("'sum.within' op is not valid after pass 'note'"), messages);
    }

    @Test void theProgramIsDumpedAroundThePassesAskedFor() {
        var out = new StringBuilder();
        var dump = new IrDump("note"::equals, name -> false, Operation::name, out);
        new PassRunner(context, ANYTHING, List.of(dump)).run(new Pipeline("sum.within", List.of(note("a"), new Step.Run(new Cse()))),
            nest());
        assertEquals("// -----// IR Dump Before Note (note) //----- //\nsum.within\n\n", out.toString());
    }

    @Test void whatAPassLeftWhenItFailedIsDumpedAsSuch() {
        var out = new StringBuilder();
        var dump = new IrDump(name -> false, name -> true, Operation::name, out);
        var wrong = new Pipeline("sum.within", List.of(new Step.Run(new Note(events, "wrong", "it does not work"))));
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of(dump)).run(wrong, nest()));
        assertEquals("// -----// IR Dump After Note (note) Failed //----- //\nsum.within\n\n", out.toString());
    }

    @Test void timingIsATableOfPipelinesAndPasses() {
        var timing = new Timing();
        var nested = new Pipeline("sum.alone", List.of(note("a")));
        new PassRunner(context, ANYTHING, List.of(timing)).run(new Pipeline("sum.within", List.of(nested)), nest());
        var lines = timing.report().lines().map(line -> line.replaceAll("\\d+\\.\\d+", "N").replaceAll(" +\\( *N%\\)", " (N%)")).toList();
        assertTrue(lines.contains("  Total Execution Time: N seconds"), lines::toString);
        var names = lines.subList(lines.size() - 4, lines.size()).stream().map(String::strip).toList();
        assertEquals(List.of("N (N%)  'sum.alone' Pipeline", "N (N%)    note", "N (N%)  Rest", "N (N%)  Total"), names);
    }
}
