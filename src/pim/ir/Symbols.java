package pim.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pim.ir.attr.StringAttr;
import pim.ir.attr.SymbolRefAttr;

/// Operations that have a name, the tables they are found in, and who speaks of them.
public final class Symbols {
    /// Who may speak of a symbol: anyone, its own table, or also what is nested in the table around it.
    public static final Set<String> VISIBILITIES = Set.of("public", "private", "nested");

    private Symbols() {}

    /// A reference to a symbol, in the attributes of `user`.
    public record Use(Operation user, SymbolRefAttr symbol) {}

    /// The name of the symbol, or null for an operation that is none.
    public static String name(Operation op) {
        return op.has(Traits.Symbol.class) && op.attribute("sym_name") instanceof StringAttr name ? name.value() : null;
    }

    /// Whether nothing outside of its table can speak of the symbol.
    public static boolean isPrivate(Operation symbol) {
        return visibility(symbol).equals("private");
    }

    /// Whether anything, also outside of the program, may speak of the symbol: as long as nothing else is said.
    public static boolean isPublic(Operation symbol) {
        return visibility(symbol).equals("public");
    }

    private static String visibility(Operation symbol) {
        return symbol.attribute("sym_visibility") instanceof StringAttr visibility ? visibility.value() : "public";
    }

    /// The innermost symbol table around `op`, or null.
    public static Operation tableAround(Operation op) {
        var table = op.parent();
        while (table != null && !table.has(Traits.SymbolTable.class)) table = table.parent();
        return table;
    }

    /// The symbol called `name` in `table`, or null.
    public static Operation lookup(Operation table, String name) {
        for (var block : table.region(0).blocks()) for (var op : block) if (name.equals(name(op))) return op;
        return null;
    }

    /// The symbols that the parts of `symbol` name, from the outermost in `table` to the one that is meant; empty when one of them is not there.
    public static List<Operation> path(Operation table, SymbolRefAttr symbol) {
        var path = new ArrayList<Operation>();
        var found = lookup(table, symbol.root());
        for (var name : symbol.nested()) {
            if (found == null || !found.has(Traits.SymbolTable.class)) return List.of();
            path.add(found);
            found = lookup(found, name);
        }
        if (found == null) return List.of();
        path.add(found);
        return path;
    }

    /// The operation that `symbol` means where `user` stands, found from the innermost table outwards; null when there is none.
    public static Operation resolve(Operation user, SymbolRefAttr symbol) {
        for (var table = tableAround(user); table != null; table = tableAround(table)) {
            var path = path(table, symbol);
            if (!path.isEmpty()) return path.getLast();
        }
        return null;
    }

    /// The references in `op` and in what it holds; what a symbol table holds speaks of that table's own symbols and is left out. Null when there may
    /// be a table that cannot be told, since nothing is known of the operation with that region.
    public static List<Use> uses(Operation op) {
        var uses = new ArrayList<Use>();
        return collect(op, uses) ? uses : null;
    }

    private static boolean collect(Operation op, List<Use> uses) {
        Attributes.visit(op, attribute -> {
            if (attribute instanceof SymbolRefAttr symbol) uses.add(new Use(op, symbol));
        });
        if (op.has(Traits.SymbolTable.class)) return true;
        if (!op.kind().isRegistered() && op.regions().size() == 1) return false;
        for (var region : op.regions()) for (var block : region.blocks()) for (var inner : block) if (!collect(inner, uses)) return false;
        return true;
    }
}
