package pim.dialect.isa.convert;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import pim.define.Builder;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.AcceleratorVerifier;
import pim.dialect.inst.Structure;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Makes machine programs of allocated programs. The module is as it was when one cannot be expressed.
public record ConvertInstToIsa() implements Pass {
    @Override public String summary() {
        return "Lower the programs of cores to machine instructions";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "inst";
    }

    @Override public void run(Operation module, PassContext context) {
        var diagnostics = context.diagnostics();
        var accelerator = Accelerator.carriedBy(module, diagnostics);
        AcceleratorVerifier.verify(module, accelerator, diagnostics);
        var memories = memories(module, diagnostics);
        var lowered = new LinkedHashMap<Operation, pim.dialect.isa.Structure.Core>();
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Core) lowered.put(op, new CoreLowering(op, memories, accelerator, diagnostics).lower());
        }
        lowered.forEach((op, core) -> {
            Builder.before(op).create(core);
            op.erase();
        });
    }

    /// A register holds the low half of a global address; the high half is zero.
    private static Map<String, Structure.Memory> memories(Operation module, Diagnostics diagnostics) {
        var memories = new HashMap<String, Structure.Memory>();
        for (var op : module.region(0).entry()) {
            if (!(op.op() instanceof Structure.Memory memory)) continue;
            if (memory.end() > Integer.MAX_VALUE) {
                throw diagnostics.failure(op, "ends at " + memory.end()
                    + ", but addresses in global memory go up to " + Integer.MAX_VALUE);
            }
            memories.put(memory.symName().value(), memory);
        }
        return memories;
    }
}
