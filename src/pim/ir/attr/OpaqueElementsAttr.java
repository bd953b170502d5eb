package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.Type;

/// `dense<...> : !dialect.array<2xindex>`: elements of a type whose dialect is not loaded, kept as they were written.
public record OpaqueElementsAttr(String literal, Type type) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("dense<").append(literal).append("> : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
