package pim.dialect.inst.communicate;

import pim.dialect.inst.Inst;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Message;
import pim.dialect.inst.Structure;
import pim.ir.Operation;
import pim.pass.PassContext;

/// Makes sure that the programs of the cores do not wait for each other for ever.
public record InstCheckCommunication() implements CommunicationCheck {
    @Override public String summary() {
        return "Check that messages of all cores find their other halves";
    }

    @Override public String level() {
        return "inst";
    }

    @Override public Class<Structure.Core> cores() {
        return Structure.Core.class;
    }

    @Override public Exchange exchange(Operation operation, PassContext context) {
        return switch (operation.op()) {
            case Inst inst -> switch (inst) {
                case Message.Send send -> new Exchange.Send(operation, send.core(), send.size());
                case Message.Recv recv -> new Exchange.Recv(operation, recv.core(), recv.size());
                case Instruction _, Structure.Alloc _ -> null;
                case Structure _ -> throw CommunicationCheck.unexpected(operation, context);
            };
            case null, default -> throw CommunicationCheck.unexpected(operation, context);
        };
    }
}
