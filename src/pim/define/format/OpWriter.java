package pim.define.format;

import java.util.List;
import pim.define.OpDefinition;
import pim.define.OpView;
import pim.ir.AsmWriter;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;

/// What a custom form is written with.
public abstract class OpWriter extends AsmWriter {
    protected OpWriter(StringBuilder text) {
        super(text);
    }

    /// `%name`.
    public abstract OpWriter value(Value value);

    /// The name that `value` has in text, its percent sign included.
    public abstract String name(Value value);

    /// The operands of the component called `part`.
    public final List<Value> operands(Operation op, String part) {
        var definition = (OpDefinition) op.kind();
        return OpView.operands(definition, definition.part(part), op);
    }

    /// The region of the component called `part`.
    public final Region region(Operation op, String part) {
        return op.region(((OpDefinition) op.kind()).part(part).index());
    }

    /// Writes a region in braces; the arguments of its entry block only when `entryArguments` says so.
    public abstract void region(Region region, boolean entryArguments);

    /// `^bb1`.
    public abstract void successor(Block block);

    /// Goes on in a new line, as far to the right as the operation stands.
    public abstract void newLine();

    /// ` {...}`, or nothing for an empty dictionary.
    public final void dictionary(DictionaryAttr attributes) {
        if (!attributes.isEmpty()) append(" ").attribute(attributes);
    }

    /// ` loc(...)` of a block argument where locations are asked for; MLIR calls it by no alias.
    public abstract void location(Location location);
}
