package pim.define;

/// The name of a symbol that an op defines: kept as a string attribute, written `@name`.
public record SymbolName(String value) {
    @Override public String toString() {
        return value;
    }
}
