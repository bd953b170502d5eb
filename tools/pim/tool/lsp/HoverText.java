package pim.tool.lsp;

import java.util.List;
import java.util.stream.Collectors;
import pim.define.OpDefinition;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.OpResult;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.type.FunctionType;
import pim.tool.lsp.Mention.AliasName;
import pim.tool.lsp.Mention.BlockName;
import pim.tool.lsp.Mention.OpName;
import pim.tool.lsp.Mention.SymbolName;
import pim.tool.lsp.Mention.ValueDefinition;
import pim.tool.lsp.Mention.ValueUse;

/// What is shown beside a name that the mouse rests on, as Markdown.
final class HoverText {
    private static final int LONGEST = 4000;

    private final SourceIndex index;
    private final Chunk chunk;
    private final OpPages pages;

    /// @param chunk the text that the index is of
    HoverText(SourceIndex index, Chunk chunk, OpPages pages) {
        this.index = index;
        this.chunk = chunk;
        this.pages = pages;
    }

    /// The text for the name; null when nothing is known of it.
    String of(Mention mention) {
        return switch (mention) {
            case OpName(_, _, var op) -> operation(op);
            case ValueDefinition d -> d.values().stream().map(this::value).collect(Collectors.joining("\n\n"));
            case ValueUse u -> {
                var definition = (ValueDefinition) index.definition(u);
                yield definition == null || u.number() >= definition.values().size() ? null : value(definition.values().get(u.number()));
            }
            case BlockName(_, var name, var block, _) -> block(name, block);
            case SymbolName s -> {
                var op = index.symbol(s);
                yield op == null ? null : operation(op);
            }
            case AliasName a -> {
                var definition = index.definition(a);
                yield definition == null ? null : code(line(definition.place().line()));
            }
        };
    }

    private String line(int line) {
        return chunk.source().line(line).strip();
    }

    private String operation(Operation op) {
        var text = new StringBuilder("\"" + op.name() + "\"");
        if (op.resultCount() > 0) text.append(" : ").append(types(op.results()));
        text.append("\n\n");
        if (op.kind() instanceof OpDefinition definition) text.append(pages.page(definition)).append("\n\n");
        return text.append("Generic Form:\n\n").append(code(generic(op))).toString();
    }

    private static String types(List<Value> values) {
        return values.stream().map(v -> "`" + v.type() + "`").collect(Collectors.joining(", "));
    }

    /// The operation in generic form, its regions left out, with the names of the text.
    private String generic(Operation op) {
        var text = new StringBuilder("\"").append(op.name()).append("\"(").append(join(op.operands().stream().map(this::name).toList())).append(")");
        if (!op.successors().isEmpty()) text.append("[").append(join(op.successors().stream().map(this::name).toList())).append("]");
        if (op.propertiesAttribute() != null) text.append(" <").append(shortened(op.propertiesAttribute())).append(">");
        if (!op.regions().isEmpty()) text.append(" (").append(join(op.regions().stream().map(_ -> "{...}").toList())).append(")");
        if (!op.attributes().isEmpty()) text.append(" ").append(shortened(op.attributes()));
        return text.append(" : ").append(new FunctionType(Value.types(op.operands()), op.resultTypes())).toString();
    }

    private static String shortened(Attribute attributes) {
        var text = attributes.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }

    private String name(Value value) {
        var name = index.name(value);
        return name == null ? "%?" : name;
    }

    private String name(Block block) {
        var begins = index.name(block);
        return begins == null ? "^bb" + block.region().blocks().indexOf(block) : begins.name();
    }

    private String value(Value value) {
        var what = switch (value) {
            case OpResult result -> "Operation: \"" + result.definingOp().name() + "\"\n\nResult #" + result.index() + ": `" + name(value) + "`";
            case BlockArgument argument -> "Block: " + name(argument.parentBlock()) + "\n\nArgument #" + argument.index() + ": `" + name(value) + "`";
        };
        return what + "\n\nType: `" + value.type() + "`";
    }

    private String block(String name, Block block) {
        var text = new StringBuilder();
        if (block.parent() != null) text.append("Operation: \"").append(block.parent().name()).append("\"\n\n");
        text.append("Block: ").append(name);
        if (!block.arguments().isEmpty()) text.append("\n\nArguments: ").append(types(List.copyOf(block.arguments())));
        var region = block.region();
        if (region != null) {
            var before = region.blocks().stream().filter(b -> b.successors().contains(block)).map(this::name).toList();
            if (!before.isEmpty()) text.append("\n\nPredecessors: ").append(join(before));
        }
        if (!block.successors().isEmpty()) text.append("\n\nSuccessors: ").append(join(block.successors().stream().map(this::name).toList()));
        return text.toString();
    }

    private static String code(String text) {
        return "```mlir\n" + text + "\n```";
    }
}
