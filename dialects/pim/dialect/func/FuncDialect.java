package pim.dialect.func;

import java.util.List;
import pim.define.Dialect;
import pim.dialect.cf.Cf;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.rewrite.Inlines;

/// The dialect of functions.
public record FuncDialect() implements Dialect, Inlines {
    @Override public Class<? extends Op> ops() {
        return Func.class;
    }

    @Override public boolean allows(Operation call, Operation target) {
        return !(call.op() instanceof Func.Call c && c.noInline() || target.op() instanceof Func.Function f && f.noInline());
    }

    @Override public Op leave(Operation end, Block next) {
        return new Cf.Br(List.copyOf(end.operands()), next);
    }
}
