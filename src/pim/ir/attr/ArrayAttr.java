package pim.ir.attr;

import java.util.List;
import pim.ir.AsmWriter;

/// `[1, "a"]`.
public record ArrayAttr(List<Attribute> elements) implements Attribute {
    public static final ArrayAttr EMPTY = new ArrayAttr(List.of());

    @Override public void print(AsmWriter out) {
        out.append("[").list(elements, out::attribute).append("]");
    }

    @Override public String toString() {
        return text();
    }
}
