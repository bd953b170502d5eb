package pim.ir.attr;

import java.util.ArrayList;
import java.util.List;
import pim.ir.AsmWriter;
import pim.ir.type.Type;

/// What a dialect that is not loaded wrote for a type or an attribute. It is kept to the letter but for the names that the file gives to others:
/// where such a name stood, what it means is kept, since its name may become another.
public final class OpaqueText {
    public sealed interface Piece {}

    public record Words(String text) implements Piece {}

    public record NamedAttribute(Attribute attribute) implements Piece {}

    public record NamedType(Type type) implements Piece {}

    /// One that its dialect writes without `#dialect.mnemonic` where it has no name, the place telling what it is.
    public record StrippedAttribute(OpaqueAttr attribute) implements Piece {}

    /// Dense elements that are several, which a printer may leave out.
    public record Elements(String literal, String type, double count) implements Piece {}

    /// What tells a text from another that is written alike. MLIR keeps some apart that differ in what they do not show.
    public record Twin(int number) implements Piece {}

    /// The number of a `distinct` attribute.
    public record DistinctNumber(long id) implements Piece {}

    private final List<Piece> pieces;
    /// Bodies refer to each other so often that to follow them each time would take for ever.
    private final int hash;

    public OpaqueText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.hash = pieces.hashCode();
    }

    public static OpaqueText of(String text) {
        return new OpaqueText(List.of(new Words(text)));
    }

    public void print(AsmWriter out) {
        for (var piece : pieces) {
            switch (piece) {
                case Words(var text) -> out.append(text);
                case NamedAttribute(var attribute) -> out.attribute(attribute);
                case NamedType(var type) -> out.type(type);
                case StrippedAttribute(var attribute) -> {
                    if (!out.alias(attribute)) attribute.body().printStripped(out);
                }
                case DistinctNumber(var id) -> out.distinctNumber(id);
                case Elements(var literal, var type, var count) ->
                    out.append(out.elides(count) ? AsmWriter.ELIDED : literal).append(" : ").append(type);
                case Twin _ -> {}
            }
        }
    }

    /// What stands before the first bracket, with the dot; empty where the name stands within the brackets.
    public String mnemonic() {
        return pieces.getFirst() instanceof Words(var text) && text.indexOf('<') > 0 ? text.substring(0, text.indexOf('<')) : "";
    }

    /// Whether the text holds the words, other than in what is named.
    public boolean mentions(String words) {
        return pieces.stream().anyMatch(p -> p instanceof Words(var text) && text.contains(words));
    }

    /// Without the mnemonic.
    private void printStripped(AsmWriter out) {
        var mnemonic = mnemonic();
        if (!mnemonic.isEmpty()) {
            out.append(((Words) pieces.getFirst()).text.substring(mnemonic.length()));
            new OpaqueText(pieces.subList(1, pieces.size())).print(out);
        } else {
            print(out);
        }
    }

    /// The same text, unequal to this.
    public OpaqueText twin(int number) {
        var more = new ArrayList<>(pieces);
        more.add(new Twin(number));
        return new OpaqueText(more);
    }

    @Override public boolean equals(Object o) {
        return o == this || o instanceof OpaqueText other && hash == other.hash && pieces.equals(other.pieces);
    }

    @Override public int hashCode() {
        return hash;
    }

    @Override public String toString() {
        return AsmWriter.text(this::print);
    }
}
