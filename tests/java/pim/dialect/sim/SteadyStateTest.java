package pim.dialect.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import pim.define.Registry;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.PipelinedNoc;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;
import pim.simulate.Observer;
import pim.simulate.Outcome;
import pim.syntax.ModuleReader;

/// Rounds of loops that are left out make no difference.
class SteadyStateTest {
    private static final Diagnostics STRICT = new Diagnostics(d -> {
        throw new AssertionError(d.headline());
    });
    private static final Accelerator TINY = Accelerator.load("tiny", Path.of(""), STRICT);

    @Provide Arbitrary<TimingModel> models() {
        return Arbitraries.of(new Pimsim(), new PipelinedNoc());
    }

    @Property(tries = 150, seed = "7") void roundsLeftOutMakeNoDifference(@ForAll long seed, @ForAll("models") TimingModel model) throws IOException {
        var random = new Random(seed);
        var text = new Programs(random).text();
        long samples = 1 + random.nextInt(random.nextBoolean() ? 2 : 40);
        var leaping = simulate(text, model, samples, null);
        var stepping = simulate(text, model, samples, new Observer() {});
        Statistics.collect(leaping.leaps() > 0 ? "leaps" : "steps");
        var expected = describe(stepping);
        var got = describe(leaping);
        for (int i = 0; i < expected.size(); i++) assertEquals(expected.get(i), got.get(i), () -> model.name() + "\n" + text);
    }

    @Example void aLoopOfManyRoundsEndsSoon() throws IOException {
        var text = """
            isa.core 0 groups [1] {
              isa.setbw ibiw 8, obiw 8
              isa.for %i = 0 to 2000000000 {
                isa.sldi r0, 64
                isa.mvmul r0, r1, mbiw 8, group 0
                isa.send r0, core 1, size 16
              }
            }
            isa.core 1 groups [1] {
              isa.setbw ibiw 8, obiw 8
              isa.for %i = 0 to 50 {
                isa.for %j = 0 to 40000000 {
                  isa.recv r0, core 0, size 16
                  isa.vrelu r0, r1, len 16
                }
              }
            }
            """;
        var outcome = simulate(text, new Pimsim(), 1, null);
        assertTrue(outcome.ended());
        assertEquals(4_000_000_000L, outcome.cores().get(0).instructions());
        assertEquals(4_000_000_000L, outcome.cores().get(1).instructions());
    }

    @Example void samplesAreLeftOutEvenIfAddressesAdvanceWithinThem() throws IOException {
        var text = """
            isa.core 0 groups [1] {
              isa.setbw ibiw 8, obiw 8
              isa.for %i = 0 to 20 {
                isa.sldi r1, %i * 16
                isa.mvmul r0, r1, mbiw 8, group 0
                isa.send r0, core 1, size 16
              }
            }
            isa.core 1 groups [1] {
              isa.setbw ibiw 8, obiw 8
              isa.for %i = 0 to 20 {
                isa.sldi r0, %i * 16
                isa.recv r0, core 0, size 16
                isa.vrelu r0, r0, len 16
              }
            }
            """;
        var leaping = simulate(text, new Pimsim(), 300, null);
        assertTrue(leaping.leaps() > 0);
        assertEquals(describe(simulate(text, new Pimsim(), 300, new Observer() {})), describe(leaping));
    }

    @Property(tries = 2) void instructionsMayTakeLongerThanTheClockIsLookedAhead(@ForAll("models") TimingModel model) throws IOException {
        var text = """
            isa.core 0 groups [1] {
              isa.vrelu r0, r0, len 60000
              isa.vrelu r0, r0, len 100000
              isa.send r0, core 1, size 16
              isa.vrelu r0, r0, len 3
            }
            isa.core 1 groups [1] {
              isa.vrelu r0, r0, len 90001
              isa.recv r0, core 0, size 16
              isa.vrelu r0, r0, len 70000
              isa.vrelu r0, r0, len 5
            }
            """;
        var outcome = simulate(text, model, 1, null);
        assertTrue(outcome.ended() && outcome.time() > 10_000_000);
        assertEquals(describe(simulate(text, model, 1, new Observer() {})), describe(outcome));
    }

    private static Outcome simulate(String text, TimingModel model, long samples, Observer observer) throws IOException {
        var module = ModuleReader.read(new SourceText("made.mlir", text), Registry.standard(), STRICT, false);
        var timing = new Timing(TINY, model, STRICT);
        timing.setSamples(samples);
        ModuleProgram.walk(module.top(), STRICT, timing);
        return timing.run(observer, Timing.NO_LIMIT);
    }

    /// All there is to know of a run.
    private static List<String> describe(Outcome outcome) {
        var said = new ArrayList<String>();
        said.add("time " + outcome.time());
        for (var core : outcome.cores()) {
            long[] counts = Arrays.copyOf(core.counts(), 256);
            var samples = LongStream.range(0, core.samples().size()).map(core.samples()::get).boxed().toList();
            said.add("core " + core.core() + " at " + core.finishedAt() + " samples " + samples + " " + Arrays.hashCode(counts));
            core.units().forEach(u -> said.add(u.toString()));
            said.add("front end " + core.frontEnd());
        }
        for (int cost = 0; cost < 256; cost++) {
            said.add(cost + ": " + outcome.spans().busy(cost) + " " + outcome.spans().first(cost) + " " + outcome.spans().last(cost));
        }
        for (int from = -1; from < 4; from++) {
            for (int to = -1; to < 4; to++) said.add(from + " to " + to + ": " + outcome.traffic().messages(from, to) + ", " + outcome.traffic().bytes(from, to));
        }
        return said;
    }

    /// Cores that go through loops of the same rounds and meet in them.
    private static final class Programs {
        private final Random random;
        private final List<StringBuilder> cores = new ArrayList<>();
        private int loops;

        Programs(Random random) {
            this.random = random;
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) cores.add(new StringBuilder());
        }

        String text() {
            all("isa.setbw ibiw 8, obiw 16");
            int parts = 1 + random.nextInt(3);
            for (int i = 0; i < parts; i++) part(0);
            var text = new StringBuilder();
            for (int i = 0; i < cores.size(); i++) text.append("isa.core ").append(i).append(" groups [1, 2] {\n").append(cores.get(i)).append("}\n");
            return text.toString();
        }

        private void all(String line) {
            cores.forEach(core -> core.append(line).append('\n'));
        }

        private void part(int depth) {
            int rounds = depth == 0 ? 1 + random.nextInt(1500) : 1 + random.nextInt(12);
            var variable = "%i" + loops++;
            all("isa.for " + variable + " = 0 to " + rounds + " {");
            int steps = 1 + random.nextInt(4);
            for (int i = 0; i < steps; i++) {
                if (depth < 2 && random.nextInt(5) == 0) part(depth + 1);
                else if (cores.size() > 1 && random.nextInt(3) == 0) message();
                else cores.get(random.nextInt(cores.size())).append(work(variable)).append('\n');
            }
            all("}");
        }

        private void message() {
            int from = random.nextInt(cores.size()), to = (from + 1 + random.nextInt(cores.size() - 1)) % cores.size(), size = 1 + random.nextInt(100);
            cores.get(from).append("isa.send r3, core ").append(to).append(", size ").append(size).append('\n');
            cores.get(to).append("isa.recv r4, core ").append(from).append(", size ").append(size).append('\n');
        }

        private String work(String variable) {
            return switch (random.nextInt(7)) {
                case 0 -> "isa.mvmul r0, r1, mbiw 8, group " + random.nextInt(2);
                case 1 -> "isa.vvadd r0, r1, r2, len " + (1 + random.nextInt(60));
                case 2 -> "isa.vrelu r0, r1, len " + (1 + random.nextInt(60));
                case 3 -> "isa.ld r2, r4, size " + (1 + random.nextInt(200));
                case 4 -> "isa.st r2, r4, size " + (1 + random.nextInt(200));
                case 5 -> "isa.lmv r0, r1, size " + (1 + random.nextInt(200));
                default -> random.nextInt(4) == 0 ? "isa.sldi r1, " + variable + " * 4" : "isa.sldi r1, " + random.nextInt(1000);
            };
        }
    }
}
