package pim.define;

import pim.diagnose.CompileFailure;
import pim.ir.attr.Attribute;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.ir.type.Shape;
import pim.ir.type.Type;

/// What a dialect reads the text of its types, attributes and custom parts with. Each method reports an error and throws a
/// [CompileFailure] when something else stands there.
public interface Reader {
    /// Reads the punctuation or keyword if it stands next.
    boolean tryLiteral(String literal);

    void literal(String literal);

    /// Whether the punctuation or keyword stands next.
    boolean at(String literal);

    /// A bare identifier.
    String keyword();

    /// A string in quotes.
    String string();

    /// An integer, with its sign.
    long integer();

    /// An integer, with its sign, that `type` holds; without a sign it may be the bits of a signless one.
    long integer(IntegerType type);

    /// A number as `1.5`, `2` or `-3.0e-5`.
    double number();

    Type type();

    Attribute attribute();

    /// `3x?x8x`, each extent followed by its `x`; may be empty.
    Shape dimensions();

    /// `@name`.
    String symbol();

    /// The failure to throw for what is wrong at the next token, which is named unless the message itself ends in `but got ...`.
    CompileFailure failure(String message);

    /// An error with this message at a place before.
    CompileFailure failure(Location at, String message);
}
