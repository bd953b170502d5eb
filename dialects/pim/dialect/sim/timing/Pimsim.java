package pim.dialect.sim.timing;

import java.util.List;
import java.util.OptionalLong;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.MachineInstruction;
import pim.simulate.CoreShape;
import pim.simulate.GlobalMemory;
import pim.simulate.Machine;

/// The timing and energy of pimsim-nn, its oddities included, as found out by experiments with it. Where it does not do what the ISA says, a comment
/// here says so. Its results depend a little on the time limit it is given, which is why the limit is part of the machine here too.
public record Pimsim() implements TimingModel {
    private static final int EVENTS = 32, TIMER_PARTS = 10;

    @Override public String name() {
        return "pimsim";
    }

    @Override public String summary() {
        return "pimsim-nn to the nanosecond, its oddities included";
    }

    @Override public Machine machine(Accelerator accelerator) {
        long timer = Picoseconds.of(accelerator.run().time() * 1e6 / TIMER_PARTS);
        return new Machine(Picoseconds.of(accelerator.chip().core().period()), OptionalLong.of(timer), new LatencyTable(accelerator), GlobalMemory.onePort());
    }

    @Override public CoreShape core(Accelerator accelerator, int core, int arrayGroups) {
        return new CoreShape(accelerator.chip().core().reorderBuffer(), false, 1, 0, arrayGroups, EVENTS);
    }

    @Override public Behaviour behaviour(MachineInstruction i, CoreState state) {
        return new BehaviourBuilder(i, state, true).behaviour();
    }

    @Override public List<StaticPower> staticPower(Accelerator accelerator, int cores) {
        var core = accelerator.chip().core();
        var vector = core.vectorUnit();
        double control = core.fetch().always() + core.decode().always() + core.decodeOffset().always() + core.registers().always()
            + core.scalarUnit().always();
        return List.of(new StaticPower(Part.CONTROL, cores * control),
            new StaticPower(Part.VECTOR_UNIT, cores * (vector.aluStaticPower() + vector.registerStaticPower())),
            new StaticPower(Part.TRANSFER_UNIT, cores * core.transferUnit().always()),
            new StaticPower(Part.LOCAL_MEMORY, cores * core.localMemory().staticPower()),
            new StaticPower(Part.GLOBAL_MEMORY, accelerator.chip().globalMemory().staticPower()));
    }
}
