package pim.dialect.isa;

import pim.dialect.inst.communicate.CommunicationCheck;
import pim.dialect.inst.communicate.Exchange;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Makes sure that machine programs do not wait for each other's messages and events for ever. It changes nothing.
public record IsaCheckCommunication() implements Pass {
    @Override public String summary() {
        return "Check that messages and events of all cores are met";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "isa";
    }

    @Override public void run(Operation module, PassContext context) {
        context.preserveAll();
        var check = new CommunicationCheck();
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Core core && !core.body().isEmpty()) check.add(core.core(), core.body().entry(), o -> exchange(o, context));
        }
        check.run(context.diagnostics());
    }

    private static Exchange exchange(Operation operation, PassContext context) {
        return switch (Kinds.opcode(operation.kind())) {
            case null -> throw context.diagnostics().failure(operation.location(), "'" + operation.name() + "' op is not an instruction of a core");
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
