package pim.ir.type;

import pim.ir.AsmWriter;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;

/// `memref<4x?xf32, layout, space>`; `layout` is null for the identity, `space` for the default memory.
public record MemRefType(Shape shape, Type element, Attribute layout, Attribute space) implements ShapedType {
    @Override public void print(AsmWriter out) {
        out.append("memref<");
        shape.print(out);
        out.type(element);
        if (layout != null) out.append(", ").attribute(layout);
        printSpace(out, space);
        out.append(">");
    }

    /// `, 3` or `, #space`; nothing for the default memory.
    static void printSpace(AsmWriter out, Attribute space) {
        if (space == null) return;
        out.append(", ");
        if (space instanceof IntegerAttr i && i.type().equals(IntegerType.I64)) out.append(i.value().toString());
        else out.attribute(space);
    }

    @Override public String toString() {
        return text();
    }
}
