package pim.dialect.sim;

import pim.define.Constraint;
import pim.dialect.inst.Count;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;

/// How many bytes a message or an access has, which may be none.
public record Size() implements Constraint {
    @Override public String description() {
        return "from 0 to " + Count.LARGEST;
    }

    @Override public boolean accepts(Attribute attribute) {
        return !(attribute instanceof IntegerAttr i) || i.value().signum() >= 0 && i.value().bitLength() < Integer.SIZE;
    }
}
