package pim.dialect.inst.interpret;

import pim.ir.Operation;

/// A send or a receive.
final class MessageStep extends Step {
    final boolean sends;
    final long core;
    final Local part;

    MessageStep(Operation operation, boolean sends, long core, Local part) {
        super(operation);
        this.sends = sends;
        this.core = core;
        this.part = part;
    }

    @Override void execute(CoreRun run) {
        run.messageAt = sends ? part.read(run) : part.write(run);
        run.waiting = this;
    }
}
