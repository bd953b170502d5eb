package pim.ir;

import java.util.List;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.type.Type;

/// Runs the region of a [Callable]; the results are what that returns.
public interface Call {
    SymbolRefAttr callee();

    /// What the arguments of the callee get.
    List<Value> operands();

    /// A call of the same callee.
    Op calling(List<Value> operands, List<Type> results);

    /// What the call runs, or null when that is not in the program.
    static Operation target(Operation call) {
        return call.op() instanceof Call c && Symbols.resolve(call, c.callee()) instanceof Operation target && target.has(Callable.class) ? target
            : null;
    }
}
