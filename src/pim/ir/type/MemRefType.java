package pim.ir.type;

import pim.ir.AsmWriter;
import pim.ir.attr.Attribute;

/// `memref<4x?xf32, layout, space>`; `layout` is null for the identity, `space` for the default memory.
public record MemRefType(Shape shape, Type element, Attribute layout, Attribute space) implements ShapedType {
    @Override public void print(AsmWriter out) {
        out.append("memref<");
        shape.print(out);
        out.type(element);
        if (layout != null) out.append(", ").attribute(layout);
        if (space != null) out.append(", ").attribute(space);
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
