package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.Shape;

/// `strided<[4, ?], offset: 2>`; [Shape#DYNAMIC] stands for a number that is not known.
public record StridedLayoutAttr(Shape strides, long offset) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("strided<[");
        for (int i = 0; i < strides.rank(); i++) out.append(i == 0 ? "" : ", ").append(spell(strides.extent(i)));
        out.append("]");
        if (offset != 0) out.append(", offset: ").append(spell(offset));
        out.append(">");
    }

    private static String spell(long value) {
        return value == Shape.DYNAMIC ? "?" : Long.toString(value);
    }

    @Override public String toString() {
        return text();
    }
}
