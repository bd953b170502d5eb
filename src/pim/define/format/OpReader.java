package pim.define.format;

import java.util.List;
import pim.define.Reader;
import pim.ir.Block;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;

/// What a custom form is read with: the text, and the operation that takes shape.
public interface OpReader extends Reader {
    /// A use of a value, `%name` or `%name#2`, whose type is not known yet.
    record Unresolved(String name, int number, Location location) {}

    /// An argument of an entry block: `%name : type`.
    record Argument(String name, Type type, Location location) {}

    boolean atOperand();

    Unresolved operand();

    /// Reads an affine expression over values, `%i * 60 + 4`, and adds it to `into`; gives the values that its dimensions stand for.
    List<Unresolved> affineOperands(List<AffineExpr> into);

    /// Says what the operands of the component are; an empty `types` leaves them to be inferred from elsewhere in the format.
    void operands(String part, List<Unresolved> values, List<Type> types);

    void results(String part, List<Type> types);

    /// Says what the op's own attribute called `name` is.
    void property(String name, Attribute value);

    /// Adds to the attributes that others put on the operation.
    void attributes(DictionaryAttr attributes);

    /// `{...}`, entries in braces.
    DictionaryAttr dictionary();

    /// The arguments of the entry block of the next region that the format reads; their names come from [#argumentName()].
    void entryArguments(List<Argument> arguments);

    /// Reads a region in braces for the component.
    void region(String part);

    /// The component has an empty region.
    void noRegion(String part);

    /// The component has a region of one empty block.
    void emptyBlock(String part);

    /// `^bb1`.
    Block successor();

    /// Says what the successors of the operation are, all of them in order.
    void successors(List<Block> blocks);

    /// `%name`, for an argument that is being defined; gives the name without the sign.
    String argumentName();

    /// The place of the next token.
    Location location();

    /// Whether a `loc(...)` follows, which is then read; else `fallback`.
    Location optionalLocation(Location fallback);
}
