package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.pass.PassContext;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

class DceTest {
    private static final PassContext CONTEXT = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> {}), new Resources());

    @Property(tries = 200)
    void exactlyWhatSomethingKeptDependsOnIsLeft(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        var before = program.kept();
        var needed = new HashSet<Operation>();
        for (var op : program.operations()) {
            if (op.op() instanceof Sum.Keep || op.op() instanceof Sum.Within) need(op, needed);
        }
        new Dce().run(program.root(), CONTEXT);
        assertEquals(needed, new HashSet<>(program.operations()));
        assertEquals(before, program.kept());
    }

    private static void need(Operation op, HashSet<Operation> needed) {
        if (op != null && needed.add(op)) for (var operand : op.operands()) need(operand.definingOp(), needed);
    }

    @Test void blocksThatCannotBeReachedGo() {
        var entry = new Block();
        var lost = new Block();
        var root = OpDefinition.operation(new Sum.Within(Region.of(entry, lost)), Location.UNKNOWN);
        Builder.atEnd(entry).create(new Sum.Stop());
        var builder = Builder.atEnd(lost);
        builder.create(new Sum.Keep(List.of(builder.value(new Sum.Constant(1)))));
        builder.create(new Sum.Branch(List.of(), lost));
        new Dce().run(root, CONTEXT);
        assertEquals(List.of(entry), root.region(0).blocks());
    }
}
