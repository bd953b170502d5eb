package pim.dialect.sim;

import pim.define.Constraint;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;

/// A time in picoseconds. Longer ones are mistakes, and a run of many of them would overflow.
public record Duration() implements Constraint {
    public static final long LONGEST = 1_000_000_000_000L;

    @Override public String description() {
        return "a time from 0 to 1 s";
    }

    @Override public boolean accepts(Attribute attribute) {
        return !(attribute instanceof IntegerAttr i) || i.value().signum() >= 0 && i.value().bitLength() < Long.SIZE && i.longValue() <= LONGEST;
    }
}
