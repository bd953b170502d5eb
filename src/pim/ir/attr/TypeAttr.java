package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.Type;

/// A type as an attribute.
public record TypeAttr(Type value) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.type(value);
    }

    @Override public String toString() {
        return text();
    }
}
