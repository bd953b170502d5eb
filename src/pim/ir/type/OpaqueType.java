package pim.ir.type;

import pim.ir.AsmWriter;

/// A type of a dialect that is not loaded, `!dialect.body` or `!dialect<body>`, kept as it was written.
/// `body` holds all that follows the dialect's name, the dot or bracket included.
public record OpaqueType(String dialect, String body) implements Type {
    @Override public void print(AsmWriter out) {
        out.append("!").append(dialect).append(body);
    }

    @Override public String toString() {
        return text();
    }
}
