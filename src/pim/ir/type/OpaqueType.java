package pim.ir.type;

import pim.ir.AsmWriter;
import pim.ir.attr.OpaqueText;

/// A type of a dialect that is not loaded, `!dialect.body` or `!dialect<body>`, kept as it was written.
/// `body` holds all that follows the dialect's name, the dot or bracket included.
public record OpaqueType(String dialect, OpaqueText body) implements Type {
    @Override public void print(AsmWriter out) {
        out.append("!").append(dialect);
        body.print(out);
    }

    /// Whether the type's own name stands in its body again.
    public boolean holdsItself() {
        var mnemonic = body.mnemonic();
        return !mnemonic.isEmpty() && body.mentions("!" + dialect + mnemonic + "<");
    }

    @Override public String toString() {
        return text();
    }
}
