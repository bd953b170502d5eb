package pim.dialect.inst.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.Message;
import pim.dialect.inst.communicate.Talk;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.isa.Transfer;
import pim.dialect.sim.timing.Behaviour;
import pim.dialect.sim.timing.CoreState;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.StaticPower;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.simulate.CoreShape;
import pim.simulate.GlobalMemory;
import pim.simulate.Interconnect;
import pim.simulate.Machine;
import pim.simulate.Observer;
import pim.simulate.Traffic;
import pim.simulate.UnitKind;

/// Which message follows which does not depend on how long anything takes.
class MessageOrderTest {
    private static final Accelerator TINY = Accelerator.load("tiny", Path.of(""), Diagnostics.printingTo(System.err));
    private static final Diagnostics STRICT = new Diagnostics(d -> { throw new AssertionError(d.message()); });

    /// A message by the places of its halves in the text: the core, and the number among the core's instructions in the text.
    private record Met(String send, String recv) {}

    /// What each core did, and what went from one to the other, in order.
    private static final class Record {
        final Map<String, List<Met>> byPair = new TreeMap<>();
        final Map<String, List<String>> byCore = new TreeMap<>();

        void half(String half) {
            byCore.computeIfAbsent(core(half), _ -> new ArrayList<>()).add(half);
        }

        void met(String send, String recv) {
            byPair.computeIfAbsent(core(send) + ">" + core(recv), _ -> new ArrayList<>()).add(new Met(send, recv));
        }

        private static String core(String half) {
            return half.substring(0, half.indexOf('.'));
        }

        @Override public String toString() {
            return byPair + "\n" + byCore;
        }
    }

    /// What each message instruction is called.
    private static Map<Operation, String> halves(Operation module) {
        var halves = new IdentityHashMap<Operation, String>();
        int core = 0;
        for (var program : module.region(0).entry()) {
            var name = core++ + ".";
            program.walk(op -> {
                if (op.op() instanceof Message || op.op() instanceof Transfer) halves.put(op, name + halves.size());
            });
        }
        return halves;
    }

    private static Record interpret(Operation module, pim.dialect.inst.interpret.Machine.Order order) {
        var record = new Record();
        var halves = halves(module);
        new InstInterpreter(order, (send, recv) -> {
            record.half(halves.get(send));
            record.half(halves.get(recv));
            record.met(halves.get(send), halves.get(recv));
        }).run(module, Map.of(), new Resources(), STRICT);
        return record;
    }

    private static Record simulate(Operation module, TimingModel model) throws IOException {
        var timing = new Timing(TINY, model, STRICT);
        ModuleProgram.walk(module, STRICT, timing);
        var record = new Record();
        var halves = halves(module);
        var ended = new TreeMap<Integer, String>();
        var partners = new TreeMap<Integer, Integer>();
        timing.run(new Observer() {
            private int number, partner;

            @Override public void because(int number, int blocker, int partner, long[] spent) {
                this.number = number;
                this.partner = partner;
            }

            @Override public void ended(int core, UnitKind unit, int lane, int origin, int cost, long from, long to) {
                var half = halves.get(timing.operation(core, origin));
                record.half(half);
                ended.put(number, half);
                if (timing.operation(core, origin).op() instanceof Transfer.Send) partners.put(number, partner);
            }
        });
        partners.forEach((send, recv) -> record.met(ended.get(send), ended.get(recv)));
        return record;
    }

    /// Pimsim, but with messages that take as long as it happens, on cores with more or fewer instructions in flight.
    private record Erratic(long seed) implements TimingModel {
        @Override public String name() {
            return "erratic";
        }

        @Override public String summary() {
            return "times at random";
        }

        @Override public Machine machine(Accelerator accelerator) {
            var random = new Random(seed);
            var traffic = new Traffic(accelerator.cores());
            return new Machine(1 + random.nextInt(5000), OptionalLong.empty(), new Interconnect() {
                @Override public long arrival(long now, int from, int to, long bytes) {
                    return now + random.nextInt(1 + random.nextInt(100_000));
                }

                @Override public Traffic traffic() {
                    return traffic;
                }
            }, GlobalMemory.onePort());
        }

        @Override public CoreShape core(Accelerator accelerator, int core, int arrayGroups) {
            return new CoreShape(1 + (int) (seed >>> core & 3), (seed & 16) == 0, 1, 0, arrayGroups, 32);
        }

        @Override public Behaviour behaviour(MachineInstruction instruction, CoreState state) {
            return new Pimsim().behaviour(instruction, state);
        }

        @Override public List<StaticPower> staticPower(Accelerator accelerator, int cores) {
            return List.of();
        }
    }

    @Property(tries = 100) void valuesAndTimesAreOfTheSameMessages(@ForAll long seed, @ForAll long times,
                                                                   @ForAll @IntRange(min = 2, max = 4) int cores) throws IOException {
        var talk = Talk.random(new Random(seed), cores, false, 2);
        var expected = interpret(talk.inst(STRICT), pim.dialect.inst.interpret.Machine.Order.FIRST_COME).toString();
        assertEquals(expected, interpret(talk.inst(STRICT), pim.dialect.inst.interpret.Machine.Order.LAST_COME).toString());
        var machine = talk.isa(STRICT);
        assertEquals(expected, simulate(machine, new Pimsim()).toString());
        for (int i = 0; i < 3; i++) assertEquals(expected, simulate(machine, new Erratic(times + i)).toString());
    }
}
