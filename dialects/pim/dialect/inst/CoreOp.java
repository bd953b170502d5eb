package pim.dialect.inst;

import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;

/// The program of one core, at any level. A core has one.
public interface CoreOp extends Op, Traits.IsolatedFromAbove, Traits.NoTerminator, Traits.SingleBlock {
    /// Of the core.
    long number();

    Region body();

    /// Whether a module has programs of the level of which `cores` are.
    static boolean isIn(Operation module, Class<? extends CoreOp> cores) {
        if (module.regions().size() != 1 || module.region(0).isEmpty()) return false;
        for (var op : module.region(0).entry()) if (op.has(cores)) return true;
        return false;
    }

    @Override default String verify(Operation self) {
        for (var other = self.next(); other != null; other = other.next()) {
            if (other.op() instanceof CoreOp core && core.getClass() == getClass() && core.number() == number()) {
                return "is a second program of core " + number() + "; a core has one";
            }
        }
        return null;
    }
}
