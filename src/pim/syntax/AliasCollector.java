package pim.syntax;

import java.util.ArrayList;
import pim.define.format.OpWriter;
import pim.ir.AsmWriter;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;
import pim.syntax.PrintOptions.Flag;

/// Visits all types and attributes that the text of an operation shows, in MLIR's order. What is in a custom form it learns from its being written,
/// and keeps none of that text.
final class AliasCollector extends OpWriter {
    private final PrintOptions options;
    private final Aliases aliases;

    AliasCollector(PrintOptions options, Aliases aliases) {
        super(new StringBuilder());
        this.options = options;
        this.aliases = aliases;
    }

    void collect(Operation op) {
        if (options.has(Flag.LOCATIONS)) aliases.visitTrailing(op.location());
        var custom = FormatWriter.of(this, op, options);
        if (custom != null) {
            custom.write();
            clear();
            return;
        }
        for (var region : op.regions()) region(region, true);
        for (int i = 0; i < op.operandCount(); i++) aliases.visit(op.operand(i).type());
        for (var type : op.resultTypes()) aliases.visit(type);
        var shown = op.genericAttributes().entries();
        if (op.genericProperties() instanceof DictionaryAttr own && MlirDialects.contains(op.kind().dialect())) {
            // Of an operation that is not known here, one name may stand in both.
            var all = new ArrayList<>(shown);
            all.addAll(own.entries());
            all.sort((a, b) -> a.name().compareTo(b.name()));
            shown = all;
        }
        for (var entry : shown) aliases.visit(entry.value());
    }

    @Override public void region(Region region, boolean entryArguments) {
        if (options.has(Flag.SKIP_REGIONS)) return;
        for (var block : region.blocks()) {
            if (entryArguments || block != region.entry()) {
                for (var argument : block.arguments()) {
                    aliases.visit(argument.type());
                    location(argument.location());
                }
            }
            for (var op : block) collect(op);
        }
    }

    @Override public AsmWriter type(Type type) {
        aliases.visit(type);
        return this;
    }

    @Override public AsmWriter attribute(Attribute attribute) {
        aliases.visit(attribute);
        return this;
    }

    @Override public void location(Location location) {
        if (options.has(Flag.LOCATIONS)) aliases.visit(location);
    }

    // Nothing in these has an alias.

    @Override public OpWriter value(Value value) {
        return this;
    }

    @Override public String name(Value value) {
        return "%";
    }

    @Override public void successor(Block block) {}

    @Override public void newLine() {}
}
