package pim.dialect.sim.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.Configuration;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.isa.Opcode;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.sim.timing.LocalUse;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.Timing;
import pim.ir.Operation;
import pim.syntax.ModuleReader;

/// The bytes of local memory that programs use, found without going through their loops.
class LocalUseTest {
    private static final Diagnostics STRICT = new Diagnostics(d -> {
        throw new AssertionError(d.headline());
    });
    private static final Accelerator TINY = Accelerator.load("tiny", Path.of(""), STRICT);

    private static Operation read(String text) {
        return ModuleReader.read(new SourceText("program.mlir", text), Registry.standard(), STRICT, false).top();
    }

    /// Of the program with its loops.
    private static Timing walked(String text) throws IOException {
        var timing = new Timing(TINY, new Pimsim(), STRICT);
        ModuleProgram.walk(read(text), STRICT, timing);
        return timing;
    }

    private static LocalUse use(String body) throws IOException {
        return walked("isa.core 0 groups [1] {\nisa.setbw ibiw 8, obiw 16\n" + body + "}\n").localUse(0);
    }

    @Property(tries = 300, seed = "3") void loopsUseWhatTheirRoundsUse(@ForAll Random random) throws IOException {
        var text = RandomProgram.of(random);
        var loops = walked(text);
        var rounds = new Timing(TINY, new Pimsim(), STRICT);
        ModuleProgram.stream(read(text), STRICT, rounds);
        for (int core = 0; core < 2; core++) assertEquals(rounds.localUse(core), loops.localUse(core), text);
        Statistics.collect(loops.localUse(0).exact());
        assertTrue(loops.localUse(0).exact());
    }

    @Example void rangesThatMeetAreCountedOnce() throws IOException {
        // 8 to 28, 20 to 40, 100 to 140.
        assertEquals(new LocalUse(32 + 40, 140, true), use("""
            isa.sldi r0, 8
            isa.sldi r1, 20
            isa.sldi r2, 100
            isa.vvmul r2, r0, r1, len 20
            """));
    }

    @Example void roundsThatLeaveBytesBetween() throws IOException {
        // 4 bytes of every 16, 10 times of every 1000, a million times the same.
        assertEquals(new LocalUse(4 * 50 * 10, 49 * 16 + 9 * 1000 + 4, true), use("""
            isa.for %k = 0 to 1000000 {
              isa.for %i = 0 to 50 {
                isa.for %j = 0 to 100 step 10 {
                  isa.sldi r0, %i * 16 + %j * 100
                  isa.lldi r0, 1, size 4
                }
              }
            }
            """));
    }

    @Example void registersThatAreCountedUp() throws IOException {
        assertEquals(new LocalUse(2_000_000_000, 2_000_000_000, true), use("""
            isa.for %k = 0 to 100000000 {
              isa.lldi r0, 1, size 20
              isa.saddi r0, r0, 20
            }
            """));
    }

    @Example void addressesThatGoRound() throws IOException {
        assertEquals(new LocalUse(4 * 8, 3 * 64 + 8, true), use("""
            isa.for %k = 0 to 1000 {
              isa.sldi r0, (%k mod 4) * 64
              isa.lldi r0, 1, size 8
            }
            """));
    }

    @Example void elementsThatAreApart() throws IOException {
        // 5 elements of one byte, 8 apart, to 5 bytes; and their mean to 2.
        assertEquals(new LocalUse(5 + 5 + 2, 202, true), use("""
            isa.sldi r0, 100
            isa.sldi r1, 0
            isa.sldi r2, 8
            isa.sldi r3, 200
            isa.vmv r0, r1, r2, len 5
            isa.vavg r3, r1, r2, len 5
            """));
    }

    /// No sum over the rounds is 3 to their power.
    @Example void addressesThatAreMultiplied() throws IOException {
        assertEquals(new LocalUse(10, 19683 + 1, true), use("""
            isa.sldi r0, 1
            isa.for %k = 0 to 10 {
              isa.lldi r0, 1, size 1
              isa.smuli r0, r0, 3
            }
            """));
    }

    @Example void moreRoundsThanAreGoneThrough() throws IOException {
        assertTrue(!use("""
            isa.sldi r0, 1
            isa.for %k = 0 to 100000000 {
              isa.lldi r0, 1, size 1
              isa.smuli r0, r0, 3
            }
            """).exact());
    }

    @Example void addressesThatGlobalMemoryHolds() throws IOException {
        assertTrue(!use("isa.sld r0, r2\nisa.lldi r0, 1, size 1\n").exact());
    }

    @Example void arrayGroupsOfWholeCrossbars() throws IOException {
        // 16 rows of one byte and as many columns of whole weights as the crossbar has, of two.
        var unit = TINY.matrixUnit().crossbar();
        long out = 2L * unit.cellBits() * unit.columns() / 8;
        assertEquals(new LocalUse(unit.rows() + out, 64 + out, true), use("isa.sldi r0, 64\nisa.mvmul r0, r1, mbiw 8, group 0\n"));
    }

    @Example void moreRoundsThanAnIntCounts() throws IOException {
        var timing = walked("""
            isa.core 0 groups [] {
              isa.for %k = -2147483647 to 2147483647 {
                isa.lldi r0, 1, size 8
              }
            }
            """);
        assertEquals(4_294_967_294L, timing.run().cores().getFirst().instructions());
        assertEquals(new LocalUse(8, 8, true), timing.localUse(0));
    }

    @Example void groupsThatAreNotToldApart() {
        var messages = new StringBuilder();
        var diagnostics = Diagnostics.printingTo(messages);
        var timing = new Timing(TINY, new Pimsim(), diagnostics);
        var module = read("isa.core 0 groups [" + "1, ".repeat(1 << 17) + "1] {\n  isa.mvmul r0, r1, mbiw 8, group 131072\n}\n");
        assertThrows(CompileFailure.class, () -> ModuleProgram.walk(module, diagnostics, timing));
        var expected = "2:3: error: 'isa.mvmul' op is for array group 131072, but array groups of a core are simulated up to number 131071";
        assertTrue(messages.toString().contains(expected), messages::toString);
        // Of a program that is no module, and on the last group that is told apart.
        var groups = new int[(1 << 17) + 1];
        Arrays.fill(groups, 1);
        timing.begin(new ProgramHeader(Configuration.of(1), new TreeMap<>(Map.of(0, groups))));
        timing.core(0);
        var instruction = new MachineInstruction().clear(Opcode.MVMUL);
        instruction.mbiw = 8;
        instruction.group = (1 << 17) - 1;
        timing.instruction(instruction);
        instruction.group++;
        assertThrows(CompileFailure.class, () -> timing.instruction(instruction));
        assertTrue(messages.toString().contains("error: 'mvmul', instruction 1, is for array group 131072"), messages::toString);
        timing.endCore();
        assertEquals(1, timing.run().cores().getFirst().instructions());
    }
}
