package pim.dialect.inst.interpret;

import pim.dialect.inst.communicate.Waiting;
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

    /// What `core` waits for.
    abstract Waiting waiting(CoreRun core);
}
