package pim.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DialectAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.StringAttr;
import pim.ir.attr.StridedLayoutAttr;
import pim.ir.type.ComplexType;
import pim.ir.type.DialectType;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.MemRefType;
import pim.ir.type.OpaqueType;
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
        var word = word(text.charAt(0));
        if (!mayHold(word)) throw parser.failureAt(token, "invalid " + word + " element type: '" + element + "'");
        return switch (word) {
            case "tensor" -> {
                limit(unranked ? 0 : 1, word);
                yield unranked ? new UnrankedTensorType(element) : new RankedTensorType(extents(text), element, parameter(0));
            }
            case "vector" -> {
                limit(0, word);
                if (unranked) throw parser.failureAt(token, "vector types must have a rank");
                var shape = extents(text);
                if (!shape.isStatic()) throw parser.failureAt(token, "vector types must have static extents");
                for (int i = 0; i < shape.rank(); i++) {
                    if (shape.extent(i) <= 0) throw parser.failureAt(token, "vector types must have positive constant sizes but got "
                        + shape.extent(i));
                }
                yield new VectorType(shape, scalable(text), element);
            }
            default -> memref(unranked ? null : extents(text));
        };
    }

    /// What each can have as its elements. Of the types of MLIR's own dialects that are not known here one cannot tell.
    private boolean mayHold(String word) {
        if (element instanceof OpaqueType(var dialect, _) && MlirDialects.contains(dialect)) return true;
        return switch (element) {
            case IntegerType _, FloatType _, IndexType _ -> true;
            case ComplexType _, VectorType _ -> !word.equals("vector");
            case MemRefType _, UnrankedMemRefType _ -> word.equals("memref");
            case DialectType _, OpaqueType _ -> word.equals("tensor");
            default -> false;
        };
    }

    /// @param shape null for a memref of any rank
    private Type memref(Shape shape) {
        Attribute layout = null, space = null;
        for (var parameter : parameters) {
            boolean isLayout = parameter instanceof AffineMapAttr || parameter instanceof StridedLayoutAttr;
            if (isLayout && shape == null) throw parser.failureAt(token, "cannot have affine map for unranked memref type");
            if (space != null) throw parser.failureAt(token, isLayout ? "expected memory space to be last in memref type"
                : "multiple memory spaces specified in memref type");
            if (isLayout) layout = checked(parameter, shape.rank());
            else space = parameter;
        }
        if (!maySayTheSpace(space)) throw parser.failureAt(token, "unsupported memory space Attribute: '" + space + "'");
        // The number 0 is another name of the default memory.
        if (space instanceof IntegerAttr i && i.value().signum() == 0) space = null;
        return shape == null ? new UnrankedMemRefType(element, space) : new MemRefType(shape, element, layout, space);
    }

    /// The layout of so many axes; null for the identity.
    private Attribute checked(Attribute layout, int rank) {
        if (layout instanceof AffineMapAttr(var map)) {
            if (map.dims() != rank) throw parser.failureAt(token, "memref layout mismatch between rank and affine map: " + rank + " != "
                + map.dims());
            return map.isIdentity() ? null : layout;
        }
        int strides = ((StridedLayoutAttr) layout).strides().rank();
        if (strides != rank) throw parser.failureAt(token, "expected the number of strides to match the rank: " + strides + " != " + rank);
        return layout;
    }

    private static boolean maySayTheSpace(Attribute space) {
        return switch (space) {
            case null -> true;
            case IntegerAttr _, StringAttr _, DictionaryAttr _, DialectAttr _ -> true;
            case OpaqueAttr(var dialect, _, _) -> MlirDialects.contains(dialect);
            default -> false;
        };
    }

    private Attribute parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : null;
    }

    private static String word(char first) {
        return first == 't' ? "tensor" : first == 'v' ? "vector" : "memref";
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
