package pim.tool.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Position;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Symbols;
import pim.ir.Value;
import pim.ir.attr.Location.File;
import pim.ir.attr.SymbolRefAttr;
import pim.syntax.ParseListener;
import pim.tool.lsp.Mention.AliasName;
import pim.tool.lsp.Mention.BlockName;
import pim.tool.lsp.Mention.OpName;
import pim.tool.lsp.Mention.SymbolName;
import pim.tool.lsp.Mention.ValueDefinition;
import pim.tool.lsp.Mention.ValueUse;

/// Where the names of a text stand, and which of them mean the same. Of a text with a syntax error it holds what stands before that.
final class SourceIndex implements ParseListener {
    private final TreeMap<File, Mention> mentions = new TreeMap<>(Places.BY_START);
    private final TreeMap<File, OpName> wholes = new TreeMap<>(Places.BY_START);
    private final Map<Operation, OpName> operations = new IdentityHashMap<>();
    private final Map<Value, String> valueNames = new IdentityHashMap<>();
    private final Map<Block, BlockName> blocks = new IdentityHashMap<>();
    private final Map<String, AliasName> aliases = new HashMap<>();
    private final List<Scope> scopes = new ArrayList<>();
    private Scope current;

    // ---- filled while the text is read

    @Override public void beginRegion(OpKind owner, File brace) {
        current = new Scope(current, owner, brace);
        scopes.add(current);
    }

    @Override public void endRegion(File brace) {
        current.end = brace;
        current = current.outer;
    }

    @Override public void operation(Operation op, File whole, File name) {
        var mention = new OpName(name, whole, op);
        operations.put(op, mention);
        wholes.put(whole, mention);
        mentions.put(name, mention);
    }

    @Override public void define(String name, List<? extends Value> values, File place) {
        var definition = new ValueDefinition(place, name, List.copyOf(values), current);
        current.values.put(name, definition);
        mentions.put(place, definition);
        for (int i = 0; i < values.size(); i++) valueNames.put(values.get(i), values.size() == 1 ? name : name + "#" + i);
    }

    @Override public void use(String name, int number, File place) {
        mentions.put(place, new ValueUse(place, name, number, current));
    }

    @Override public void block(String name, Block block, boolean begins, File place) {
        var mention = new BlockName(place, name, block, begins);
        if (begins) blocks.put(block, mention);
        mentions.put(place, mention);
    }

    @Override public void symbol(List<String> path, File place) {
        mentions.put(place, new SymbolName(place, List.copyOf(path)));
    }

    @Override public void alias(String name, boolean defines, File place) {
        var mention = new AliasName(place, name, defines);
        if (defines) aliases.putIfAbsent(name, mention);
        mentions.put(place, mention);
    }

    // ---- asked by the editor

    /// The name at the position, or null.
    Mention at(Position position) {
        var at = new File("", position.getLine() + 1, position.getCharacter() + 1);
        var before = mentions.floorEntry(at);
        // Right behind `%a` in `%a: i32` as well as right before `@f` in `(@f`: the one that begins here comes first.
        return before != null && Places.contains(before.getKey(), position) ? before.getValue() : null;
    }

    /// The innermost operation around the place, or null.
    OpName around(File place) {
        var before = wholes.floorEntry(place);
        var name = before == null ? null : before.getValue();
        // What begins last before the place may have ended; then what it stands in is around, or nothing.
        while (name != null && !Places.contains(name.whole(), Places.start(place))) name = operations.get(name.op().parent());
        return name;
    }

    /// The definition of what the name means, be it the name itself; null when there is none in the text.
    Mention definition(Mention mention) {
        return switch (mention) {
            case OpName o -> o;
            case ValueDefinition d -> d;
            case ValueUse u -> u.scope().lookup(u.name());
            case BlockName b -> blocks.get(b.block());
            case SymbolName s -> operations.get(symbol(s));
            case AliasName a -> aliases.get(a.name());
        };
    }

    /// The operation that the symbol's name means, or null.
    Operation symbol(SymbolName mention) {
        var path = mention.path();
        var around = around(mention.place());
        if (around != null) {
            if (path.size() == 1 && path.getFirst().equals(Symbols.name(around.op()))) return around.op();
            var found = Symbols.resolve(around.op(), new SymbolRefAttr(path.getFirst(), path.subList(1, path.size())));
            if (found != null) return found;
        }
        // In a text that breaks off the table is not known yet.
        var named = operations.keySet().stream().filter(op -> path.getLast().equals(Symbols.name(op))).toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    /// All names that mean what `mention` means, its definition among them, in the order of the text. Of a pack of results one use means one of
    /// them; its definition means all.
    List<Mention> references(Mention mention) {
        var definition = definition(mention);
        if (definition == null) return List.of();
        if (definition instanceof OpName o && mention instanceof OpName) return referencesOf(o.op());
        Predicate<Mention> same = m -> definition.equals(definition(m));
        if (mention instanceof ValueUse use) same = same.and(m -> !(m instanceof ValueUse other) || other.number() == use.number());
        // By the name of an operation nothing but that operation is meant.
        return mentions.values().stream().filter(m -> m instanceof OpName o ? o.equals(definition) : sameKind(m, mention)).filter(same).toList();
    }

    private static boolean sameKind(Mention a, Mention b) {
        return isValue(a) ? isValue(b) : a.getClass() == b.getClass();
    }

    private static boolean isValue(Mention mention) {
        return mention instanceof ValueDefinition || mention instanceof ValueUse;
    }

    /// The uses of the results of `op`, and the references to it if it is a symbol.
    private List<Mention> referencesOf(Operation op) {
        return mentions.values().stream().filter(m -> switch (m) {
            case ValueUse u -> definition(u) instanceof ValueDefinition(_, _, var values, _) && values.getFirst().definingOp() == op;
            case SymbolName s -> symbol(s) == op;
            case OpName o -> o.op() == op;
            default -> false;
        }).toList();
    }

    List<Mention> mentions() {
        return List.copyOf(mentions.values());
    }

    /// Where the operation stands in the text; null for the module that the text is wrapped in.
    OpName place(Operation op) {
        return operations.get(op);
    }

    /// The name the text gives the value; null for one without.
    String name(Value value) {
        return valueNames.get(value);
    }

    BlockName name(Block block) {
        return blocks.get(block);
    }

    /// The regions, each before those in it.
    List<Scope> scopes() {
        return scopes;
    }

    /// The region that the text breaks off in; null when it is complete.
    Scope unfinished() {
        return current;
    }
}
