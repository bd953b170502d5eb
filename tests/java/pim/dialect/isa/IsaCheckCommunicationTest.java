package pim.dialect.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.communicate.Talk;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.PassContext;

class IsaCheckCommunicationTest {
    private static final int REGISTERS = 2, MOST_STATES = 300_000;

    /// Programs without loops, as they are executed.
    private static final class Unrolled implements ProgramSink {
        final List<List<MachineInstruction>> cores = new ArrayList<>();

        @Override public void begin(ProgramHeader header) {}

        @Override public void core(int number) {
            cores.add(new ArrayList<>());
        }

        @Override public void instruction(MachineInstruction i) {
            var copy = new MachineInstruction().clear(i.opcode);
            for (var field : i.opcode.fields()) copy.set(field, i.get(field));
            cores.getLast().add(copy);
        }

        @Override public void endCore() {}

        @Override public void end() {}
    }

    /// Whether no order in which the cores may go on leaves one of them waiting; null when there are too many orders.
    private static Boolean everyOrderEnds(List<List<MachineInstruction>> cores) {
        int n = cores.size();
        Set<List<Integer>> seen = new HashSet<>();
        var open = new ArrayDeque<int[]>();
        // The place of each core, then the counts of its registers.
        open.add(new int[n + n * REGISTERS]);
        while (!open.isEmpty()) {
            var state = open.pollLast();
            if (!seen.add(Arrays.stream(state).boxed().toList())) continue;
            if (seen.size() > MOST_STATES) return null;
            boolean moves = false, ended = true;
            for (int c = 0; c < n; c++) {
                if (state[c] == cores.get(c).size()) continue;
                ended = false;
                var next = step(cores, state, c);
                if (next == null) continue;
                moves = true;
                open.add(next);
            }
            if (!moves && !ended) return false;
        }
        return true;
    }

    private static int[] step(List<List<MachineInstruction>> cores, int[] state, int core) {
        var i = cores.get(core).get(state[core]);
        var next = state.clone();
        next[core]++;
        int n = cores.size();
        switch (i.opcode) {
            case SYNC -> next[n + i.core * REGISTERS + i.eventRegister]++;
            case WAIT -> {
                int register = n + core * REGISTERS + i.eventRegister;
                if (state[register] != i.waitValue) return null;
                next[register] = 0;
            }
            case SEND -> {
                if (state[i.core] == cores.get(i.core).size()) return null;
                var other = cores.get(i.core).get(state[i.core]);
                if (other.opcode != Opcode.RECV || other.core != core) return null;
                next[i.core]++;
            }
            default -> {
                return null;
            }
        }
        return next;
    }

    private static boolean check(Operation module) {
        try {
            new IsaCheckCommunication().run(module, new PassContext(Registry.standard(), new Diagnostics(_ -> { }), new Resources()));
            return true;
        } catch (CompileFailure failure) {
            return false;
        }
    }

    @Property(tries = 1000) void programsPassIfTheyEndInEveryOrder(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int cores,
                                                                  @ForAll @IntRange(max = 2) int mistakes) throws Exception {
        var talk = Talk.random(new Random(seed), cores, true, 2);
        for (int i = 0; i < mistakes; i++) talk.spoil();
        var diagnostics = new Diagnostics(d -> { throw new AssertionError(d.message()); });
        var module = talk.isa(diagnostics);
        var unrolled = new Unrolled();
        ModuleProgram.stream(module, diagnostics, unrolled);
        var expected = everyOrderEnds(unrolled.cores);
        Statistics.collect(expected);
        if (expected != null) assertEquals(expected, check(module));
    }
}
