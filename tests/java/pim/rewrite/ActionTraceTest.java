package pim.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.attr.Location;

class ActionTraceTest {
    private static final Pattern NEGATE = Pattern.on(Sum.Negate.class, (op, rw) -> op.input()).named("skip-negate");

    /// Keeps four negated constants.
    private static Operation program() {
        var block = new Block();
        var builder = Builder.atEnd(block);
        for (int i = 0; i < 4; i++) builder.create(new Sum.Keep(List.of(builder.value(new Sum.Negate(builder.value(new Sum.Constant(i)))))));
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        apply-pattern-count=-1                      |      | apply-pattern                   : {4,0,-1}
        apply-pattern-skip=1,apply-pattern-count=2  | 0 3  | apply-pattern                   : {6,1,2}
        apply-pattern-skip=3                        |      | apply-pattern                   : {7,3,-1}
        apply-pattern-count=0                       | 0 1 2 3 | apply-pattern                   : {4,0,0}
        GreedyPatternRewriteIteration-count=0       | 0 1 2 3 | GreedyPatternRewriteIteration   : {1,0,0}
        """)
    void countersLeaveOutWhatIsBeforeAndBehind(String text, String left, String report) {
        var root = program();
        var counters = DebugCounters.parse(text);
        var options = GreedyOptions.DEFAULT.withLimits(text.contains("skip=") ? 2 : 10, GreedyOptions.UNLIMITED);
        new Greedy(List.of(NEGATE), options, new ActionTrace(counters, null)).rewrite(root);
        var negated = new ArrayList<String>();
        root.region(0).walk(op -> {
            if (op.op() instanceof Sum.Negate(var input) && input.op() instanceof Sum.Constant(var value)) negated.add("" + value);
        });
        assertEquals(left == null ? "" : left, String.join(" ", negated));
        assertEquals("DebugCounter counters:\n" + report + "\n", counters.report());
    }

    @Test void aLogTellsOfEachStepAndWhatCameOfIt() {
        var log = new ArrayList<String>();
        var root = program();
        var counters = DebugCounters.parse("apply-pattern-skip=1,apply-pattern-count=1");
        new Greedy(List.of(NEGATE), GreedyOptions.DEFAULT.withLimits(1, -1), new ActionTrace(counters, log::add)).rewrite(root);
        assertEquals("""
            [thread pim-opt] begins (no breakpoint) Action `GreedyPatternRewriteIteration` 1 ('sum.within' at loc(unknown))
            [thread pim-opt] skipping (no breakpoint) Action `apply-pattern` pattern: skip-negate ('sum.negate' at loc(unknown))
            [thread pim-opt] begins (no breakpoint) Action `apply-pattern` pattern: skip-negate ('sum.negate' at loc(unknown))
            [thread pim-opt] completed `apply-pattern`
            [thread pim-opt] skipping (no breakpoint) Action `apply-pattern` pattern: skip-negate ('sum.negate' at loc(unknown))
            [thread pim-opt] skipping (no breakpoint) Action `apply-pattern` pattern: skip-negate ('sum.negate' at loc(unknown))
            [thread pim-opt] completed `GreedyPatternRewriteIteration`""", String.join("\n", log));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        apply-pattern         | expected DebugCounter argument to have an `=` separating the counter name and value, but the provided argument was: `apply-pattern`
        apply-pattern=1       | expected DebugCounter counter name to end with either `-skip` or `-count`, but got `apply-pattern`
        apply-pattern-skip=x  | expected DebugCounter counter value to be numeric, but got `x`
        apply-patern-skip=1   | there is no DebugCounter `apply-patern`; did you mean 'apply-pattern'? (there are pass-execution, GreedyPatternRewriteIteration, apply-pattern)
        """)
    void aWrongCounterIsAnError(String text, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> DebugCounters.parse(text)).getMessage());
    }
}
