package pim.dialect.inst.interpret;

import pim.dialect.inst.communicate.Waiting;
import pim.ir.Operation;

/// A send or a receive.
public final class MessageStep extends Blocking {
    final boolean sends;
    final long core;
    final Local part;

    public MessageStep(Operation operation, boolean sends, long core, Local part) {
        super(operation);
        this.sends = sends;
        this.core = core;
        this.part = part;
    }

    @Override protected void execute(CoreRun run) {
        run.messageAt = sends ? part.read(run) : part.write(run);
        super.execute(run);
    }

    @Override void settle(CoreRun run) {
        run.machine.meet(run, this);
    }

    @Override Waiting waiting(CoreRun run) {
        return Waiting.message(run.number, operation, core);
    }
}
