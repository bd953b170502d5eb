package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.rewrite.SumProgram;

class AnalysisTest {
    private final List<String> computed = new ArrayList<>();
    private final Analysis<Integer> size = new Analysis<>("Size", op -> {
        computed.add("size of " + op.name());
        return op.regions().size();
    });
    private final Analysis<Integer> twice = new Analysis<>("Twice", (op, known) -> {
        computed.add("twice of " + op.name());
        return 2 * known.get(size);
    });
    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> {}), new Resources());

    record Does(BiConsumer<Operation, PassContext> what) implements Pass {
        @Override public String summary() {
            return "Does what it is told";
        }

        @Override public void run(Operation root, PassContext context) {
            what.accept(root, context);
        }
    }

    private static Step does(BiConsumer<Operation, PassContext> what) {
        return new Step.Run(new Does(what));
    }

    private void run(Step... steps) {
        new PassRunner(context, (op, diagnostics) -> true, List.of()).run(new Pipeline("sum.within", List.of(steps)), PassRunnerTest.nest());
    }

    @Test void anAnalysisIsComputedOnceAndForgottenUnlessItIsPreserved() {
        run(does((op, context) -> {
            assertEquals(2, context.analysis(twice, op));
            assertEquals(2, context.analysis(twice, op));
            context.preserve(twice, size);
        }), does((op, context) -> {
            assertEquals(2, context.cachedAnalysis(twice, op));
            context.preserve(twice);
        }), does((op, context) -> {
            assertNull(context.cachedAnalysis(size, op));
            assertNull(context.cachedAnalysis(twice, op), "what it was built on is forgotten");
            context.analysis(size, op);
            context.preserveAll();
        }), does((op, context) -> assertEquals(1, context.cachedAnalysis(size, op))),
            does((op, context) -> assertNull(context.cachedAnalysis(size, op))));
        assertEquals(List.of("twice of sum.within", "size of sum.within", "size of sum.within"), computed);
    }

    @Test void whatIsNestedHasAnalysesOfItsOwn() {
        run(does((op, context) -> {
            var first = op.region(0).entry().first();
            context.analysis(size, first);
            assertNull(context.cachedAnalysis(size, op));
            context.preserve(size);
        }), does((op, context) -> {
            assertEquals(1, context.cachedAnalysis(size, op.region(0).entry().first()));
            context.analysis(size, op);
            context.preserve(size);
        }), new Pipeline("sum.alone", List.of(does((op, context) -> {
            assertEquals(1, context.cachedAnalysis(size, op.parent()), "that of what is around may be looked at");
            assertEquals(op.previous() == null, context.cachedAnalysis(size, op) != null);
            assertThrows(IllegalArgumentException.class, () -> context.analysis(size, op.parent().region(0).entry().last() == op
                ? op.previous() : op.next()));
        }))), does((op, context) -> assertNull(context.cachedAnalysis(size, op), "nested passes changed what it was computed from")));
        assertEquals(List.of("size of sum.alone", "size of sum.within"), computed);
    }

    @Test void dominanceIsSharedByPasses() {
        var seen = new ArrayList<>();
        var asks = does((op, context) -> {
            seen.add(context.analysis(Analysis.DOMINANCE, op));
            context.preserveAll();
        });
        run(asks, asks);
        assertSame(seen.getFirst(), seen.getLast());
    }

    @Test void aPassByItselfHasAnalysesButNoPipelines() {
        var root = PassRunnerTest.nest();
        assertEquals(1, context.analysis(size, root));
        assertNull(context.cachedAnalysis(size, root), "nobody says how long it holds");
        assertThrows(IllegalStateException.class, () -> context.run(new Pipeline("sum.within", List.of()), root));
    }
}
