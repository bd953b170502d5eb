package pim.dialect.tile;

import pim.define.Constraint;
import pim.ir.type.Type;

/// The constraint of an operand or result that is a feature map.
record AnyFmap() implements Constraint {
    @Override public String description() {
        return "feature map (!tile.fmap)";
    }

    @Override public boolean accepts(Type type) {
        return type instanceof FmapType;
    }
}
