package pim.dialect.sim.timing;

import java.util.List;
import java.util.OptionalLong;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.MachineInstruction;
import pim.simulate.CoreShape;
import pim.simulate.Machine;

/// The ISA as it is written, on a network whose links messages share: wormhole switching on the mesh, the banks of the global memory working at the same
/// time, several loads and stores of a core under way at once.
public record PipelinedNoc() implements TimingModel {
    private static final int EVENTS = 32;

    @Override public String name() {
        return "pipelined-noc";
    }

    @Override public String summary() {
        return "the ISA as written, on a wormhole network with contention, a banked global memory and several accesses under way";
    }

    @Override public Machine machine(Accelerator accelerator) {
        return new Machine(Picoseconds.of(accelerator.chip().core().period()), OptionalLong.empty(), new Wormhole(accelerator),
            new BankedMemory(accelerator));
    }

    @Override public CoreShape core(Accelerator accelerator, int core, int arrayGroups) {
        var shape = accelerator.chip().core();
        return new CoreShape(shape.reorderBuffer(), true, shape.vectorUnit().count(), accelerator.overlap().outstandingAccesses(), arrayGroups, EVENTS);
    }

    @Override public Behaviour behaviour(MachineInstruction instruction, CoreState state) {
        return new BehaviourBuilder(instruction, state, false).behaviour();
    }

    @Override public List<StaticPower> staticPower(Accelerator accelerator, int cores) {
        return new Pimsim().staticPower(accelerator, cores);
    }

    @Override public int globalMemoryPorts(Accelerator accelerator) {
        return accelerator.overlap().globalMemoryBanks();
    }

    @Override public boolean needsAddresses() {
        return true;
    }
}
