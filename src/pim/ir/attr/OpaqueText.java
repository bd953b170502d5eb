package pim.ir.attr;

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
                case DistinctNumber(var id) -> out.distinctNumber(id);
            }
        }
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
