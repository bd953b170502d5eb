package example.sat;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect, as META-INF/services/pim.define.Dialect names it.
public record SatDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Sat.class;
    }
}
