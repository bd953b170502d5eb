package pim.dialect.inst.communicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.interpret.InstInterpreter;
import pim.dialect.isa.IsaCheckCommunication;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.Timing;
import pim.ir.Resources;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.syntax.ModuleReader;

class InstCheckCommunicationTest {
    private static final Accelerator TINY = Accelerator.load("tiny", Path.of(""), Diagnostics.printingTo(System.err));

    private interface Work {
        void run(Diagnostics diagnostics) throws IOException;
    }

    /// What is reported; nothing when all goes well.
    private static String report(Work work) throws IOException {
        var messages = new StringBuilder();
        try {
            work.run(Diagnostics.printingTo(messages));
            assertEquals("", messages.toString());
        } catch (CompileFailure failure) {
            assertTrue(!messages.isEmpty());
        }
        return messages.toString();
    }

    private static String report(Pass pass, Talk talk) throws IOException {
        return report(d -> pass.run(pass instanceof InstCheckCommunication ? talk.inst(d) : talk.isa(d),
            new PassContext(Registry.standard(), d, new Resources())));
    }

    private static String interpreted(Talk talk) throws IOException {
        return report(d -> new InstInterpreter().run(talk.inst(d), Map.of(), new Resources(), d));
    }

    private static String simulated(Talk talk) throws IOException {
        return report(d -> {
            var timing = new Timing(TINY, new Pimsim(), d);
            ModuleProgram.walk(talk.isa(d), d, timing);
            timing.run();
        });
    }

    @Property(tries = 200) void checkInterpreterAndSimulatorSayTheSame(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int cores,
                                                                       @ForAll @IntRange(max = 2) int mistakes) throws IOException {
        var talk = Talk.random(new Random(seed), cores, false, 2);
        for (int i = 0; i < mistakes; i++) talk.spoil();
        var checked = report(new InstCheckCommunication(), talk);
        if (mistakes == 0) assertEquals("", checked);
        Statistics.collect(checked.isEmpty());
        assertEquals(interpreted(talk), checked);
        var machine = report(new IsaCheckCommunication(), talk);
        assertEquals(checked.isEmpty(), machine.isEmpty());
        assertEquals(simulated(talk), machine);
    }

    @Property(tries = 50) void messagesOfDifferentSizeAreFound(@ForAll long seed) throws IOException {
        var talk = Talk.random(new Random(seed), 3, false, 2);
        if (!talk.spoilSize()) return;
        var checked = report(new InstCheckCommunication(), talk);
        assertTrue(checked.contains("bytes, but the other half moves"), checked);
        assertTrue(interpreted(talk).contains("bytes, but the other half moves"));
    }

    /// Nothing of a thousand million million rounds is gone through one by one.
    @Test void roundsThatRepeatTakeNoTime() {
        var text = """
            inst.core 0 groups [] {
              %a = inst.alloc 8
              inst.for %i = 0 to 1000000000 {
                inst.for %j = 0 to 1000000 {
                  inst.send 1, %a[0], 4
                  inst.recv 2, %a[0], 4
                }
              }
            }
            inst.core 1 groups [] {
              %a = inst.alloc 8
              inst.for %i = 0 to 1000000 {
                inst.for %j = 0 to 1000000000 {
                  inst.recv 0, %a[0], 4
                  inst.send 2, %a[0], 4
                }
              }
            }
            inst.core 2 groups [] {
              %a = inst.alloc 8
              inst.for %i = 0 to 500000000 {
                inst.for %j = 0 to 2000000 {
                  inst.recv 1, %a[0], 4
                  inst.send 0, %a[0], 4
                }
              }
            }
            """;
        ends(new InstCheckCommunication(), text);
    }

    /// A count and a wait cost as much as there are cores, however many registers: here each of 144 cores has all of its 32.
    @Test void countsThatGoFromCoreToCore() {
        int cores = 144, registers = 32;
        var programs = new StringBuilder[cores];
        Arrays.setAll(programs, _ -> new StringBuilder());
        for (int i = 0; i < 100_000; i++) {
            int from = i % cores, to = (i + 1) % cores, register = i / cores % registers;
            programs[from].append("isa.sync event_register ").append(register).append(", core ").append(to).append('\n');
            programs[to].append("isa.wait event_register ").append(register).append(", wait_value 1\n");
        }
        var text = new StringBuilder();
        for (int core = 0; core < cores; core++) text.append("isa.core ").append(core).append(" groups [] {\n").append(programs[core]).append("}\n");
        ends(new IsaCheckCommunication(), text.toString());
    }

    private static void ends(Pass check, String text) {
        var diagnostics = new Diagnostics(d -> { throw new AssertionError(d.message()); });
        var module = ModuleReader.read(new SourceText("x.mlir", text), Registry.standard(), diagnostics, false).top();
        assertTimeout(Duration.ofMinutes(1), () -> check.run(module, new PassContext(Registry.standard(), diagnostics, new Resources())));
    }
}
