package pim.dialect.inst.interpret;

import pim.ir.Operation;

/// Is told of each message when its halves meet.
@FunctionalInterface public interface Meetings {
    Meetings UNNOTICED = (_, _) -> { };

    void met(Operation send, Operation recv);
}
