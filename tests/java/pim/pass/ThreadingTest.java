package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.parallel.Workers;
import pim.pass.generic.Canonicalize;
import pim.pass.generic.Cse;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;
import pim.syntax.ModulePrinter;

/// Many threads come to what one comes to.
class ThreadingTest {
    private static final Workers MANY = new Workers(8);
    private static final int OPERATIONS = 24;

    /// Says something of each operation, of some an error, and runs a pipeline on those inside.
    record Speaks() implements Pass {
        private static final Statistic SAID = new Statistic("num-said", "Number of operations spoken of");

        @Override public String summary() {
            return "Says something of each operation";
        }

        @Override public void run(Operation root, PassContext context) {
            int size = Sum.count(root);
            context.diagnostics().report(Diagnostic.remark(Location.UNKNOWN, "it holds " + size));
            context.count(SAID, 1);
            context.run(new Pipeline("sum.alone", List.of(new Step.Run(new Cse()))), root);
            if (size % 7 == 0) context.diagnostics().error(root.location(), size + " is a bad size");
        }
    }

    /// All that can be seen of a run.
    private record Seen(String program, String messages, String steps, String statistics, boolean good) {}

    /// A root with isolated operations, some of which hold others.
    private static Operation program(long seed) {
        var block = new Block();
        var builder = Builder.atEnd(block);
        for (int i = 0; i < OPERATIONS; i++) {
            var inner = new Region();
            SumProgram.random(OPERATIONS * seed + i, 5 + i).root().region(0).moveBlocksTo(inner);
            var alone = new Region();
            SumProgram.random(-OPERATIONS * seed - i, 40).root().region(0).moveBlocksTo(alone);
            if (i % 3 == 0) Builder.atEnd(alone.entry()).create(new Sum.Alone(inner));
            builder.create(new Sum.Alone(alone));
        }
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }

    private static Seen run(Operation root, Workers workers) {
        var messages = new StringBuilder();
        var diagnostics = new Diagnostics(d -> messages.append(d.headline()).append('\n'));
        var selection = new IrDump.Selection(_ -> true, _ -> true, IrDump.Occasion.ON_CHANGE, false, ModulePrinter::print);
        // Both in one text, as on a terminal.
        var dump = new IrDump(selection, (op, pass, text) -> messages.append(text));
        var inner = new Pipeline("sum.alone", List.of(new Step.Run(new Cse()), new Step.Run(new Speaks())));
        var pipeline = new Pipeline("sum.within", List.of(new Pipeline("sum.alone",
            List.of(new Step.Run(new Cse()), inner, new Step.Run(new Canonicalize()), new Step.Run(new Speaks())))));
        var schedule = Schedule.of(pipeline, SumProgram.REGISTRY);
        var timing = new Timing();
        boolean good = true;
        try {
            new PassRunner(new PassContext(SumProgram.REGISTRY, diagnostics, new Resources()), Verifier::verify, List.of(dump, timing), workers)
                .run(schedule, root);
        } catch (CompileFailure e) {
            good = false;
        }
        var steps = TimingReport.TREE.of(timing, TimingReport.Format.TEXT, false).replaceAll("\\d+\\.\\d+|%| ", "");
        return new Seen(ModulePrinter.print(root), messages.toString(), steps, StatisticsReport.PIPELINE.of(schedule), good);
    }

    @Property(tries = 12)
    void nothingDependsOnTheNumberOfThreads(@ForAll long seed) {
        assertEquals(run(program(seed), Workers.NONE), run(program(seed), MANY));
    }

    @Test void operationsAreReallyWorkedOnAtTheSameTime() {
        var both = new CountDownLatch(2);
        MANY.forEach(List.of(1, 2), _ -> {
            both.countDown();
            try {
                assertTrue(both.await(30, TimeUnit.SECONDS), "the other never began");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test void eachItemIsWorkedOnOnceAndWorkMayHaveWorkWithin() {
        var counts = new ConcurrentHashMap<Integer, Integer>();
        var items = IntStream.range(0, 20).boxed().toList();
        MANY.forEach(items, i -> MANY.forEach(items, j -> counts.merge(20 * i + j, 1, Integer::sum)));
        assertEquals(IntStream.range(0, 400).boxed().toList(), counts.keySet().stream().sorted().toList());
        assertEquals(400, counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test void whatWorkThrowsIsThrownWhenTheRestIsDone() {
        var counts = new ConcurrentHashMap<Integer, Integer>();
        var items = IntStream.range(0, 20).boxed().toList();
        var thrown = assertThrows(IllegalStateException.class, () -> MANY.forEach(items, i -> {
            counts.put(i, 1);
            if (i == 5) throw new IllegalStateException("five");
        }));
        assertEquals("five", thrown.getMessage());
        assertEquals(20, counts.size());
    }
}
