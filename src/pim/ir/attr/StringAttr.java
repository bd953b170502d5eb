package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.Type;

/// `"text"`; `type` is null for a string without one.
public record StringAttr(String value, Type type) implements Attribute {
    public static StringAttr of(String value) {
        return new StringAttr(value, null);
    }

    @Override public void print(AsmWriter out) {
        out.quoted(value);
        if (type != null) out.append(" : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
