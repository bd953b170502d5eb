package pim.dialect.isa;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect of machine instructions.
public record IsaDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Isa.class;
    }
}
