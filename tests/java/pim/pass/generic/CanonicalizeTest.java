package pim.pass.generic;

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
import pim.dialect.cf.RandomPrograms;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Traits;
import pim.ir.attr.Location;
import pim.pass.PassContext;
import pim.rewrite.RegionSimplification;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

class CanonicalizeTest {
    private final List<String> messages = new ArrayList<>();
    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> messages.add(d.message())), new Resources());

    @Property(tries = 200)
    void valuesStayAndOnceIsEnough(@ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll boolean topDown) {
        var program = SumProgram.random(seed, size);
        var before = program.kept();
        new Canonicalize(topDown, 10, -1, RegionSimplification.NORMAL, true, List.of(), List.of()).run(program.root(), context);
        assertEquals(before, program.kept());
        int count = program.count();
        new Canonicalize(topDown, 10, -1, RegionSimplification.NORMAL, true, List.of(), List.of()).run(program.root(), context);
        assertEquals(count, program.count());
        assertTrue(messages.isEmpty());
    }

    @Property(tries = 100)
    void simplifiedRegionsComputeTheSame(@ForAll long seed, @ForAll RegionSimplification level) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.results();
        program.run(new Canonicalize(true, -1, -1, level, true, List.of(), List.of()));
        Program.assertSameResults(before, program);
    }

    @Property(tries = 50)
    void aggressiveSimplificationLeavesNoMoreBlocksAndNothingToSimplify(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        program.run(new Canonicalize());
        int blocks = blocks(program);
        program.run(new Canonicalize(true, -1, -1, RegionSimplification.AGGRESSIVE, true, List.of(), List.of()));
        assertTrue(blocks(program) <= blocks);
        for (var op : program.operations()) assertFalse(RegionSimplification.AGGRESSIVE.apply(op), "something was left to simplify");
    }

    private static int blocks(Program program) {
        return program.operations().stream().flatMap(op -> op.regions().stream()).mapToInt(r -> r.blocks().size()).sum();
    }

    @Property(tries = 50)
    void aConstantStandsOnceAtTheBeginningOfItsFunction(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        program.run(new Canonicalize());
        for (var op : program.operations()) {
            if (!op.has(Traits.ConstantLike.class)) continue;
            assertTrue(op.block() == op.parentRegion().entry() && (op.previous() == null || op.previous().has(Traits.ConstantLike.class)),
                program::generic);
            for (var other = op.next(); other != null; other = other.next()) {
                assertFalse(other.has(Traits.ConstantLike.class) && other.op().equals(op.op()), program::generic);
            }
        }
    }

    @Test void limitsMustHaveAMeaning() {
        assertThrows(IllegalArgumentException.class, () -> new Canonicalize(true, -2, -1, RegionSimplification.NORMAL, true, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Canonicalize(true, -1, -5, RegionSimplification.NORMAL, true, List.of(), List.of()));
    }

    @Test void aFormThatTheLimitsDoNotReachIsAnErrorWhereThatIsTested() {
        var block = new Block();
        var builder = Builder.atEnd(block);
        var one = builder.value(new Sum.Constant(1));
        builder.create(new Sum.Keep(List.of(builder.value(new Sum.Add(one, one)))));
        var root = OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
        var once = new Canonicalize(true, 1, -1, RegionSimplification.NORMAL, true, List.of(), List.of());
        assertThrows(CompileFailure.class, () -> once.run(root, context));
        assertEquals(List.of("'sum.within' op is not canonical after 1 iterations; raise max-iterations or max-num-rewrites"), messages);
        new Canonicalize(true, 1, -1, RegionSimplification.NORMAL, false, List.of(), List.of()).run(root, context);
        assertEquals(1, messages.size());
    }
}
