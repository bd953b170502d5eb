package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.Type;

/// An attribute of a dialect that is not loaded, kept as it was written: `body` is all that follows the name, the dot or bracket included; `type`
/// may be null.
public record OpaqueAttr(String dialect, OpaqueText body, Type type) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("#").append(dialect);
        body.print(out);
        if (type != null) out.append(" : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
