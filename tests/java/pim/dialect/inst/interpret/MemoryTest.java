package pim.dialect.inst.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pim.dialect.inst.Span;

/// What memories find, against memories that look at every byte every time.
class MemoryTest {
    private static final int SIZE = 24, CORES = 3;

    @Property(tries = 300)
    void localMemoryFindsWhatABytewiseOneFinds(@ForAll long seed) {
        var random = new Random(seed);
        var buffers = IntStream.range(0, 3).mapToObj(i -> {
            int base = random.nextInt(SIZE - 4), size = 1 + random.nextInt(SIZE - base);
            return new LocalMemory.Buffer(i, base, size, "#" + i);
        }).toList();
        var memory = new LocalMemory(buffers, random.nextInt(SIZE + 1));
        var owners = new int[SIZE];
        for (int i = 0; i < 60; i++) {
            var buffer = buffers.get(random.nextInt(buffers.size()));
            var span = span(random, buffer.size());
            int at = random.nextInt((int) (buffer.size() - span.high()) + 1);
            var bytes = bytes(buffer.base() + at, span);
            switch (random.nextInt(8)) {
                case 0 -> {
                    memory.enter(buffer);
                    Arrays.fill(owners, buffer.base(), buffer.base() + buffer.size(), 0);
                }
                case 1, 2, 3 -> {
                    memory.write(buffer, at, span);
                    for (int b : bytes) owners[b] = buffer.number() + 1;
                }
                default -> {
                    var wrong = Arrays.stream(bytes).filter(b -> owners[b] != buffer.number() + 1).boxed().findFirst();
                    var expected = wrong.map(b -> "reads byte " + (b - buffer.base()) + " of buffer " + buffer.name()
                        + (owners[b] == 0 ? ", which nothing has written" : ", which has been overwritten through buffer #" + (owners[b] - 1)));
                    assertEquals(expected.orElse(""), fault(() -> memory.read(buffer, at, span)));
                }
            }
        }
    }

    @Property(tries = 300)
    void globalMemoryFindsWhatABytewiseOneFinds(@ForAll long seed) {
        var random = new Random(seed);
        boolean filled = random.nextInt(4) == 0;
        var memory = new GlobalMemory("m", SIZE, CORES, filled);
        var programs = IntStream.range(0, CORES).mapToObj(i -> new CoreProgram(i, new Step[0], List.of(), 0)).toList();
        var machine = new Machine(programs, Machine.Order.FIRST_COME, Meetings.UNNOTICED, null);
        var cores = programs.stream().map(p -> new CoreRun(machine, (int) p.number(), p, CORES)).toList();
        // By byte the writer and when it wrote; -1 for what nothing has written, -2 for what was there from the start.
        var writers = new int[SIZE];
        var times = new int[SIZE];
        Arrays.fill(writers, filled ? -2 : -1);
        for (int i = 0; i < 120; i++) {
            var core = cores.get(random.nextInt(CORES));
            var span = span(random, SIZE);
            int at = random.nextInt((int) (SIZE - span.high()) + 1);
            var bytes = bytes(at, span);
            switch (random.nextInt(8)) {
                case 0 -> Machine.learn(core, cores.get((core.index + 1 + random.nextInt(CORES - 1)) % CORES));
                case 1, 2 -> {
                    memory.write(at, span, core);
                    for (int b : bytes) {
                        writers[b] = core.index;
                        times[b] = core.clock[core.index];
                    }
                }
                default -> {
                    var wrong = Arrays.stream(bytes).filter(b -> writers[b] == -1 || writers[b] >= 0 && core.clock[writers[b]] < times[b]).boxed()
                        .findFirst();
                    var expected = wrong.map(b -> "reads byte " + b + " of @m, " + (writers[b] == -1 ? "which nothing has written"
                        : "but no message makes sure that core " + writers[b] + " has written it before"));
                    assertEquals(expected.orElse(""), fault(() -> memory.read(at, span, core)));
                }
            }
        }
    }

    private static Span span(Random random, int within) {
        if (random.nextInt(3) == 0) return Span.of(within);
        int size = 1 + random.nextInt(Math.min(4, within)), rows = 1 + random.nextInt(3), stride = random.nextInt(6);
        var span = new Span(size, rows, stride);
        return span.high() <= within ? span : Span.of(size);
    }

    /// The bytes of a span, in the order in which its pieces have them.
    private static int[] bytes(int at, Span span) {
        return IntStream.range(0, (int) span.rows()).flatMap(row -> IntStream.range(0, (int) span.size()).map(i ->
            at + row * (int) span.stride() + i)).toArray();
    }

    private static String fault(Runnable access) {
        try {
            access.run();
            return "";
        } catch (Fault fault) {
            return fault.getMessage();
        }
    }
}
