package pim.dialect.builtin;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect of modules.
public record BuiltinDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Builtin.class;
    }
}
