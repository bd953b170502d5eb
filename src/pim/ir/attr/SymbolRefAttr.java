package pim.ir.attr;

import java.util.List;
import pim.ir.AsmWriter;

/// `@root::@inner`.
public record SymbolRefAttr(String root, List<String> nested) implements Attribute {
    public static SymbolRefAttr of(String name) {
        return new SymbolRefAttr(name, List.of());
    }

    /// The name at the end: that of the symbol itself.
    public String leaf() {
        return nested.isEmpty() ? root : nested.getLast();
    }

    @Override public void print(AsmWriter out) {
        out.append("@").keywordOrQuoted(root);
        for (var name : nested) out.append("::@").keywordOrQuoted(name);
    }

    @Override public String toString() {
        return text();
    }
}
