package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.dialect.cf.RandomPrograms;

class SccpTest {
    @Property(tries = 150) void theProgramComputesTheSame(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.results();
        Program.assertSameResults(before, program.run(new Sccp()));
    }

    /// Where a branch names one block twice mlir-opt takes both ways when it takes one.
    @Test void mlirOptFindsTheSameConstants() throws Exception {
        int compared = 0;
        for (long seed = 0; compared < 25; seed++) {
            var program = Program.of(RandomPrograms.text(seed));
            if (program.operations().stream().anyMatch(op -> op.successors().stream().distinct().count() < op.successors().size())) continue;
            compared++;
            assertEquals(program.byMlirOpt("--sccp"), program.run(new Sccp()).generic());
        }
    }
}
