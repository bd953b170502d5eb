package pim.dialect.inst;

import java.math.BigInteger;
import pim.define.Constraint;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;

/// How many bytes, pieces or elements an instruction works on: more than a machine's memory holds is a mistake, and would overflow addresses.
public record Count() implements Constraint {
    public static final long LARGEST = Integer.MAX_VALUE;

    @Override public String description() {
        return "from 1 to " + LARGEST;
    }

    @Override public boolean accepts(Attribute attribute) {
        return !(attribute instanceof IntegerAttr i) || i.value().signum() > 0 && i.value().compareTo(BigInteger.valueOf(LARGEST)) <= 0;
    }
}
