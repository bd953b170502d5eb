package pim.dialect.tile;

import java.util.List;
import pim.define.Constraint;
import pim.dialect.quant.UniformType;
import pim.ir.type.Type;

/// The constraint of an operand or result that is a feature map.
record AnyFmap() implements Constraint {
    @Override public String description() {
        return "feature map of fixed-point numbers";
    }

    @Override public List<Class<? extends Type>> classes() {
        return List.of(FmapType.class);
    }

    @Override public boolean accepts(Type type) {
        return type instanceof FmapType map && map.element() instanceof UniformType;
    }
}
