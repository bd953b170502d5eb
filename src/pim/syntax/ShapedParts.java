package pim.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.StridedLayoutAttr;
import pim.ir.type.MemRefType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Shape;
import pim.ir.type.Type;
import pim.ir.type.UnrankedMemRefType;
import pim.ir.type.UnrankedTensorType;
import pim.ir.type.VectorType;

/// A shaped type while it is read: the token with its word and extents, the element type, and what follows behind commas.
final class ShapedParts {
    private final LiteralActions parser;
    private final Token token;
    private final Type element;
    final List<Attribute> parameters = new ArrayList<>(0);

    ShapedParts(LiteralActions parser, Token token, Type element) {
        this.parser = parser;
        this.token = token;
        this.element = element;
    }

    /// All that the type follows from.
    record Written(String text, Type element, List<Attribute> parameters) {}

    Written written() {
        return new Written(parser.text(token), element, parameters);
    }

    Type type() {
        var text = parser.text(token);
        boolean unranked = text.indexOf('*') > 0;
        return switch (text.charAt(0)) {
            case 't' -> {
                limit(unranked ? 0 : 1, "tensor");
                yield unranked ? new UnrankedTensorType(element) : new RankedTensorType(extents(text), element, parameter(0));
            }
            case 'v' -> {
                limit(0, "vector");
                if (unranked) throw parser.failureAt(token, "vector types must have a rank");
                var shape = extents(text);
                if (!shape.isStatic()) throw parser.failureAt(token, "vector types must have static extents");
                for (int i = 0; i < shape.rank(); i++) {
                    if (shape.extent(i) <= 0) throw parser.failureAt(token, "vector types must have positive constant sizes but got "
                        + shape.extent(i));
                }
                yield new VectorType(shape, scalable(text), element);
            }
            default -> {
                limit(unranked ? 1 : 2, "memref");
                yield unranked ? new UnrankedMemRefType(element, space(0)) : memref(extents(text));
            }
        };
    }

    private Type memref(Shape shape) {
        var first = parameter(0);
        boolean layout = first instanceof AffineMapAttr || first instanceof StridedLayoutAttr;
        if (layout && first instanceof AffineMapAttr(var map) && map.isIdentity()) first = null;
        return new MemRefType(shape, element, layout ? first : null, space(layout ? 1 : 0));
    }

    /// The number 0 is another name of the default memory.
    private Attribute space(int index) {
        return parameter(index) instanceof IntegerAttr i && i.value().signum() == 0 ? null : parameter(index);
    }

    private Attribute parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : null;
    }

    private void limit(int most, String word) {
        if (parameters.size() > most) throw parser.failureAt(token, "too many parameters for a " + word + " type: " + parameters.size());
    }

    private Shape extents(String text) {
        return extents(parser, token, text.indexOf('<') + 1);
    }

    /// The extents in the text of `token` from `start` on, each with its `x`.
    static Shape extents(LiteralActions parser, Token token, int start) {
        var text = parser.text(token);
        var extents = new long[8];
        int count = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '?' && (c < '0' || c > '9')) continue;
            int end = i + 1;
            while (c != '?' && end < text.length() && Character.isDigit(text.charAt(end))) end++;
            if (count == extents.length) extents = Arrays.copyOf(extents, 2 * count);
            try {
                extents[count++] = c == '?' ? Shape.DYNAMIC : Long.parseLong(text, i, end, 10);
            } catch (NumberFormatException e) {
                throw parser.failureAt(token, "invalid dimension: " + text.substring(i, end) + " needs more than 64 bits");
            }
            i = end - 1;
        }
        return Shape.of(Arrays.copyOf(extents, count));
    }

    private static long scalable(String text) {
        long bits = 0;
        int axis = 0;
        boolean bracket = false;
        for (int i = text.indexOf('<') + 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> bracket = true;
                case 'x' -> {
                    if (bracket) bits |= 1L << axis;
                    bracket = false;
                    axis++;
                }
                default -> {}
            }
        }
        return bits;
    }
}
