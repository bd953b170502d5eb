package pim.dialect.irdl;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import pim.define.Format;
import pim.define.Name;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;

/// What is defined: a dialect, and in it its types, attributes and operations.
public sealed interface Definition extends Irdl {
    /// The format of all definitions.
    String FORMAT = "$sym_name attr-dict-with-keyword custom<DefinitionBody>($body)";

    SymbolName symName();

    Region body();

    /// A dialect; its name is the namespace.
    @Name("dialect")
    @Format(value = FORMAT, parts = DefinitionBody.class)
    record DialectDefinition(SymbolName symName, Region body)
        implements Definition, Traits.IsolatedFromAbove, Traits.NoTerminator, Traits.SingleBlock, Traits.Symbol, Traits.SymbolTable {
        @Override public String verify(Operation self) {
            return symName.value().contains(".") ? "invalid dialect name" : Irdl.badName(symName.value(), "dialect");
        }
    }

    /// A type of the dialect; without `irdl.parameters` in it, it has none.
    @Name("type")
    @Format(value = FORMAT, parts = DefinitionBody.class)
    record TypeDefinition(SymbolName symName, Region body) implements Definition, Traits.NoTerminator, Traits.SingleBlock, Traits.Symbol {
        @Override public String verify(Operation self) {
            return Definition.wrong(this, self, symName.value().replaceFirst("^!", ""), "type", List.of(Belonging.Parameters.class));
        }
    }

    /// An attribute of the dialect; without `irdl.parameters` in it, it has none.
    @Name("attribute")
    @Format(value = FORMAT, parts = DefinitionBody.class)
    record AttributeDefinition(SymbolName symName, Region body) implements Definition, Traits.NoTerminator, Traits.SingleBlock, Traits.Symbol {
        @Override public String verify(Operation self) {
            return Definition.wrong(this, self, symName.value().replaceFirst("^#", ""), "attribute", List.of(Belonging.Parameters.class));
        }
    }

    /// An operation of the dialect; it has no operands, results, attributes that must be there, or regions but those that are listed in it.
    @Name("operation")
    @Format(value = FORMAT, parts = DefinitionBody.class)
    record OperationDefinition(SymbolName symName, Region body) implements Definition, Traits.NoTerminator, Traits.SingleBlock, Traits.Symbol {
        @Override public String verify(Operation self) {
            return Irdl.first(Definition.wrong(this, self, symName.value(), "operation",
                List.of(Belonging.Operands.class, Belonging.Results.class, Belonging.Attributes.class, Belonging.Regions.class)), sharedName());
        }

        /// Two of an operation's operands, results and regions must not be called alike.
        private String sharedName() {
            var seen = new LinkedHashMap<String, Set<String>>();
            for (var op : body.entry()) {
                if (!(op.op() instanceof Belonging.Named named)) continue;
                var kind = op.kind().name().substring("irdl.".length());
                for (var earlier : seen.entrySet()) {
                    for (var name : named.names()) {
                        if (earlier.getValue().contains(name)) return "contains a value named '" + name + "' for both its " + earlier.getKey()
                            + " and " + kind;
                    }
                }
                seen.put(kind, new HashSet<>(named.names()));
            }
            return null;
        }
    }

    /// What is wrong with a definition that stands in a dialect, or null.
    private static String wrong(Definition definition, Operation self, String name, String kind, List<Class<? extends Belonging>> once) {
        if (!definition.body().entry().arguments().isEmpty()) return "region should have no arguments";
        for (var type : once) {
            long count = 0;
            for (var op : definition.body().entry()) if (op.has(type)) count++;
            if (count > 1) return "failed to verify AtMostOneChildOf trait: the operation contains at least two operations of type "
                + OpDefinition.of(type).name();
        }
        return Irdl.first(Irdl.misplaced(self, List.of(DialectDefinition.class)), Irdl.badName(name, kind));
    }
}
