package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.dialect.cf.RandomPrograms;

class InlineTest {
    @Property(tries = 150) void theProgramComputesTheSame(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.results();
        Program.assertSameResults(before, program.run(new Inline()));
    }

    @Property(tries = 100) void withoutCirclesNoCallStays(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed)).run(new Inline("", List.of(), 4, 0xffff_ffffL));
        assertEquals(0, program.operations().stream().filter(op -> op.name().equals("func.call")).count(), program::generic);
    }

    /// Of the functions that nobody calls any more mlir-opt leaves some, as the order has it.
    @Test void mlirOptInlinesTheSame() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            var program = Program.of(RandomPrograms.text(seed));
            assertEquals(program.byMlirOpt("--pass-pipeline=builtin.module(inline{default-pipeline=},symbol-dce)"),
                program.run(new Inline("", List.of(), 4, 0xffff_ffffL), new SymbolDce()).generic());
        }
    }
}
