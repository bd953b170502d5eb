package pim.dialect.arith;

import pim.define.Constraint;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// A truth value, or elements of them.
public record BooleanLike() implements Constraint {
    @Override public String description() {
        return "bool-like";
    }

    @Override public boolean accepts(Type type) {
        return SignlessIntegerLike.element(type).equals(IntegerType.I1);
    }
}
