package pim.ir.type;

import pim.ir.AsmWriter;

/// A type of a dialect, `!dialect.mnemonic<parameters>`. Implemented by records.
public non-sealed interface DialectType extends Type {
    /// The dialect's namespace.
    String dialect();

    String mnemonic();

    /// Writes what follows the mnemonic, the angle brackets included; nothing for a type without parameters.
    default void printParameters(AsmWriter out) {}

    @Override default void print(AsmWriter out) {
        out.append("!").append(dialect()).append(".").append(mnemonic());
        printParameters(out);
    }
}
