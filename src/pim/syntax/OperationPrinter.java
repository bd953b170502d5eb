package pim.syntax;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pim.define.format.OpWriter;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.type.FunctionType;
import pim.syntax.PrintOptions.Flag;

/// Writes operations in their custom or generic form, with their regions and blocks.
final class OperationPrinter extends AttributePrinter {
    /// From how many characters on the text is passed on.
    private static final int PIECE = 1 << 16;
    /// From how many named operations on the text is written by several threads.
    static final int MANY = 10_000;

    private final ValueNames names;
    /// Null where nothing is said of users.
    private final UserComments users;
    private final Map<Block, List<Block>> predecessors = new IdentityHashMap<>();
    /// Where the text goes piece by piece; null where it is kept.
    private final Consumer<CharSequence> out;
    private int indent;
    private String defaultDialect = "builtin";

    OperationPrinter(PrintOptions options, Aliases aliases, ValueNames names, Consumer<CharSequence> out) {
        super(options, aliases);
        this.names = names;
        this.out = out;
        users = options.has(Flag.USERS) ? new UserComments(names) : null;
    }

    /// Of some operations in a block that `whole` prints.
    private OperationPrinter(OperationPrinter whole) {
        this(whole.options, whole.aliases, whole.names, null);
        indent = whole.indent;
        defaultDialect = whole.defaultDialect;
    }

    void operation(Operation op) {
        if (op.resultCount() > 0) {
            names.writeResults(text, op);
            text.append(" = ");
        }
        var custom = FormatWriter.of(this, op, options);
        if (custom == null) generic(op);
        else custom(op, custom);
        trailing(op.location());
        if (users != null) text.append(users.of(op));
    }

    private void custom(Operation op, FormatWriter custom) {
        var name = op.name();
        text.append(op.kind().dialect().equals(defaultDialect) ? name.substring(defaultDialect.length() + 1) : name);
        custom.write();
    }

    private void generic(Operation op) {
        quoted(op.name()).append("(");
        for (int i = 0; i < op.operandCount(); i++) {
            if (i > 0) text.append(", ");
            names.write(text, op.operand(i));
        }
        text.append(')');
        if (!op.successors().isEmpty()) {
            text.append('[');
            list(op.successors(), this::successor);
            text.append(']');
        }
        if (op.genericProperties() != null) {
            text.append(" <");
            attribute(op.genericProperties());
            text.append('>');
        }
        if (!op.regions().isEmpty()) {
            text.append(" (");
            list(op.regions(), r -> region(r, true, true));
            text.append(')');
        }
        dictionary(op.genericAttributes());
        text.append(" : (");
        for (int i = 0; i < op.operandCount(); i++) {
            if (i > 0) text.append(", ");
            type(op.operand(i).type());
        }
        text.append(") -> ");
        FunctionType.printResults(this, op.resultTypes());
    }

    // ---- regions and blocks

    @Override public void region(Region region, boolean entryArguments) {
        region(region, entryArguments, false);
    }

    private void region(Region region, boolean entryArguments, boolean emptyBlock) {
        if (options.has(Flag.SKIP_REGIONS)) {
            text.append("{...}");
            return;
        }
        text.append("{\n");
        if (!region.isEmpty()) {
            for (var block : region.blocks()) predecessors.remove(block);
            for (var block : region.blocks()) for (var successor : block.successors()) predecessors.computeIfAbsent(successor, _ ->
                new ArrayList<>()).add(block);
            var outer = defaultDialect;
            var owner = region.parent();
            defaultDialect = owner.has(Traits.DefaultDialect.class) ? owner.kind().dialect() : "";
            var entry = region.entry();
            boolean header = entryArguments && !entry.arguments().isEmpty() || emptyBlock && entry.isEmpty() || predecessors.containsKey(entry);
            for (var block : region.blocks()) block(block, block != entry || header);
            defaultDialect = outer;
        }
        indent(indent);
        text.append('}');
    }

    private void block(Block block, boolean header) {
        if (header) {
            indent(indent);
            text.append(names.block(block));
            if (!block.arguments().isEmpty()) {
                text.append('(');
                list(block.arguments(), a -> {
                    value(a).append(": ").type(a.type());
                    location(a.location());
                });
                text.append(')');
            }
            text.append(':');
            predecessorComment(block);
            text.append('\n');
        }
        indent += 2;
        if (users != null) for (var argument : block.arguments()) {
            indent(indent);
            text.append(users.of(argument)).append('\n');
        }
        if (out != null && block.parent() == names.top() && names.size() > MANY && !numbersAsItWrites()) inParallel(block);
        else for (var op : block) line(op);
        indent -= 2;
    }

    /// Distinct attributes have their numbers from their aliases where they have some.
    private boolean numbersAsItWrites() {
        return options.has(Flag.LOCAL_SCOPE) || aliases.areNumberedAsWritten();
    }

    void line(Operation op) {
        indent(indent);
        operation(op);
        text.append('\n');
        if (out != null && text.length() > PIECE) drain();
    }

    /// Passes on what is not yet passed on.
    void drain() {
        out.accept(text);
        clear();
    }

    private void inParallel(Block block) {
        drain();
        OperationParts.of(block).write(() -> new OperationPrinter(this), part -> {
            out.accept(part.text);
            resources.addAll(part.resources);
        });
    }

    private void predecessorComment(Block block) {
        var from = predecessors.getOrDefault(block, List.of());
        if (from.isEmpty()) {
            if (block != block.region().entry()) text.append("  // no predecessors");
        } else if (from.size() == 1) {
            text.append("  // pred: ").append(names.block(from.getFirst()));
        } else {
            text.append("  // ").append(from.size()).append(" preds: ").append(String.join(", ", from.stream().map(names::block).toList()));
        }
    }

    private void indent(int width) {
        text.repeat(' ', width);
    }

    @Override public OpWriter value(Value value) {
        names.write(text, value);
        return this;
    }

    @Override public String name(Value value) {
        var name = new StringBuilder();
        names.write(name, value);
        return name.toString();
    }

    @Override public void successor(Block block) {
        text.append(names.block(block));
    }

    @Override public void newLine() {
        text.append('\n');
        indent(indent);
    }
}
