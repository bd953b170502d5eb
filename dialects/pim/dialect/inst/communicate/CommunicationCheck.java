package pim.dialect.inst.communicate;

import java.util.ArrayList;
import pim.diagnose.CompileFailure;
import pim.dialect.inst.CoreOp;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Decides, without computing any value, whether the programs of cores come to their ends together. It changes nothing. The work grows with what the
/// programs have to say to each other, not with how often: loops without exchanges are left out, and rounds that repeat are skipped.
public interface CommunicationCheck extends Pass {
    /// The op of the programs.
    Class<? extends CoreOp> cores();

    /// What an operation that is no loop is to other cores, null when nothing.
    Exchange exchange(Operation operation, PassContext context);

    @Override default String anchor() {
        return "builtin.module";
    }

    @Override default void run(Operation module, PassContext context) {
        context.preserveAll();
        var scripts = new ArrayList<Script>();
        for (var op : module.region(0).entry()) {
            if (!op.has(cores()) || !(op.op() instanceof CoreOp core) || core.body().isEmpty()) continue;
            scripts.add(new Script(core.number(), core.body().entry(), o -> exchange(o, context)));
        }
        new Rehearsal(scripts, context.diagnostics()).run();
    }

    /// Of an operation that has no place in the program of a core.
    static CompileFailure unexpected(Operation operation, PassContext context) {
        return context.diagnostics().failure(operation, "is not an instruction of a core");
    }
}
