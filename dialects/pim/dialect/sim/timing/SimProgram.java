package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.Layers;
import pim.dialect.inst.interpret.Address;
import pim.dialect.inst.interpret.Fault;
import pim.dialect.isa.Field;
import pim.dialect.sim.Structure;
import pim.dialect.sim.TimedAction;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.FloatAttr;
import pim.simulate.Action;

/// Reads a module of timed actions for a [Timing].
final class SimProgram {
    private static final Field[] READ = {Field.RS1, Field.RS2};

    private final Timing timing;
    private final int first;
    private final Diagnostics diagnostics;
    private final List<Value> loops = new ArrayList<>();
    private CodeBuilder builder;

    private SimProgram(Timing timing, int first, Diagnostics diagnostics) {
        this.timing = timing;
        this.first = first;
        this.diagnostics = diagnostics;
    }

    /// Whether a module has programs of timed actions.
    static boolean isIn(Operation module) {
        for (var op : module.region(0).entry()) if (op.has(Structure.Core.class)) return true;
        return false;
    }

    /// The timing model that a module says its actions come from.
    static TimingModel model(Operation module, Registry registry, Diagnostics diagnostics) {
        var machine = machine(module, diagnostics);
        var name = ((Structure.Machine) machine.op()).timingModel();
        return TimingModel.named(name, registry).orElseThrow(() -> diagnostics.failure(machine,
            "names the timing model '" + name + "', but there are only "
            + String.join(", ", TimingModel.all(registry).stream().map(TimingModel::name).toList())));
    }

    private static Operation machine(Operation module, Diagnostics diagnostics) {
        for (var op : module.region(0).entry()) if (op.has(Structure.Machine.class)) return op;
        throw diagnostics.failure(module, "has programs of timed actions, but no sim.machine that says their timing model and clock");
    }

    /// Gives the programs of `module`, which is verified, to `timing`.
    ///
    /// @param first the core that its core 0 is placed on
    /// @throws CompileFailure when it cannot be simulated; what is wrong has been reported
    static void add(Operation module, int first, Timing timing, Diagnostics diagnostics) {
        var at = machine(module, diagnostics);
        var machine = (Structure.Machine) at.op();
        var asked = timing.model().name();
        var program = new SimProgram(timing, first, diagnostics);
        if (!asked.equals(machine.timingModel())) throw program.failure(at, "has actions of the timing model '" + machine.timingModel() + "', but "
            + asked + " is asked for; it has to be made anew of machine instructions");
        timing.clock(machine.period(), machine.timer().map(OptionalLong::of).orElse(OptionalLong.empty()));
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Core core) program.core(op, core);
        timing.end();
    }

    private void core(Operation op, Structure.Core core) {
        int cores = timing.accelerator().cores(), number = core.core() + first;
        if (number >= cores) throw failure(op, "expects a core within [0, " + cores + "), but got " + number);
        var crossbars = Arrays.stream(core.crossbars().orElse(new long[0])).mapToInt(Math::toIntExact).toArray();
        var groups = new ArrayGroups(crossbars, core.weights().orElse(List.of()));
        builder = new CodeBuilder(timing.behaviours(), timing.accelerator(), number, groups, timing.needsAddresses(core.shape()), diagnostics);
        if (!core.body().isEmpty()) block(core.body().entry());
        timing.add(number, core.shape(), builder, groups);
    }

    private void block(Block block) {
        for (var op : block) {
            switch (op.op()) {
                case Structure.Decode(var slots) -> builder.decode(slots);
                case Structure.Issue issue -> issue(op, issue);
                case Structure.For loop -> {
                    loops.add(loop.body().entry().argument(0));
                    builder.loop(loop);
                    block(loop.body().entry());
                    builder.endLoop();
                    loops.removeLast();
                }
                case null, default -> throw failure(op, "is nothing that a core does; expected sim.issue, sim.decode or sim.for");
            }
        }
    }

    private void issue(Operation op, Structure.Issue issue) {
        var bases = new Address[1 + READ.length];
        var reads = new ArrayList<AddressRange>();
        if (issue.reads().isPresent()) {
            for (var address : issue.reads().get().value().results()) {
                int i = reads.size();
                bases[1 + i] = address(op, issue, new AffineMapAttr(new AffineMap(issue.indices().size(), 0, List.of(address))));
                reads.add(new AddressRange(READ[i], 0, issue.readBytes().orElseThrow()[i] - 1));
            }
        }
        if (issue.writes().isPresent()) bases[0] = address(op, issue, issue.writes().get());
        Optional<Field> global = Optional.empty();
        if (issue.globalAt().isPresent()) {
            // Whatever register the ranges leave free; three ranges and an address have been refused.
            int free = bases[0] == null ? 0 : 2;
            bases[free] = address(op, issue, issue.globalAt().get());
            global = Optional.of(free == 0 ? Field.RD : Field.RS2);
        }
        var writes = issue.writeBytes().map(bytes -> new AddressRange(Field.RD, 0, bytes - 1));
        var actions = new ArrayList<Action>();
        for (var action : issue.body().entry()) actions.add(((TimedAction) action.op()).action());
        var energy = new EnumMap<Part, Double>(Part.class);
        issue.spends().ifPresent(spends -> spends.entries().forEach(e -> energy.put(Part.valueOf(e.name().toUpperCase(Locale.ROOT)),
            ((FloatAttr) e.value()).value())));
        var behaviour = new Behaviour(issue.unit(), List.copyOf(actions), List.copyOf(reads), writes, Map.copyOf(energy), issue.localBytes().orElse(0L),
            issue.globalBytes().orElse(0L), global);
        int number = timing.behaviours().number(issue.opcode(), behaviour, issue.peer().map(p -> p + first).orElse(0), issue.event().orElse(0), issue.value().orElse(0),
            Layers.of(op.location()));
        builder.issue(number, issue.group().orElse(0), bases, op);
    }

    private Address address(Operation op, Structure.Issue issue, AffineMapAttr map) {
        try {
            return Address.of(map, issue.indices(), loops);
        } catch (Fault e) {
            throw failure(op, e.getMessage());
        }
    }

    private CompileFailure failure(Operation operation, String message) {
        return diagnostics.failure(operation, message);
    }
}
