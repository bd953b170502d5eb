package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopologicalSortTest {
    @Property(tries = 100) void valuesAreDefinedBeforeTheirUse(@ForAll long seed, @ForAll @IntRange(max = 20) int size) {
        var program = Program.of(random(new Random(seed), size, false));
        var before = new HashSet<>(program.operations());
        program.run(new TopologicalSort());
        assertEquals(before, new HashSet<>(program.operations()));
        for (var op : program.operations()) {
            for (var operand : op.operands()) {
                var around = op;
                while (around.block() != operand.parentBlock()) around = around.parent();
                assertTrue(operand.definingOp().isBeforeInBlock(around), program::generic);
            }
        }
    }

    @Test void mlirOptAgreesAlsoOnCircles() throws Exception {
        for (long seed = 0; seed < 25; seed++) {
            var program = Program.of(random(new Random(seed), 12, seed % 2 == 1));
            assertEquals(program.byMlirOpt("--topological-sort"), program.run(new TopologicalSort()).generic());
        }
    }

    /// Operations in any order, some within another; `circles` lets them use what uses them.
    private static String random(Random random, int size, boolean circles) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            int bound = circles ? size : i;
            var operand = bound == 0 || random.nextInt(4) == 0 ? "" : "%v" + random.nextInt(bound);
            var use = "(" + operand + ") : (" + (operand.isEmpty() ? "" : "i32") + ") -> i32";
            lines.add("%v" + i + " = " + (random.nextInt(4) == 0 && !circles
                ? "\"t.nest\"() ({ %x = \"t.in\"" + use + " }) : () -> i32" : "\"t.op\"" + use));
        }
        Collections.shuffle(lines, random);
        return String.join("\n", lines);
    }
}
