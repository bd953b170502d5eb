package pim.dialect.cf;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect of control flow between blocks.
public record CfDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Cf.class;
    }
}
