package pim.dialect.inst.communicate;

import pim.dialect.inst.Inst;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Message;
import pim.dialect.inst.Structure;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Makes sure that the programs of the cores do not wait for each other for ever. It changes nothing.
public record InstCheckCommunication() implements Pass {
    @Override public String summary() {
        return "Check that messages of all cores find their other halves";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "inst";
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
        return switch (operation.op()) {
            case Inst inst -> switch (inst) {
                case Message.Send send -> new Exchange.Send(operation, send.core(), send.size());
                case Message.Recv recv -> new Exchange.Recv(operation, recv.core(), recv.size());
                case Instruction _, Structure.Alloc _ -> null;
                case Structure _ -> throw unexpected(operation, context);
            };
            case null, default -> throw unexpected(operation, context);
        };
    }

    private static RuntimeException unexpected(Operation operation, PassContext context) {
        return context.diagnostics().failure(operation.location(), "'" + operation.name() + "' op is not an instruction of a core");
    }
}
