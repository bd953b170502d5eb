package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Dominance;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.pass.PassContext;
import pim.rewrite.Greedy;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

class CseTest {
    private static final PassContext CONTEXT = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> {}), new Resources());

    @Property(tries = 200)
    void valuesStayAndNoOperationDominatesAnEqualOne(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        var before = program.kept();
        new Cse().run(program.root(), CONTEXT);
        assertEquals(before, program.kept());
        var dominance = new Dominance();
        var pure = program.operations().stream().filter(op -> op.op() instanceof Sum.Constant || op.op() instanceof Sum.Add
            || op.op() instanceof Sum.Negate)
            .filter(op -> !Greedy.isDead(op)).toList();
        for (var a : pure) {
            for (var b : pure) assertFalse(dominance.properlyDominates(a, b) && a.op().equals(b.op()), () -> a + " and " + b);
        }
    }

    @Test void whatOnlyOneWayComputesIsNotTakenOnTheOther() {
        var entry = new Block();
        var left = new Block();
        var right = new Block();
        var join = new Block();
        var region = Region.of(entry, left, right, join);
        var on = entry.addArgument(IntegerType.I64, Location.UNKNOWN);
        Builder.atEnd(entry).create(new Sum.Fork(on, left, right));
        for (var block : List.of(left, right, join)) {
            var builder = Builder.atEnd(block);
            var negated = builder.value(new Sum.Negate(on));
            builder.create(new Sum.Keep(List.of(negated)));
            builder.create(block == join ? new Sum.Stop() : new Sum.Branch(List.of(), join));
        }
        var root = OpDefinition.operation(new Sum.Within(region), Location.UNKNOWN);
        int before = Sum.count(root);
        new Cse().run(root, CONTEXT);
        assertEquals(before, Sum.count(root));
        Builder.before(entry.first()).create(new Sum.Keep(List.of(Builder.before(entry.first()).value(new Sum.Negate(on)))));
        new Cse().run(root, CONTEXT);
        assertEquals(before + 2 - 3, Sum.count(root));
    }

    @Test void anIsolatedRegionSeesNothingFromOutsideAndOrderDoesNotMatterToASum() {
        var inner = new Block();
        var block = new Block();
        var a = block.addArgument(IntegerType.I64, Location.UNKNOWN);
        var b = block.addArgument(IntegerType.I64, Location.UNKNOWN);
        var builder = Builder.atEnd(block);
        builder.create(new Sum.Keep(List.of(builder.value(new Sum.Add(a, b)), builder.value(new Sum.Add(b, a)), builder.value(new Sum.Constant(1)))));
        var nested = Builder.atEnd(inner);
        nested.create(new Sum.Keep(List.of(nested.value(new Sum.Constant(1)))));
        builder.create(new Sum.Alone(Region.of(inner)));
        var root = OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
        new Cse().run(root, CONTEXT);
        assertEquals(6, Sum.count(root));
        assertTrue(inner.first().op() instanceof Sum.Constant);
    }
}
