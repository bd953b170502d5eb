package pim.ir.attr;

import pim.ir.AsmWriter;

/// `distinct[0]<42>`: equal only to the one of the same number; a `value` of `unit` is not written.
public record DistinctAttr(long id, Attribute value) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("distinct[").distinctNumber(id).append("]<");
        if (!value.equals(UnitAttr.UNIT)) out.attribute(value);
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
