package pim.dialect.isa;

import pim.dialect.inst.communicate.CommunicationCheck;
import pim.dialect.inst.communicate.Exchange;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;
import pim.pass.PassContext;

/// Makes sure that machine programs do not wait for each other's messages and events for ever.
public record IsaCheckCommunication() implements CommunicationCheck {
    @Override public String summary() {
        return "Check that messages and events of all cores are met";
    }

    @Override public String level() {
        return "isa";
    }

    @Override public Class<Structure.Core> cores() {
        return Structure.Core.class;
    }

    @Override public Exchange exchange(Operation operation, PassContext context) {
        return switch (Kinds.opcode(operation.kind())) {
            case null -> throw CommunicationCheck.unexpected(operation, context);
            case SEND -> new Exchange.Send(operation, get(operation, Field.CORE), get(operation, Field.SIZE));
            case RECV -> new Exchange.Recv(operation, get(operation, Field.CORE), get(operation, Field.SIZE));
            case SYNC -> new Exchange.Sync(operation, get(operation, Field.CORE), get(operation, Field.EVENT_REGISTER));
            case WAIT -> new Exchange.Await(operation, get(operation, Field.EVENT_REGISTER), get(operation, Field.WAIT_VALUE));
            default -> null;
        };
    }

    private static int get(Operation operation, Field field) {
        return (int) ((IntegerAttr) operation.attribute(field.key())).longValue();
    }
}
