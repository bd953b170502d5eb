package pim.ir.type;

import pim.ir.AsmWriter;
import pim.ir.attr.Attribute;

/// `memref<*xf32, space>`; `space` is null for the default memory.
public record UnrankedMemRefType(Type element, Attribute space) implements ShapedType {
    @Override public Shape shape() {
        return null;
    }

    @Override public void print(AsmWriter out) {
        out.append("memref<*x").type(element);
        MemRefType.printSpace(out, space);
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
