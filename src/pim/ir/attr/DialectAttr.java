package pim.ir.attr;

import pim.ir.AsmWriter;

/// An attribute of a dialect, `#dialect.mnemonic<parameters>`. Implemented by records.
public non-sealed interface DialectAttr extends Attribute {
    /// The dialect's namespace.
    String dialect();

    String mnemonic();

    /// Writes what follows the mnemonic, the angle brackets included; nothing for an attribute without parameters.
    default void printParameters(AsmWriter out) {}

    @Override default void print(AsmWriter out) {
        out.append("#").append(dialect()).append(".").append(mnemonic());
        printParameters(out);
    }
}
