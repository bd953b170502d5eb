package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
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
    private final Diagnostics diagnostics;
    private final List<Value> loops = new ArrayList<>();
    private CodeBuilder builder;

    private SimProgram(Timing timing, Diagnostics diagnostics) {
        this.timing = timing;
        this.diagnostics = diagnostics;
    }

    /// Whether a module has programs of timed actions.
    static boolean isIn(Operation module) {
        for (var op : module.region(0).entry()) if (op.has(Structure.Core.class)) return true;
        return false;
    }

    /// The timing of what `module`, which is verified, says.
    ///
    /// @param asked the timing model that it must have been made by, or null
    /// @throws CompileFailure when it cannot be simulated; what is wrong has been reported
    static Timing read(Operation module, Accelerator accelerator, TimingModel asked, Diagnostics diagnostics) {
        Operation at = null;
        for (var op : module.region(0).entry()) if (op.has(Structure.Machine.class)) at = op;
        if (at == null) throw diagnostics.failure(module.location(), "'" + module.name()
            + "' op has programs of timed actions, but no sim.machine that says their timing model and clock");
        var machine = (Structure.Machine) at.op();
        var timing = new Timing(accelerator, model(at, machine.timingModel(), asked, diagnostics), diagnostics);
        timing.clock(machine.period(), machine.timer().map(OptionalLong::of).orElse(OptionalLong.empty()));
        var program = new SimProgram(timing, diagnostics);
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Core core) program.core(op, core);
        timing.end();
        return timing;
    }

    private static TimingModel model(Operation machine, String name, TimingModel asked, Diagnostics diagnostics) {
        var subject = "'" + machine.name() + "' op ";
        if (asked != null && !asked.name().equals(name)) throw diagnostics.failure(machine.location(), subject + "has actions of the timing model '"
            + name + "', but " + asked.name() + " is asked for; it has to be made anew of machine instructions");
        var loader = SimProgram.class.getClassLoader();
        return TimingModel.named(name, loader).orElseThrow(() -> diagnostics.failure(machine.location(), subject + "names the timing model '" + name
            + "', but there are only " + String.join(", ", TimingModel.all(loader).stream().map(TimingModel::name).toList())));
    }

    private void core(Operation op, Structure.Core core) {
        int cores = timing.accelerator().cores();
        if (core.core() >= cores) throw failure(op, "expects a core within [0, " + cores + "), but got " + core.core());
        builder = new CodeBuilder(timing.behaviours(), timing.accelerator(), core.core(), new int[0], Timing.needsAddresses(core.shape()), diagnostics);
        if (!core.body().isEmpty()) block(core.body().entry());
        timing.add(core.core(), core.shape(), builder.code());
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
        var writes = issue.writeBytes().map(bytes -> new AddressRange(Field.RD, 0, bytes - 1));
        var actions = new ArrayList<Action>();
        for (var action : issue.body().entry()) actions.add(((TimedAction) action.op()).action());
        var energy = new EnumMap<Part, Double>(Part.class);
        issue.spends().ifPresent(spends -> spends.entries().forEach(e -> energy.put(Part.valueOf(e.name().toUpperCase(Locale.ROOT)),
            ((FloatAttr) e.value()).value())));
        var behaviour = new Behaviour(issue.unit(), List.copyOf(actions), List.copyOf(reads), writes, Map.copyOf(energy), issue.localBytes().orElse(0L),
            issue.globalBytes().orElse(0L));
        int number = timing.behaviours().number(issue.opcode(), behaviour, issue.peer().orElse(0), issue.event().orElse(0), issue.value().orElse(0),
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
        return diagnostics.failure(operation.location(), "'" + operation.name() + "' op " + message);
    }
}
