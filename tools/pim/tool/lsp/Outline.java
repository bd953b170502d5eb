package pim.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import pim.ir.Operation;
import pim.ir.Symbols;
import pim.ir.Traits;
import pim.ir.type.FunctionType;
import pim.ir.attr.TypeAttr;
import pim.tool.lsp.Mention.OpName;

/// The symbols of a text as a tree: each operation with a name or with names of its own, below the one it stands in.
final class Outline {
    private final View view;

    Outline(View view) {
        this.view = view;
    }

    List<DocumentSymbol> symbols() {
        var symbols = new ArrayList<DocumentSymbol>();
        for (var mention : view.index().mentions()) {
            if (mention instanceof OpName(_, _, var op) && outermost(op)) collect(op, symbols);
        }
        return symbols;
    }

    /// Whether the text shows nothing around the operation.
    private boolean outermost(Operation op) {
        return op.parent() == null || view.index().place(op.parent()) == null;
    }

    private void collect(Operation op, List<DocumentSymbol> into) {
        var name = Symbols.name(op);
        var place = view.index().place(op);
        var whole = place == null ? null : view.range(place.whole());
        var children = into;
        if (whole != null && (name != null || op.has(Traits.SymbolTable.class))) {
            children = new ArrayList<>();
            var shown = name == null ? "<" + op.name() + ">" : "@" + name;
            into.add(new DocumentSymbol(shown, kind(op), whole, view.range(place.place()), op.name(), children));
        }
        for (var region : op.regions()) for (var block : region.blocks()) for (var inner : block) collect(inner, children);
    }

    private static SymbolKind kind(Operation op) {
        if (op.has(Traits.SymbolTable.class)) return SymbolKind.Namespace;
        var type = op.attribute("function_type");
        return type instanceof TypeAttr(FunctionType _) ? SymbolKind.Function : SymbolKind.Field;
    }
}
