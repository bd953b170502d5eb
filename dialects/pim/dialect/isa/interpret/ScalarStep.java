package pim.dialect.isa.interpret;

import java.util.function.Consumer;
import pim.dialect.inst.interpret.CoreRun;
import pim.dialect.inst.interpret.Step;
import pim.ir.Operation;

/// An instruction that is done at once, on the core alone.
final class ScalarStep extends Step {
    private final Consumer<CoreRun> action;

    ScalarStep(Operation operation, Consumer<CoreRun> action) {
        super(operation);
        this.action = action;
    }

    @Override protected void execute(CoreRun core) {
        action.accept(core);
    }
}
