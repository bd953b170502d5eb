package pim.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pim.define.OpDefinition;
import pim.define.OpView;
import pim.define.Part;
import pim.define.format.AssemblyFormat;
import pim.define.format.OpWriter;
import pim.ir.AsmWriter;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DenseStringsAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.SparseElementsAttr;
import pim.ir.type.FloatType;
import pim.ir.type.FunctionType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.parallel.Workers;

/// Writes operations in their custom or generic form, as `mlir-opt` lays them out.
public final class ModulePrinter extends OpWriter {
    /// From how many characters on the text is passed on.
    private static final int PIECE = 1 << 16;
    /// From how many named operations on the text is written by several threads, how many operations without regions are one part then, and of how
    /// many parts the texts are held.
    private static final int MANY = 10_000, PART = 1000, AT_A_TIME = 32;

    private final PrintOptions options;
    private final ValueNames names;
    private final Aliases aliases;
    /// Null where nothing is said of users.
    private final UserComments users;
    private final Map<Long, Integer> distinct = new HashMap<>();
    /// The keys of the resources that have been written.
    private final Set<String> resources = new LinkedHashSet<>();
    private final Map<Type, String> tensorTypes = new HashMap<>();
    private final Map<Block, List<Block>> predecessors = new IdentityHashMap<>();
    private boolean collecting;
    private int indent;
    private String defaultDialect = "builtin";

    /// Where the text goes piece by piece; null where it is kept.
    private final Consumer<CharSequence> out;

    private ModulePrinter(Operation top, PrintOptions options, WrittenAliases written, Consumer<CharSequence> out) {
        super(new StringBuilder());
        this.options = options;
        this.out = out;
        this.aliases = new Aliases(written);
        this.names = new ValueNames(top, options.generic() || options.uniqueNames(), options.users());
        this.users = options.users() ? new UserComments(names) : null;
    }

    /// Of some operations in a block that `whole` prints.
    private ModulePrinter(ModulePrinter whole) {
        super(new StringBuilder());
        options = whole.options;
        out = null;
        aliases = whole.aliases;
        names = whole.names;
        users = whole.users;
        indent = whole.indent;
        defaultDialect = whole.defaultDialect;
    }

    /// The text of the operation as `mlir-opt` has it: with aliases and resources around it and a blank line at the end, unless it is to stand
    /// alone.
    public static String print(Operation top, Resources resources, PrintOptions options) {
        var text = new StringBuilder();
        print(top, resources, options, text::append);
        return text.toString();
    }

    /// The same text piece by piece, so that nobody need hold it whole. A piece is good until the next one comes.
    public static void print(Operation top, Resources resources, PrintOptions options, Consumer<CharSequence> out) {
        print(new ParsedModule(top, resources, null), options, out);
    }

    /// The same, with the names that the file gave to types and attributes of dialects that are not loaded.
    public static void print(ParsedModule module, PrintOptions options, Consumer<CharSequence> out) {
        var top = module.top();
        var resources = module.resources();
        var printer = new ModulePrinter(top, options, module.aliases(), out);
        if (!options.localScope()) printer.collectAliases(top);
        printer.define(false);
        printer.operation(top);
        printer.text.append('\n');
        if (!options.localScope()) {
            printer.define(true);
            if (resources != null) new ResourcePrinter(options).print(printer.resources, resources, printer.text);
            printer.text.append('\n');
        }
        out.accept(printer.text);
    }

    public static String print(Operation top) {
        return print(top, null, PrintOptions.CUSTOM);
    }

    private void collectAliases(Operation top) {
        collecting = true;
        collect(top);
        collecting = false;
        clear();
        aliases.number();
    }

    private void define(boolean behind) {
        aliases.definitions(behind, (symbol, name) -> {
            text.append(name).append(" = ");
            if (symbol instanceof Type type) type.print(this);
            else ((Attribute) symbol).print(this);
            text.append('\n');
        });
    }

    /// Visits all that the operation shows, in MLIR's order.
    private void collect(Operation op) {
        if (options.locations()) aliases.visitTrailing(op.location());
        var format = format(op);
        if (format != null) {
            custom(op, format);
            clear();
            return;
        }
        for (var region : op.regions()) collect(region, true);
        for (int i = 0; i < op.operandCount(); i++) aliases.visit(op.operand(i).type());
        for (var type : op.resultTypes()) aliases.visit(type);
        var shown = op.genericAttributes();
        if (!op.genericProperties().isEmpty() && MlirDialects.contains(op.kind().dialect())) {
            shown = DictionaryAttr.of(Stream.concat(shown.entries().stream(), op.genericProperties().entries().stream()).toList());
        }
        for (var entry : shown.entries()) aliases.visit(entry.value());
    }

    private void collect(Region region, boolean entryArguments) {
        if (options.skipRegions()) return;
        for (var block : region.blocks()) {
            if (entryArguments || block != region.entry()) {
                for (var argument : block.arguments()) {
                    aliases.visit(argument.type());
                    if (options.locations()) aliases.visit(argument.location());
                }
            }
            for (var op : block) collect(op);
        }
    }

    // ---- operations

    private void operation(Operation op) {
        if (op.resultCount() > 0) {
            names.writeResults(text, op);
            text.append(" = ");
        }
        var format = format(op);
        if (format == null) generic(op);
        else custom(op, format);
        trailing(op.location());
        if (users != null) text.append(users.of(op));
    }

    /// Null when the operation is written in its generic form.
    private AssemblyFormat format(Operation op) {
        return options.generic() || !(op.kind() instanceof OpDefinition definition) || op.op() == null ? null : AssemblyFormat.of(definition);
    }

    private void custom(Operation op, AssemblyFormat format) {
        var name = op.name();
        text.append(op.kind().dialect().equals(defaultDialect) ? name.substring(defaultDialect.length() + 1) : name);
        new FormatWriter(this, op, (OpDefinition) op.kind()).write(format);
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
        if (!op.genericProperties().isEmpty()) {
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
        if (collecting) collect(region, entryArguments);
        else region(region, entryArguments, false);
    }

    private void region(Region region, boolean entryArguments, boolean emptyBlock) {
        if (options.skipRegions()) {
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
        return options.localScope() || aliases.areNumberedAsWritten();
    }

    private void line(Operation op) {
        indent(indent);
        operation(op);
        text.append('\n');
        if (out != null && text.length() > PIECE) drain();
    }

    private void drain() {
        out.accept(text);
        clear();
    }

    /// Prints some operations at a time, each with a printer of its own, and passes their texts on in order.
    private void inParallel(Block block) {
        drain();
        var parts = new ArrayList<List<Operation>>();
        List<Operation> open = null;
        for (var op : block) {
            if (open == null || !op.regions().isEmpty() || open.size() == PART) parts.add(open = new ArrayList<>());
            open.add(op);
            if (!op.regions().isEmpty()) open = null;
        }
        for (int start = 0; start < parts.size(); start += AT_A_TIME) {
            var printers = new LinkedHashMap<ModulePrinter, List<Operation>>();
            for (var part : parts.subList(start, Math.min(parts.size(), start + AT_A_TIME))) printers.put(new ModulePrinter(this), part);
            Workers.OF_PROCESSORS.forEach(List.copyOf(printers.entrySet()), e -> e.getValue().forEach(e.getKey()::line));
            for (var printer : printers.keySet()) {
                out.accept(printer.text);
                resources.addAll(printer.resources);
            }
        }
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

    // ---- parts

    private AsmWriter written(Attribute attribute) {
        if (attribute instanceof DenseResourceAttr(var key, _)) resources.add(key);
        if (alias(attribute)) return this;
        return switch (attribute) {
            case DenseElementsAttr d when isElided(d) -> elided(d.type());
            case DenseStringsAttr d when isElided(d) -> elided(d.type());
            case SparseElementsAttr s when isElided(s.indices()) || isElided(s.values()) -> elided(s.type());
            default -> super.attribute(attribute);
        };
    }

    /// Whether the elements are several and too many.
    private boolean isElided(Attribute elements) {
        return switch (elements) {
            case DenseElementsAttr d -> !d.isSplat() && elides(d.type().shape().elementCount());
            case DenseStringsAttr d -> d.values().size() > 1 && elides(d.type().shape().elementCount());
            default -> false;
        };
    }

    @Override public boolean elides(double count) {
        return options.elideElements() >= 0 && count > options.elideElements();
    }

    @Override public long hexIfLarger() {
        return options.hexIfLarger();
    }

    private AsmWriter elided(Type type) {
        return append(ELIDED).append(" : ").type(type);
    }

    @Override public AsmWriter type(Type type) {
        if (collecting) {
            aliases.visit(type);
            return this;
        }
        // No alias stands in these, and programs repeat them.
        boolean plain = type instanceof RankedTensorType t && t.encoding() == null
            && (t.element() instanceof FloatType || t.element() instanceof IntegerType);
        if (!plain) {
            var alias = aliases.of(type);
            if (alias != null) return append(alias);
        }
        return plain ? append(tensorTypes.computeIfAbsent(type, Type::toString)) : super.type(type);
    }

    @Override public AsmWriter attribute(Attribute attribute) {
        if (!collecting) return written(attribute);
        aliases.visit(attribute);
        return this;
    }

    @Override public boolean alias(Attribute attribute) {
        var alias = aliases.of(attribute);
        if (alias != null) text.append(alias);
        return alias != null;
    }

    /// Numbered by the order in which they are written.
    @Override public AsmWriter distinctNumber(long id) {
        return append(distinct.computeIfAbsent(id, _ -> distinct.size()));
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

    @Override public List<Value> operands(Operation op, String part) {
        var definition = (OpDefinition) op.kind();
        var sizes = OpView.sizes(definition, Part.Kind.OPERAND, op, op.operandCount());
        int index = definition.part(part).index(), start = 0;
        for (int i = 0; i < index; i++) start += sizes[i];
        return op.operands().subList(start, start + sizes[index]);
    }

    @Override public Region region(Operation op, String part) {
        return op.region(((OpDefinition) op.kind()).part(part).index());
    }

    @Override public void successor(Block block) {
        text.append(names.block(block));
    }

    @Override public void newLine() {
        text.append('\n');
        indent(indent);
    }

    @Override public void dictionary(DictionaryAttr attributes) {
        if (!attributes.isEmpty()) append(" ").attribute(attributes);
    }

    @Override public void location(Location location) {
        if (!options.locations()) return;
        if (collecting) {
            aliases.visit(location);
            return;
        }
        text.append(" loc(");
        location.printInner(this);
        text.append(')');
    }

    private void trailing(Location location) {
        if (!options.locations()) return;
        text.append(" loc(");
        if (!alias(location)) location.printInner(this);
        text.append(')');
    }
}
