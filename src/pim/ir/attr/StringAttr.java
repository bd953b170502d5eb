package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.NoneType;
import pim.ir.type.Type;

/// `"text"`; `type` is null for a string without one.
public record StringAttr(String value, Type type) implements Attribute {
    public static StringAttr of(String value) {
        return new StringAttr(value, null);
    }

    /// A string of a type; `none` says no more than null.
    public static StringAttr of(String value, Type type) {
        return new StringAttr(value, type == NoneType.NONE ? null : type);
    }

    @Override public void print(AsmWriter out) {
        out.quoted(value);
        if (type != null) out.append(" : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
