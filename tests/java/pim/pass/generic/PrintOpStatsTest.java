package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.dialect.cf.RandomPrograms;

class PrintOpStatsTest {
    @Property(tries = 50) void theCountsAreThoseOfTheProgramWhichStays(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.generic();
        var lines = program.shown(new PrintOpStats()).lines().skip(2).toList();
        assertEquals(before, program.generic());
        assertEquals(program.operations().size(), lines.stream().mapToInt(line -> Integer.parseInt(line.replaceAll(".*, ", ""))).sum());
        for (var op : program.operations()) assertEquals(1, lines.stream().filter(line -> line.strip().split(" ")[0].equals(op.name())).count());
    }

    @Test void mlirOptShowsTheSame() throws Exception {
        var program = Program.of("\"t.operation\"() : () -> () \"a\"() : () -> () \"longer.x\"() ({ \"t.y\"() : () -> () }) : () -> ()");
        for (var pass : new PrintOpStats[] {new PrintOpStats(false), new PrintOpStats(true)}) {
            var theirs = program.byMlirOpt("--print-op-stats=json=" + pass.json());
            var ours = program.shown(pass);
            assertTrue(theirs.startsWith(ours), () -> theirs + "\nis not\n" + ours);
        }
    }
}
