package pim.dialect.inst.interpret;

import pim.ir.Operation;

/// An instruction in which its core may have to wait for another.
public abstract class Blocking extends Step {
    protected Blocking(Operation operation) {
        super(operation);
    }

    @Override protected void execute(CoreRun core) {
        core.waiting = this;
    }

    /// Ends the wait of `core` if what it waits for has come.
    abstract void settle(CoreRun core);

    /// The core that `core` waits for; null when that may be any.
    abstract CoreRun awaited(CoreRun core);

    /// What `core` waits for, as it reads behind the instruction.
    abstract String reason(CoreRun core);
}
