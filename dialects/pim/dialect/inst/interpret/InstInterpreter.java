package pim.dialect.inst.interpret;

import java.util.ArrayList;
import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.AcceleratorVerifier;
import pim.dialect.inst.CoreOp;
import pim.dialect.inst.Structure;
import pim.interpret.Interpreter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// Runs the programs of all cores. Beside computing, it finds what no program may do: reading what was not written, leaving a buffer, reading from
/// global memory what is not ordered behind its writing, and waiting for each other. Where the module says which accelerator it is for, that one
/// must be able to hold the program.
public final class InstInterpreter implements Interpreter {
    private final Machine.Order order;
    private final Meetings meetings;

    public InstInterpreter() {
        this(Machine.Order.FIRST_COME);
    }

    InstInterpreter(Machine.Order order) {
        this(order, Meetings.UNNOTICED);
    }

    InstInterpreter(Machine.Order order, Meetings meetings) {
        this.order = order;
        this.meetings = meetings;
    }

    @Override public boolean accepts(Operation module) {
        return CoreOp.isIn(module, Structure.Core.class);
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        var accelerator = Accelerator.isCarriedBy(module) ? Accelerator.carriedBy(module, diagnostics) : null;
        if (accelerator != null) AcceleratorVerifier.verify(module, accelerator, diagnostics);
        var cores = new ArrayList<Operation>();
        for (var op : module.region(0).entry()) if (op.has(Structure.Core.class)) cores.add(op);
        var run = new ModuleRun(module, accelerator, inputs, resources, cores.size(), diagnostics);
        return run.run(cores, InstInterpreter::compiler, order, meetings);
    }

    private static ModuleRun.Compiler compiler(Operation operation, ModuleRun surroundings) {
        var core = (Structure.Core) operation.op();
        var arrays = surroundings.arrays(operation, core.core(), core.groups());
        return new CoreCompiler(core, surroundings.memories(), arrays.matrices(), arrays.analog());
    }
}
