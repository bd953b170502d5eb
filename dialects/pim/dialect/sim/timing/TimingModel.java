package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
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
    static List<TimingModel> all(ClassLoader loader) {
        var models = new ArrayList<TimingModel>();
        ServiceLoader.load(TimingModel.class, loader).forEach(models::add);
        return models;
    }
}
