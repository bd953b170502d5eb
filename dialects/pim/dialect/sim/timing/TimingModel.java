package pim.dialect.sim.timing;

import java.util.List;
import java.util.Optional;
import pim.define.Registry;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.MachineInstruction;
import pim.simulate.CoreShape;
import pim.simulate.Machine;

/// What takes how long on which unit of an accelerator, and what it costs. A plugin may bring others.
public interface TimingModel {
    /// What the option `--timing-model` calls it.
    String name();

    /// In one line, what it models.
    String summary();

    /// The clock, the network and the global memory.
    Machine machine(Accelerator accelerator);

    /// What a core with so many array groups has.
    CoreShape core(Accelerator accelerator, int core, int arrayGroups);

    /// What an instruction does, whatever its registers hold.
    ///
    /// @param state of the core when the instruction is decoded
    Behaviour behaviour(MachineInstruction instruction, CoreState state);

    /// Whether the time of an access depends on its address. The order of instructions may depend on addresses whatever this says.
    default boolean needsAddresses() {
        return false;
    }

    /// How many accesses the global memory works for at a time.
    default int globalMemoryPorts(Accelerator accelerator) {
        return 1;
    }

    /// Power that is always drawn by an accelerator with programs on so many cores, by part. mW.
    List<StaticPower> staticPower(Accelerator accelerator, int cores);

    /// All models there are, those of plugins among them.
    static List<TimingModel> all(Registry registry) {
        return registry.services(TimingModel.class);
    }

    /// The model called `name`, if there is one.
    static Optional<TimingModel> named(String name, Registry registry) {
        return all(registry).stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /// The model where none is asked for.
    static TimingModel standard() {
        return new Pimsim();
    }
}
