package pim.dialect.irdl;

import java.util.List;
import pim.dialect.irdl.Definition.AttributeDefinition;
import pim.dialect.irdl.Definition.DialectDefinition;
import pim.dialect.irdl.Definition.TypeDefinition;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.attr.StringAttr;
import pim.ir.attr.SymbolRefAttr;

/// What `@dialect::@name` stands for: the definition in a dialect that stands beside the one it is written in.
public final class Symbols {
    private Symbols() {}

    /// The operation that `symbol`, as it is written at `user`, names; null when there is none.
    public static Operation find(Operation user, SymbolRefAttr symbol) {
        var table = user;
        while (table != null && !table.has(DialectDefinition.class)) table = table.parent();
        if (table != null) table = table.parent();
        while (table != null && !table.has(Traits.SymbolTable.class)) table = table.parent();
        var found = named(table, symbol.root());
        for (var name : symbol.nested()) found = named(found, name);
        return found;
    }

    private static Operation named(Operation table, String name) {
        if (table == null || !table.has(Traits.SymbolTable.class)) return null;
        for (Region region : table.regions()) for (var block : region.blocks()) for (var op : block) {
            if (op.has(Traits.Symbol.class) && op.attribute("sym_name") instanceof StringAttr s && s.value().equals(name)) return op;
        }
        return null;
    }

    /// What is wrong with `symbol`, which must stand for a type or an attribute; null when nothing is.
    static String wrong(Operation user, SymbolRefAttr symbol) {
        var found = find(user, symbol);
        if (found == null) return "symbol '" + symbol + "' not found";
        boolean fits = List.of(TypeDefinition.class, AttributeDefinition.class).stream().anyMatch(found::has);
        return fits ? null : "symbol '" + symbol + "' does not refer to a type or attribute definition (refers to '" + found.name() + "')";
    }
}
