package pim.tool.lsp;

import java.util.List;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Location.File;

/// A name in the text, where it stands, and what is known of its meaning.
sealed interface Mention {
    File place();

    /// The name of an operation.
    ///
    /// @param whole from its first result to its last token
    record OpName(File place, File whole, Operation op) implements Mention {}

    /// `%name` where it is defined: one value, or the pack of several results.
    record ValueDefinition(File place, String name, List<Value> values, Scope scope) implements Mention {}

    record ValueUse(File place, String name, int number, Scope scope) implements Mention {}

    /// `^name` where the block begins or is branched to.
    record BlockName(File place, String name, Block block, boolean begins) implements Mention {}

    /// `@name`, the last of a path of names.
    record SymbolName(File place, List<String> path) implements Mention {}

    /// `#name` or `!name`.
    record AliasName(File place, String name, boolean defines) implements Mention {}
}
