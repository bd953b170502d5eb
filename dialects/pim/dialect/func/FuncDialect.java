package pim.dialect.func;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect of functions.
public record FuncDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Func.class;
    }
}
