package pim.dialect.sim;

import pim.define.Dialect;
import pim.ir.Op;

/// The dialect of timed actions and of test benches.
public record SimDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Sim.class;
    }

    @Override public String origin() {
        return "convert-isa-to-sim";
    }
}
