package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

class PassRunnerTest {
    private static final BiPredicate<Operation, Diagnostics> ANYTHING = (op, diagnostics) -> true;

    private final List<String> events = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(this::note), new Resources());

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

    /// A root that holds two isolated operations, the first with a third in it.
    private void note(Diagnostic said) {
        messages.add(said.message());
        // Where an exception was thrown says no more than that it is said.
        for (var note : said.notes()) messages.add(note.message().replaceFirst("(?<=thrown at ).*", "..."));
    }

    static Operation nest() {
        var deep = new Block();
        Builder.atEnd(deep).create(new Sum.Alone(Region.of(new Block())));
        var block = new Block();
        var builder = Builder.atEnd(block);
        builder.create(new Sum.Alone(Region.of(deep)));
        builder.create(new Sum.Alone(Region.of(new Block())));
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }

    @Test void aNestedPipelineRunsWholeOnOneOperationAfterTheOther() {
        var nested = new Pipeline("sum.alone", List.of(note("b"), new Pipeline("sum.alone", List.of(note("c")))));
        new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.within", List.of(note("a"), nested, note("d"))), nest());
        assertEquals(List.of("a on sum.within", "b on sum.alone", "c on sum.alone", "b on sum.alone", "d on sum.within"), events);
    }

    @Test void aPipelineOnAnyOpRunsOnIsolatedOnes() {
        new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.within", List.of(new Pipeline("any", List.of(note("a"))))), nest());
        assertEquals(List.of("a on sum.alone", "a on sum.alone"), events);
    }

    @Test void theRootMustBeWhatThePipelineIsFor() {
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.alone", List.of(note("a"))),
            nest()));
        assertEquals(List.of("can't run 'sum.alone' pass manager on 'sum.within' op"), messages);
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

    @Test void pipelinesSideBySideGoOverTheOperationsTogether() {
        var pipeline = new Pipeline("sum.within", List.of(new Pipeline("sum.alone", List.of(note("a"))), new Pipeline("sum.keep", List.of(note("k"))),
            new Pipeline("sum.alone", List.of(note("b")))));
        new PassRunner(context, ANYTHING, List.of()).run(pipeline, nest());
        assertEquals(List.of("a on sum.alone", "b on sum.alone", "a on sum.alone", "b on sum.alone"), events);
    }

    @Test void pipelinesThatAnOperationCouldBothGoThroughStayInOrder() {
        var pipeline = new Pipeline("sum.within", List.of(new Pipeline("sum.alone", List.of(note("a"))), new Pipeline("any", List.of(note("b")))));
        new PassRunner(context, ANYTHING, List.of()).run(pipeline, nest());
        assertEquals(List.of("a on sum.alone", "a on sum.alone", "b on sum.alone", "b on sum.alone"), events);
    }

    @Test void aPassMayOnlyRunOnWhatUsesNothingFromOutside() {
        var block = new Block();
        Builder.atEnd(block).create(new Sum.Within(Region.of(new Block())));
        Builder.atEnd(block).insert(new Operation(SumProgram.REGISTRY.kind("other.op"), List.of(), List.of(), DictionaryAttr.EMPTY,
            DictionaryAttr.EMPTY, List.of(), List.of(), Location.UNKNOWN));
        var root = OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
        var pipeline = new Pipeline("sum.within", List.of(new Pipeline("sum.within", List.of(note("a"))),
            new Pipeline("other.op", List.of(note("a")))));
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of()).run(pipeline, root));
        assertEquals(List.of("'sum.within' op trying to schedule a pass on an operation not marked as 'IsolatedFromAbove'",
            "'other.op' op trying to schedule a pass on an unregistered operation"), messages);
        assertEquals(List.of(), events);
    }

    @Test void afterAFailureTheOtherOperationsAreStillWorkedOn() {
        var wrong = new Step.Run(new Note(events, "wrong", "it does not work"));
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of())
            .run(new Pipeline("sum.within", List.of(new Pipeline("sum.alone", List.of(wrong, note("b"))), note("c"))), nest()));
        assertEquals(List.of("wrong on sum.alone", "wrong on sum.alone"), events);
        assertEquals(List.of("it does not work", "it does not work"), messages);
    }

    /// Runs `inner` on what `target` finds from the operation it runs on.
    record Inside(Pipeline inner, UnaryOperator<Operation> target) implements Pass {
        @Override public String summary() {
            return "Runs a pipeline on an operation";
        }

        @Override public void run(Operation root, PassContext context) {
            context.run(inner, target.apply(root));
        }
    }

    @Test void aPassRunsAPipelineOnWhatIsInItsOperation() {
        var root = nest();
        var first = root.region(0).entry().first();
        var inside = new Step.Run(new Inside(new Pipeline("sum.alone", List.of(note("i"))), _ -> first));
        new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.within", List.of(inside, note("a"))), root);
        assertEquals(List.of("i on sum.alone", "a on sum.within"), events);
    }

    @Test void aPassCannotRunAPipelineElsewhere() {
        var root = nest();
        var outside = new Step.Run(new Inside(new Pipeline("sum.within", List.of(note("i"))), Operation::parent));
        var pipeline = new Pipeline("sum.within", List.of(new Pipeline("sum.alone", List.of(outside))));
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of()).run(pipeline, root));
        assertEquals("'sum.within' op Trying to schedule a dynamic pipeline on an operation that isn't nested under the current operation the pass is"
            + " processing", messages.getFirst());
        var other = new Step.Run(new Inside(new Pipeline("sum.keep", List.of(note("i"))), op -> op));
        messages.clear();
        assertThrows(CompileFailure.class, () -> new PassRunner(context, ANYTHING, List.of()).run(new Pipeline("sum.within", List.of(other)), root));
        assertEquals(List.of("can't run 'sum.keep' pass manager on 'sum.within' op"), messages);
        assertEquals(List.of(), events);
    }

    /// Fails as no pass should.
    record Broken(Throwable with) implements Pass {
        @Override public String summary() {
            return "Throws what it is given";
        }

        @Override public void run(Operation root, PassContext context) {
            if (with instanceof Error error) throw error;
            throw (RuntimeException) with;
        }
    }

    @Test void anExceptionInAPassIsACrashOfIt() {
        var broken = new Step.Run(new Broken(new IllegalStateException("no such thing")));
        var runner = new PassRunner(context, ANYTHING, List.of());
        assertThrows(CompileFailure.class, () -> runner.run(new Pipeline("sum.within", List.of(broken)), nest()));
        var deep = new Step.Run(new Broken(new StackOverflowError()));
        assertThrows(CompileFailure.class, () -> runner.run(new Pipeline("sum.within", List.of(deep)), nest()));
        assertEquals(List.of("pass 'broken' crashed: java.lang.IllegalStateException: no such thing", "thrown at ...",
            "the operations are nested too deeply for pass 'broken'"), messages);
    }
}
