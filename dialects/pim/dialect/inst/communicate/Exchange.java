package pim.dialect.inst.communicate;

import pim.ir.Operation;

/// An instruction in which a core may have to wait for another, or ends the wait of another.
public sealed interface Exchange extends Step {
    Operation operation();

    /// Half of a rendezvous: it and the other half end together.
    sealed interface Message extends Exchange {
        /// The other core.
        long core();

        long size();
    }

    record Send(Operation operation, long core, long size) implements Message {}

    record Recv(Operation operation, long core, long size) implements Message {}

    /// Adds one to an event register of the core.
    record Sync(Operation operation, long core, int register) implements Exchange {}

    /// Waits until the own event register has the value, and clears it.
    record Await(Operation operation, int register, long value) implements Exchange {}
}
