package pim.tool.lsp;

import java.util.LinkedHashMap;
import java.util.Map;
import pim.ir.OpKind;
import pim.ir.Traits;
import pim.ir.attr.Location.File;

/// A region of the text, and the values whose names are defined in it.
final class Scope {
    final Scope outer;
    final OpKind owner;
    /// Its opening brace.
    final File start;
    /// Its closing brace; null as long as that has not come.
    File end;
    final Map<String, Mention.ValueDefinition> values = new LinkedHashMap<>();

    Scope(Scope outer, OpKind owner, File start) {
        this.outer = outer;
        this.owner = owner;
        this.start = start;
    }

    /// The scope around this one whose names are visible here, or null.
    Scope visible() {
        return owner.has(Traits.IsolatedFromAbove.class) ? null : outer;
    }

    /// What `name` stands for here, or null.
    Mention.ValueDefinition lookup(String name) {
        for (var scope = this; scope != null; scope = scope.visible()) {
            var found = scope.values.get(name);
            if (found != null) return found;
        }
        return null;
    }
}
