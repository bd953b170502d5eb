package pim.dialect.cf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.pass.generic.Canonicalize;
import pim.pass.generic.Program;

class CfTest {
    @Property(tries = 150) void theTextReadsBack(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        assertEquals(program.generic(), Program.of(program.custom()).generic());
        assertEquals(program.generic(), Program.of(program.generic()).generic());
    }

    @Test void mlirOptReadsAndWritesTheSame() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            var program = Program.of(RandomPrograms.text(seed));
            assertEquals(program.generic(), program.byMlirOpt());
        }
    }

    @Property(tries = 150) void theCanonicalFormComputesTheSame(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.results();
        int blocks = blocks(program);
        program.run(new Canonicalize());
        Program.assertSameResults(before, program);
        assertTrue(blocks(program) <= blocks);
    }

    private static int blocks(Program program) {
        return program.operations().stream().flatMap(op -> op.regions().stream()).mapToInt(r -> r.blocks().size()).sum();
    }

    @Test void blocksThatOnlyLeadToEachOtherStay() {
        var program = Program.of("func.func @f() { cf.br ^a\n^a: cf.br ^b\n^b: cf.br ^a }");
        program.run(new Canonicalize());
        assertTrue(program.operations().stream().anyMatch(op -> op.op() instanceof Cf.Br));
    }
}
