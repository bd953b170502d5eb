package pim.dialect.func;

import java.util.List;
import pim.define.Dialect;
import pim.dialect.cf.Cf;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.rewrite.Canonicalizes;
import pim.rewrite.Inlines;
import pim.rewrite.Rewriter;

/// The dialect of functions.
public record FuncDialect() implements Dialect, Canonicalizes, Inlines {
    @Override public Class<? extends Op> ops() {
        return Func.class;
    }

    /// A call of a function that is known by its name says the name.
    @Override public Replacement canonicalize(Op op, Rewriter rw) {
        if (!(op instanceof Func.CallIndirect call)) return null;
        var callee = call.callee().definingOp();
        if (callee == null || !(callee.op() instanceof Func.Constant function)) return null;
        return Replacement.of(List.copyOf(rw.create(new Func.Call(function.value(), false, call.calleeOperands(), call.resultTypes())).results()));
    }

    @Override public boolean allows(Operation call, Operation target) {
        return !(call.op() instanceof Func.Call c && c.noInline() || target.op() instanceof Func.Function f && f.noInline());
    }

    @Override public Op leave(Operation end, Block next) {
        return new Cf.Br(List.copyOf(end.operands()), next);
    }
}
