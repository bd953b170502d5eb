package pim.ir.type;

import pim.ir.AsmWriter;
import pim.ir.attr.Attribute;

/// `tensor<4x?xf32, #encoding>`; `encoding` may be null.
public record RankedTensorType(Shape shape, Type element, Attribute encoding) implements ShapedType {
    public static RankedTensorType of(Type element, long... extents) {
        return new RankedTensorType(Shape.of(extents), element, null);
    }

    public RankedTensorType withElement(Type other) {
        return new RankedTensorType(shape, other, encoding);
    }

    public RankedTensorType withShape(Shape other) {
        return new RankedTensorType(other, element, encoding);
    }

    @Override public void print(AsmWriter out) {
        out.append("tensor<");
        shape.print(out);
        out.type(element);
        if (encoding != null) out.append(", ").attribute(encoding);
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
