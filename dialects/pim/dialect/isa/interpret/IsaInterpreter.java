package pim.dialect.isa.interpret;

import java.util.ArrayList;
import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.CoreOp;
import pim.dialect.inst.interpret.Machine;
import pim.dialect.inst.interpret.Meetings;
import pim.dialect.inst.interpret.ModuleRun;
import pim.dialect.isa.Structure;
import pim.interpret.Interpreter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// Runs machine programs for their values. Global memory is where the module's `inst.memory` are. Local memory is as large as the module's
/// accelerator says, and [#LOCAL_BYTES] where it says none.
public final class IsaInterpreter implements Interpreter {
    /// Bytes of local memory of a machine that is not described.
    public static final long LOCAL_BYTES = 1 << 20;

    private final Machine.Order order;

    public IsaInterpreter() {
        this(Machine.Order.FIRST_COME);
    }

    IsaInterpreter(Machine.Order order) {
        this.order = order;
    }

    @Override public boolean accepts(Operation module) {
        return CoreOp.isIn(module, Structure.Core.class);
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        var accelerator = Accelerator.isCarriedBy(module) ? Accelerator.carriedBy(module, diagnostics) : null;
        var cores = new ArrayList<Operation>();
        for (var op : module.region(0).entry()) {
            if (!(op.op() instanceof Structure.Core core)) continue;
            var missing = accelerator == null ? null : accelerator.verifyCore(core.core());
            if (missing != null) throw diagnostics.failure(op, missing);
            cores.add(op);
        }
        long localBytes = accelerator == null ? LOCAL_BYTES : accelerator.chip().core().localMemory().size();
        return new ModuleRun(module, accelerator, inputs, resources, cores.size(), diagnostics).run(cores,
            (core, surroundings) -> new IsaCompiler(core, localBytes, surroundings), order, Meetings.UNNOTICED);
    }
}
