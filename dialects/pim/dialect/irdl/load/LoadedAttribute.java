package pim.dialect.irdl.load;

import java.util.List;
import pim.ir.AsmWriter;
import pim.ir.attr.Attribute;
import pim.ir.attr.DialectAttr;

/// An attribute that a definition in IRDL describes: `#dialect.mnemonic<parameter, ...>`.
public record LoadedAttribute(String dialect, String mnemonic, List<Attribute> parameters) implements DialectAttr {
    @Override public void printParameters(AsmWriter out) {
        LoadedType.print(parameters, out);
    }

    @Override public String toString() {
        return text();
    }
}
