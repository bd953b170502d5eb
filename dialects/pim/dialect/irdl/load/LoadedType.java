package pim.dialect.irdl.load;

import java.util.List;
import pim.ir.AsmWriter;
import pim.ir.attr.Attribute;
import pim.ir.type.DialectType;

/// A type that a definition in IRDL describes: `!dialect.mnemonic<parameter, ...>`.
public record LoadedType(String dialect, String mnemonic, List<Attribute> parameters) implements DialectType {
    @Override public void printParameters(AsmWriter out) {
        print(parameters, out);
    }

    static void print(List<Attribute> parameters, AsmWriter out) {
        if (!parameters.isEmpty()) out.append("<").list(parameters, out::attribute).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
