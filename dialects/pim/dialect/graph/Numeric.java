package pim.dialect.graph;

import java.util.List;
import pim.define.Constraint;
import pim.dialect.quant.UniformType;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// The tensors that a network computes with.
record Numeric() implements Constraint {
    @Override public String description() {
        return "statically shaped tensor of f32 or !quant.uniform values";
    }

    @Override public List<Class<? extends Type>> classes() {
        return List.of(RankedTensorType.class);
    }

    @Override public boolean accepts(Type type) {
        return type instanceof RankedTensorType t && t.hasStaticShape() && (t.element() == FloatType.F32 || t.element() instanceof UniformType);
    }
}
