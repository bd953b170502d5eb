package pim.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DenseStringsAttr;
import pim.ir.attr.OpaqueElementsAttr;
import pim.ir.attr.SparseElementsAttr;
import pim.ir.type.ComplexType;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.MemRefType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Shape;
import pim.ir.type.ShapedType;
import pim.ir.type.Type;
import pim.ir.type.VectorType;

/// What the rules for the elements of tensors do: give each its bytes by the type that comes behind them.
abstract class ElementsActions extends LiteralActions {
    private static final int MOST_EMPTY = 1 << 24;

    ElementsActions(TokenStream input) {
        super(input);
    }

    Type complexType(Type part, Token at) {
        if (part instanceof IntegerType || part instanceof FloatType) return new ComplexType(part);
        throw failureAt(at, "invalid element type for complex: '" + part + "'");
    }

    Attribute denseResource(String key, Type type, Token at) {
        if (!(type instanceof ShapedType shaped)) throw failureAt(at, "`dense_resource` expected a shaped type, but got '" + type + "'");
        return new DenseResourceAttr(key, shaped);
    }

    Attribute denseElements(ElementsLiteral literal, Type type, Token at) {
        var shaped = staticType(type, at);
        if (DenseElementsAttr.elementBytes(shaped.element()) < 0) return strings(literal, shaped, at);
        long count = shaped.shape().elementCount();
        var elements = literal.elements;
        if (literal.shape.isEmpty() && elements.size() == 1
            && elements.getFirst().token().getType() == PimLexer.STRING) return hex(elements.getFirst().token(), shaped);
        boolean complex = shaped.element() instanceof ComplexType;
        if (literal.complex != complex && !elements.isEmpty()) {
            throw failureAt(at, complex ? "expected complex elements for type '" + type + "'" : "complex elements are not valid for type '" + type
                + "'");
        }
        if (literal.shape.isEmpty() && elements.isEmpty() && count != 0) throw failureAt(at, "expected elements for type '" + type + "'");
        checkShape(literal, shaped, at);
        var part = shaped.element() instanceof ComplexType(var p) ? p : shaped.element();
        int bytes = DenseElementsAttr.elementBytes(part);
        var raw = new byte[elements.size() * bytes];
        for (int i = 0; i < elements.size(); i++) put(raw, i * bytes, bytes, DenseElementsAttr.cut(elementBits(elements.get(i), part), width(part)));
        if (DenseElementsAttr.isEmpty(part)) return empty(shaped, at);
        return new DenseElementsAttr(shaped, canonical(raw, DenseElementsAttr.elementBytes(shaped.element())));
    }

    private static int width(Type number) {
        return number instanceof IntegerType(var width, _) ? width : number instanceof FloatType f ? f.width() : 64;
    }

    /// Elements of no bits, of which each has a place all the same.
    private Attribute empty(ShapedType type, Token at) {
        long count = type.shape().elementCount();
        if (count > MOST_EMPTY) throw failureAt(at, "expected at most " + MOST_EMPTY + " elements of no bits, but got " + count);
        return new DenseElementsAttr(type, new byte[(int) count * DenseElementsAttr.elementBytes(type.element())]);
    }

    /// Elements of a type that is not known here: what stands between the brackets.
    Attribute opaqueElements(Token open, Token close, Type type) {
        return new OpaqueElementsAttr(source.text().substring(open.getStopIndex() + 1, close.getStartIndex()), type);
    }

    private ShapedType staticType(Type type, Token at) {
        if (!(type instanceof RankedTensorType || type instanceof VectorType || type instanceof MemRefType)) throw failureAt(at,
            "elements literal must be a ranked tensor or vector type, but got '" + type + "'");
        var shaped = (ShapedType) type;
        if (!shaped.hasStaticShape()) throw failureAt(at, "elements literal type must have static shape, but got '" + type + "'");
        return shaped;
    }

    private void checkShape(ElementsLiteral literal, ShapedType type, Token at) {
        if (literal.shape.isEmpty()) return;
        var got = literal.shape.stream().map(i -> (long) i).toList();
        var expected = Arrays.stream(type.shape().toLongs()).boxed().toList();
        if (!got.equals(expected) && (type.shape().elementCount() > 0 || !literal.elements.isEmpty())) {
            throw failureAt(at, "inferred shape of elements literal (" + got + ") does not match type (" + expected + ")");
        }
    }

    /// A list of equal elements is the splat of one.
    private static byte[] canonical(byte[] raw, int element) {
        for (int i = element; i < raw.length; i++) if (raw[i] != raw[i - element]) return raw;
        return raw.length > element ? Arrays.copyOf(raw, element) : raw;
    }

    private Attribute hex(Token string, ShapedType type) {
        var text = unquote(string);
        try {
            if (!text.startsWith("0x")) throw new IllegalArgumentException();
            var raw = HexFormat.of().parseHex(text, 2, text.length());
            boolean empty = DenseElementsAttr.isEmpty(type.element());
            if (empty && raw.length == 0) return empty(type, string);
            if (DenseElementsAttr.isBit(type.element())) return bits(raw, type, string);
            int element = empty ? 0 : DenseElementsAttr.elementBytes(type.element());
            long count = type.shape().elementCount();
            if (raw.length != element && (count > raw.length || raw.length != element * count)) {
                throw failureAt(string, "elements hex data size is invalid for provided type: expected " + count + " elements of " + element
                    + " bytes, but got " + raw.length);
            }
            return new DenseElementsAttr(type, canonical(raw, element));
        } catch (IllegalArgumentException e) {
            throw failureAt(string, "expected string containing hex digits starting with `0x`");
        }
    }

    private Attribute bits(byte[] packed, ShapedType type, Token at) {
        long count = type.shape().elementCount();
        var raw = DenseElementsAttr.unpacked(packed, count);
        if (raw != null) return new DenseElementsAttr(type, canonical(raw, 1));
        throw failureAt(at, "elements hex data size is invalid for provided type: expected " + count + " bits, eight in a byte, but got "
            + packed.length + " bytes");
    }

    private Attribute strings(ElementsLiteral literal, ShapedType type, Token at) {
        var values = new ArrayList<String>();
        for (var element : literal.elements) {
            if (element.token().getType() != PimLexer.STRING) throw failureAt(element.token(), "expected a string for element type '"
                + type.element() + "'");
            values.add(unquote(element.token()));
        }
        checkShape(literal, type, at);
        boolean splat = !values.isEmpty() && values.stream().allMatch(values.getFirst()::equals);
        return new DenseStringsAttr(type, splat ? List.of(values.getFirst()) : List.copyOf(values));
    }

    Attribute sparseElements(ElementsLiteral indices, ElementsLiteral values, Type type, Token at) {
        var shaped = staticType(type, at);
        long[] extents = shaped.shape().toLongs();
        // An element without a list is one index, and one value for all.
        long[] index = !indices.shape.isEmpty() ? shape(indices) : new long[] {indices.elements.isEmpty() ? 0 : rows(values, shaped), extents.length};
        long[] value = !values.shape.isEmpty() ? shape(values) : new long[] {index[0]};
        boolean complete = index.length == 2 ? index[1] == extents.length : index.length == 1 && extents.length == 1;
        if (!complete || value.length != 1 || value[0] != index[0]) {
            throw failureAt(at, "expected shape (" + Arrays.toString(extents) + "); inferred shape of indices literal (" + Arrays.toString(index)
                + "); inferred shape of values literal (" + Arrays.toString(value) + ")");
        }
        var places = (DenseElementsAttr) denseElements(indices, new RankedTensorType(Shape.of(index), IntegerType.I64, null), at);
        checkPlaces(places, index[0], shaped, at);
        return new SparseElementsAttr(shaped, places, denseElements(values, new RankedTensorType(Shape.of(value), shaped.element(), null), at));
    }

    /// How many values are at one index: that is how MLIR prints values at equal ones, though it does not read them so itself.
    private long rows(ElementsLiteral values, ShapedType type) {
        if (values.shape.size() == 1) return Math.max(1, values.shape.getFirst());
        boolean hex = values.shape.isEmpty() && values.elements.size() == 1 && values.elements.getFirst().token().getType() == PimLexer.STRING;
        int bytes = DenseElementsAttr.elementBytes(type.element());
        if (!hex || bytes <= 0 || DenseElementsAttr.isBit(type.element())) return 1;
        return Math.max(1, (unquote(values.elements.getFirst().token()).length() - "0x".length()) / 2 / bytes);
    }

    private void checkPlaces(DenseElementsAttr places, long count, ShapedType type, Token at) {
        long[] extents = type.shape().toLongs(), all = places.toLongs();
        for (int i = 0; i < count; i++) {
            var place = Arrays.copyOfRange(all, i * extents.length, (i + 1) * extents.length);
            boolean inside = true;
            for (int axis = 0; axis < extents.length; axis++) inside &= place[axis] >= 0 && place[axis] < extents[axis];
            if (!inside) throw failureAt(at, "sparse index #" + i + " is not contained within the value shape, with index=" + Arrays.toString(place)
                + ", and type='" + type + "'");
        }
    }

    private static long[] shape(ElementsLiteral literal) {
        return literal.shape.stream().mapToLong(i -> i).toArray();
    }

    Attribute denseArray(Type element, ElementsLiteral literal, Token at) {
        if (!(element instanceof IntegerType || element instanceof FloatType)) throw failureAt(at, "expected integer or float type, but got '"
            + element + "'");
        if (literal.complex) throw failureAt(at, "complex elements are not valid for type '" + element + "'");
        int width = width(element);
        if (width % 8 != 0 && width != 1) throw failureAt(at, "element type bitwidth must be a multiple of 8, but got '" + element + "'");
        var values = new BigInteger[literal.elements.size()];
        for (int i = 0; i < values.length; i++) values[i] = elementBits(literal.elements.get(i), element);
        return DenseArrayAttr.of(element, List.of(values));
    }

    private BigInteger elementBits(ElementsLiteral.Element element, Type type) {
        var token = element.token();
        return switch (token.getType()) {
            case PimLexer.TRUE, PimLexer.FALSE -> {
                if (!DenseElementsAttr.isBit(type)) throw failureAt(token, "expected i1 type for 'true' or 'false' values, but got '" + type + "'");
                yield token.getType() == PimLexer.TRUE ? BigInteger.ONE : BigInteger.ZERO;
            }
            case PimLexer.STRING -> throw failureAt(token, "expected a number for element type '" + type + "'");
            default -> {
                if (type instanceof FloatType f) yield floatBits(token, element.negative(), f);
                if (token.getType() == PimLexer.FLOAT) throw failureAt(token, "expected integer elements, but parsed floating-point");
                var value = integer(token, element.negative(), type instanceof IndexType ? IntegerType.I64 : type);
                yield DenseElementsAttr.isBit(type) ? value.abs() : value;
            }
        };
    }

    private static void put(byte[] raw, int at, int bytes, BigInteger value) {
        for (int i = 0; i < bytes; i++) raw[at + i] = value.shiftRight(8 * i).byteValue();
    }
}
