package pim.syntax;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.DistinctAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.FloatFormat;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.Location;
import pim.ir.attr.NamedAttribute;
import pim.ir.attr.StridedLayoutAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType.Signedness;
import pim.ir.type.IntegerType;
import pim.ir.type.Shape;
import pim.ir.type.Type;

/// What the rules for numbers, strings and other literals do with their tokens.
abstract class LiteralActions extends Parser {
    /// No number is printed in more characters.
    private static final int LONGEST_PRINTED = 60;
    /// So many digits are always those of a long.
    private static final int LONGEST_LONG = 18;

    SourceText source;
    Diagnostics diagnostics;
    final Uniquer uniquer = new Uniquer();
    private final Map<Long, DistinctAttr> distinct = new HashMap<>();

    LiteralActions(TokenStream input) {
        super(input);
    }

    Location locationOf(Token token) {
        return new Location.File(source.path(), token.getLine(), token.getCharPositionInLine() + 1);
    }

    /// From the beginning of `first` to the end of `last`, which is on one line.
    Location.File range(Token first, Token last) {
        return new Location.File(source.path(), first.getLine(), first.getCharPositionInLine() + 1, last.getLine(),
            last.getCharPositionInLine() + last.getStopIndex() - last.getStartIndex() + 2);
    }

    CompileFailure failureAt(Token token, String message, Diagnostic... notes) {
        return diagnostics.failure(locationOf(token), message, notes);
    }

    Token here() {
        return getInputStream().LT(1);
    }

    /// What is written at the token, but for the sign of a value's name and the quotes of a string.
    static String text(Token token) {
        return ((PimToken) token).content();
    }

    /// The text of a string token without its quotes and escapes.
    static String unquote(Token string) {
        return StringLiteral.unescape(text(string));
    }

    /// The name behind the sign of `@name` or `@"name"`.
    static String symbolName(Token symbol) {
        var text = text(symbol);
        return text.charAt(1) == '"' ? StringLiteral.unescape(text.substring(2, text.length() - 1)) : text.substring(1);
    }

    long longValue(Token integer) {
        try {
            return Long.parseLong(integer.getText());
        } catch (NumberFormatException e) {
            throw failureAt(integer, "integer value too large: " + integer.getText() + " needs more than 64 bits");
        }
    }

    /// @param name what it is called; a string may be empty
    NamedAttribute named(String name, Attribute value, Token at) {
        if (name.isEmpty()) throw failureAt(at, "expected valid attribute name");
        return named(name, value);
    }

    /// @param number what it is told by: there is one value for each
    Attribute distinct(Token number, Attribute value, Token at) {
        var text = number.getText();
        long id;
        try {
            id = number.getType() == PimLexer.HEX ? Long.parseUnsignedLong(text, 2, text.length(), 16) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw failureAt(number, "expected an unsigned 64-bit integer" + Errors.got(number));
        }
        var attribute = new DistinctAttr(id, value);
        var first = distinct.putIfAbsent(id, attribute);
        if (first == null || first.equals(attribute)) return attribute;
        throw failureAt(at, "referenced attribute does not match previous definition: " + first.value());
    }

    /// A number as an attribute: of the type behind its colon, else `i64` or `f64`.
    Attribute numberAttribute(Token token, boolean negative, Type type) {
        boolean point = token.getType() == PimLexer.FLOAT;
        if (type == null) type = point ? FloatType.F64 : IntegerType.I64;
        return switch (type) {
            case FloatType f -> uniquer.unique(new FloatAttr(f, floatBits(token, negative, f)));
            case IntegerType _, IndexType _ when !point -> uniquer.unique(new IntegerAttr(type, integer(token, negative, type)));
            case IntegerType _, IndexType _ -> throw failureAt(token, "floating point value not valid for integer type '" + type + "'");
            default -> throw failureAt(token, "a number must be of integer, index or floating-point type, but got '" + type + "'");
        };
    }

    BigInteger floatBits(Token token, boolean negative, FloatType type) {
        var text = text(token);
        if (token.getType() == PimLexer.HEX) {
            var bits = new BigInteger(text.substring(2), 16);
            if (negative) throw failureAt(token, "hexadecimal float literal should not have a leading minus");
            if (bits.bitLength() > type.width()) throw failureAt(token, "hexadecimal float constant out of range for type '" + type + "'");
            return bits;
        }
        if (token.getType() == PimLexer.INTEGER) throw failureAt(token, "unexpected decimal integer literal for a floating point value",
            Diagnostic.note(locationOf(token), "add a trailing dot to make the literal a float"));
        // Whatever the format, the digits are rounded to a double first, unless they are those that are printed of a number that no double is.
        if (type.width() > 64 && text.length() <= LONGEST_PRINTED && FloatFormat.print(type, FloatFormat.encode(type, text, false)).equals(text)) {
            return FloatFormat.encode(type, text, negative);
        }
        double value = Double.parseDouble(text);
        return FloatFormat.encode(type, negative ? -value : value);
    }

    BigInteger integer(Token token, boolean negative, Type type) {
        var text = text(token);
        boolean hex = token.getType() == PimLexer.HEX;
        var magnitude = hex ? new BigInteger(text.substring(2), 16)
            : text.length() <= LONGEST_LONG ? BigInteger.valueOf(Long.parseLong(text)) : new BigInteger(text);
        int width = type instanceof IntegerType i ? i.width() : 64;
        var sign = type instanceof IntegerType i ? i.signedness() : Signedness.SIGNLESS;
        var value = negative ? magnitude.negate() : magnitude;
        if (sign == Signedness.UNSIGNED && negative) throw failureAt(token, "negative integer literal not valid for unsigned integer type");
        boolean fits = value.signum() == 0 || switch (sign) {
            case UNSIGNED -> value.bitLength() <= width;
            case SIGNED -> value.bitLength() < width;
            case SIGNLESS -> negative ? value.bitLength() < width : value.bitLength() <= width;
        };
        if (!fits) throw failureAt(token, "integer constant out of range for attribute: " + (negative ? "-" : "") + text + " does not fit '" + type
            + "'");
        // A signless value is kept as the signed number of its bits.
        return sign == Signedness.SIGNLESS && width > 0 && value.signum() > 0 && value.testBit(width - 1)
            ? value.subtract(BigInteger.ONE.shiftLeft(width)) : value;
    }

    Attribute strided(List<Long> strides, long offset) {
        return new StridedLayoutAttr(Shape.of(strides.stream().mapToLong(s -> s).toArray()), offset);
    }

    /// An entry of a dictionary. Values that tend to be large are not looked up, since that takes their hash.
    NamedAttribute named(String name, Attribute value) {
        return switch (value) {
            case DictionaryAttr _, DenseElementsAttr _ -> new NamedAttribute(name, value);
            default -> {
                int hash = value.hashCode();
                yield uniquer.unique(new NamedAttribute(name, uniquer.unique(value, hash)), 31 * name.hashCode() + hash);
            }
        };
    }

    DictionaryAttr dictionary(List<NamedAttribute> entries, Token open) {
        try {
            return DictionaryAttr.of(entries);
        } catch (IllegalArgumentException duplicate) {
            throw failureAt(open, duplicate.getMessage() + " in dictionary attribute");
        }
    }

    /// A place in a file, of which the column may not be said. Without a name it is one in the standard input.
    Location fileLocation(Token file, Token line, Token column) {
        var path = unquote(file);
        if (column == null) return new Location.File(path, coordinate(line, "line"), 0);
        return new Location.File(path.isEmpty() ? "-" : path, coordinate(line, "line"), coordinate(column, "column"));
    }

    Location fileRange(Token file, Token line, Token column, Token endLine, Token endColumn) {
        int start = coordinate(line, "line");
        return new Location.File(unquote(file), start, coordinate(column, "column"), endLine == null ? start : coordinate(endLine, "line"),
            coordinate(endColumn, "column"));
    }

    private int coordinate(Token number, String what) {
        boolean hex = number.getType() == PimLexer.HEX;
        try {
            return Integer.parseUnsignedInt(hex ? text(number).substring(2) : text(number), hex ? 16 : 10);
        } catch (NumberFormatException tooLarge) {
            throw failureAt(number, "expected integer " + what + " number in FileLineColRange, up to " + Integer.toUnsignedString(-1));
        }
    }
}
