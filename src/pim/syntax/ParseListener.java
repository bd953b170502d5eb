package pim.syntax;

import java.util.List;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Location;

/// Told where names stand while a text is read, in the order of the text; so an editor can find them. A place is a range, its end exclusive.
/// A reading that ends in an error has told what stands before that. Names come as they are written, with their sign and without what they stand
/// for: what a name means follows from the regions it stands in.
public interface ParseListener {
    /// The `{` of a region of an operation of that kind; the text's own region has an empty range.
    void beginRegion(OpKind owner, Location.File brace);

    /// The `}` of the region that began last.
    void endRegion(Location.File brace);

    /// An operation, with all that stands in its regions, has been read.
    ///
    /// @param whole from the first of its results' names to its last token
    /// @param name  where its own name stands
    void operation(Operation op, Location.File whole, Location.File name);

    /// `%name`, from here on, stands for the values.
    void define(String name, List<? extends Value> values, Location.File place);

    /// `%name` or `%name#number`.
    void use(String name, int number, Location.File place);

    /// `^name` begins a block, or is branched to.
    void block(String name, Block block, boolean begins, Location.File place);

    /// `@name`, alone or as the last of a path: the name of an operation, or a reference to one.
    ///
    /// @param path the names without their sign
    void symbol(List<String> path, Location.File place);

    /// `#name` or `!name`, where an alias is defined or used.
    void alias(String name, boolean defines, Location.File place);
}
