package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.pass.PassContext;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

class CanonicalizeTest {
    private final List<String> messages = new ArrayList<>();
    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> messages.add(d.message())), new Resources());

    @Property(tries = 200)
    void valuesStayAndOnceIsEnough(@ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll boolean topDown) {
        var program = SumProgram.random(seed, size);
        var before = program.kept();
        new Canonicalize(topDown, 10, -1, true, List.of(), List.of()).run(program.root(), context);
        assertEquals(before, program.kept());
        int count = program.count();
        new Canonicalize(topDown, 10, -1, true, List.of(), List.of()).run(program.root(), context);
        assertEquals(count, program.count());
        assertTrue(messages.isEmpty());
    }

    @Test void aFormThatTheLimitsDoNotReachIsAnErrorWhereThatIsTested() {
        var block = new Block();
        var builder = Builder.atEnd(block);
        var one = builder.value(new Sum.Constant(1));
        builder.create(new Sum.Keep(List.of(builder.value(new Sum.Add(one, one)))));
        var root = OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
        assertThrows(CompileFailure.class, () -> new Canonicalize(true, 1, -1, true, List.of(), List.of()).run(root, context));
        assertEquals(List.of("'sum.within' op is not canonical after 1 iterations; raise max-iterations or max-num-rewrites"), messages);
        new Canonicalize(true, 1, -1, false, List.of(), List.of()).run(root, context);
        assertEquals(1, messages.size());
    }
}
