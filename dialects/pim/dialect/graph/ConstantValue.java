package pim.dialect.graph;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.Type;

/// `dense_resource<w> : tensor<4xf32>`: the elements of a constant, whose type is that of the constant.
public final class ConstantValue implements CustomPart {
    /// The type that is written with the elements, or null for what is no elements.
    static Type type(Attribute value) {
        return switch (value) {
            case DenseElementsAttr a -> a.type();
            case DenseResourceAttr a -> a.type();
            default -> null;
        };
    }

    @Override public void parse(OpReader in, List<String> parts) {
        var value = in.attribute();
        var type = type(value);
        if (type == null) throw in.failure("expected 'dense<...>' or 'dense_resource<...>' elements before this");
        in.property("value", value);
        in.results("result", List.of(type));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        out.attribute(op.attribute("value"));
    }
}
