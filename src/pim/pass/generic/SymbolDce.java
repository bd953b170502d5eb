package pim.pass.generic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import pim.ir.Operation;
import pim.ir.Symbols;
import pim.ir.Traits;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Removes the symbols that nothing which stays speaks of: those that are private, and in a table that cannot be seen from outside all that are not
/// public.
public record SymbolDce() implements Pass {
    @Override public String title() {
        return "SymbolDCE";
    }

    @Override public String summary() {
        return "Eliminate dead symbols";
    }

    @Override public void run(Operation root, PassContext context) {
        if (!root.has(Traits.SymbolTable.class)) {
            throw context.diagnostics().failure(root, "was scheduled to run under SymbolDCE, but does not define a symbol table");
        }
        var live = new HashSet<Operation>();
        mark(root, root.parent() == null || isHidden(root), live, context);
        root.walk(table -> {
            if (!table.has(Traits.SymbolTable.class)) return;
            for (var block : table.region(0).blocks()) {
                for (var op : block) if (Symbols.name(op) != null && !live.contains(op)) op.erase();
            }
        });
    }

    /// Whether no reference from outside leads into the symbol table.
    private static boolean isHidden(Operation table) {
        return Symbols.name(table) == null || Symbols.isPrivate(table);
    }

    /// Adds to `live` the symbols of `table` that have to stay, and those of the tables in it.
    ///
    /// @param hidden whether nothing outside of `table` can speak of what is in it
    private static void mark(Operation table, boolean hidden, Set<Operation> live, PassContext context) {
        var open = new ArrayList<Operation>();
        for (var block : table.region(0).blocks()) for (var op : block) {
            boolean discardable = Symbols.name(op) != null && !Symbols.isPublic(op) && (hidden || Symbols.isPrivate(op));
            if (!discardable && live.add(op)) open.add(op);
        }
        while (!open.isEmpty()) {
            var op = open.removeLast();
            if (op.has(Traits.SymbolTable.class)) mark(op, hidden || isHidden(op), live, context);
            else for (var region : op.regions()) region.walk(inner -> {
                if (inner.has(Traits.SymbolTable.class) && live.add(inner)) mark(inner, hidden || isHidden(inner), live, context);
            });
            var around = op.parent();
            if (!around.has(Traits.SymbolTable.class)) continue;
            var uses = Symbols.uses(op);
            if (uses == null) {
                throw context.diagnostics().failure(op.location(),
                    "operation contains potentially unknown symbol table, meaning that we can't reliable compute symbol uses");
            }
            for (var use : uses) for (var symbol : Symbols.path(around, use.symbol())) if (live.add(symbol)) open.add(symbol);
        }
    }
}
