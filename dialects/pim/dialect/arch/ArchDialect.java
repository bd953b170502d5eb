package pim.dialect.arch;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect of accelerator descriptions.
public record ArchDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Arch.class;
    }
}
