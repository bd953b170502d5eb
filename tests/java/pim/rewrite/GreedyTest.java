package pim.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Replacement;
import pim.ir.attr.Location;

class GreedyTest {
    private static final List<Pattern> CANONICAL = Canonicalizes.patterns(SumProgram.REGISTRY);

    @Property(tries = 200)
    void rewritingKeepsTheValuesAndComesToAnEnd(@ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll boolean topDown) {
        var program = SumProgram.random(seed, size);
        var before = program.kept();
        assertTrue(greedy(10, GreedyOptions.UNLIMITED, topDown, CANONICAL).rewrite(program.root()));
        assertEquals(before, program.kept());
        int settled = program.count();
        assertTrue(greedy(1, GreedyOptions.UNLIMITED, topDown, CANONICAL).rewrite(program.root()), "a second time changed something");
        assertEquals(settled, program.count());
    }

    @Property(tries = 100)
    void nothingDeadAndNothingFoldableIsLeft(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        Greedy.rewrite(program.root(), CANONICAL);
        for (var op : program.operations()) {
            assertFalse(Greedy.isDead(op), () -> op + " is dead");
            if (op.op() instanceof Sum.Add(var a, var b)) assertFalse(a.op() instanceof Sum.Constant && b.op() instanceof Sum.Constant);
            if (op.op() instanceof Sum.Negate(var a)) assertFalse(a.op() instanceof Sum.Negate || a.op() instanceof Sum.Constant);
        }
    }

    @Property(tries = 50)
    void theLimitOfRewritesStopsPatternsThatUndoEachOther(@ForAll @IntRange(min = 1, max = 5) int iterations,
        @ForAll @IntRange(min = 1, max = 20) int rewrites) {
        var root = keepOf(3);
        var applied = new int[1];
        var flip = Pattern.on(Sum.Constant.class, (op, rw) -> {
            applied[0]++;
            return rw.value(new Sum.Constant(-op.value()));
        });
        assertFalse(greedy(iterations, rewrites, true, List.of(flip)).rewrite(root));
        assertEquals(iterations * rewrites, applied[0]);
    }

    @Test void thePatternOfGreaterBenefitIsTriedFirst() {
        var tried = new ArrayList<String>();
        Pattern.Rule low = (op, rw) -> note(tried, "low");
        Pattern.Rule high = (op, rw) -> note(tried, "high");
        Greedy.rewrite(keepOf(1), Pattern.on("sum.constant", low), Pattern.on("sum.constant", high).withBenefit(2));
        assertEquals(List.of("high", "low"), tried);
    }

    @Test void aChangeInPlaceBringsTheOperationBack() {
        var root = keepOf(3);
        var countDown = Pattern.on(Sum.Constant.class, (op, rw) -> {
            if (op.value() > 0) rw.modify(rw.matched(), o -> o.setProperties(OpDefinition.operation(new Sum.Constant(op.value() - 1),
                Location.UNKNOWN).properties()));
            return null;
        });
        assertTrue(Greedy.rewrite(root, countDown));
        assertEquals(new Sum.Constant(0), root.region(0).entry().first().op());
    }

    @Test void usersAreLookedAtAgainWhenAnOperandChanges() {
        var block = new Block();
        var builder = Builder.atEnd(block);
        var sum = builder.value(new Sum.Add(builder.value(new Sum.Negate(builder.value(new Sum.Constant(4)))), builder.value(new Sum.Constant(4))));
        builder.create(new Sum.Keep(List.of(sum)));
        var root = OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
        // Bottom up, the sum is seen before its operand becomes a constant.
        greedy(1, GreedyOptions.UNLIMITED, false, CANONICAL).rewrite(root);
        assertEquals(2, Sum.count(root));
        assertEquals(new Sum.Constant(0), block.first().op());
    }

    @Test void aReplacementMustHaveAsManyValuesAsThereAreResults() {
        var root = keepOf(1);
        var wrong = Pattern.on("sum.constant", (op, rw) -> Replacement.NOTHING);
        var e = assertThrows(IllegalArgumentException.class, () -> Greedy.rewrite(root, wrong));
        assertEquals("'sum.constant' has 1 results and is replaced by 0 values", e.getMessage());
    }

    private static Greedy greedy(int iterations, int rewrites, boolean topDown, List<Pattern> patterns) {
        return new Greedy(patterns, GreedyOptions.DEFAULT.withTopDown(topDown).withLimits(iterations, rewrites), Actions.NONE);
    }

    @Test void patternsAreLeftOutByTheirNameOrThatOfTheOp() {
        var tried = new ArrayList<String>();
        var one = Pattern.on("sum.constant", (op, rw) -> note(tried, "one")).named("one");
        var two = Pattern.on("sum.constant", (op, rw) -> note(tried, "two")).named("two");
        filtered(List.of("one"), List.of(), one, two);
        assertEquals(List.of("two"), tried);
        filtered(List.of(), List.of("one"), one, two);
        assertEquals(List.of("two", "one"), tried);
        filtered(List.of("sum.constant"), List.of(), one, two);
        filtered(List.of(), List.of("sum.add"), one, two);
        assertEquals(List.of("two", "one"), tried);
    }

    private static void filtered(List<String> disabled, List<String> enabled, Pattern... patterns) {
        var options = new GreedyOptions(true, 1, -1, RegionSimplification.DISABLED, disabled, enabled);
        new Greedy(List.of(patterns), options, Actions.NONE).rewrite(keepOf(1));
    }

    private static Replacement note(List<String> notes, String text) {
        notes.add(text);
        return null;
    }

    private static Operation keepOf(long constant) {
        var block = new Block();
        var builder = Builder.atEnd(block);
        builder.create(new Sum.Keep(List.of(builder.value(new Sum.Constant(constant)))));
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }
}
