package pim.dialect.builtin;

import java.util.List;
import java.util.Optional;
import pim.define.Format;
import pim.define.Namespace;
import pim.define.SymbolName;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Replacement;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.type.Type;

/// What every program is made of, whatever its level.
@Namespace(value = "builtin", properties = true)
public sealed interface Builtin extends Op {
    /// The top of a program: a table of symbols.
    @Format("($sym_name^)? attr-dict-with-keyword $body")
    record Module(Optional<SymbolName> symName, Optional<String> symVisibility, Region body)
        implements Builtin, Traits.IsolatedFromAbove, Traits.Symbol, Traits.SymbolTable, Traits.NoTerminator, Traits.SingleBlock, Traits.GraphRegion,
            Traits.DefaultDialect {
        @Override public String verify(Operation self) {
            if (!body.isEmpty() && !body.entry().arguments().isEmpty()) return "region should have no arguments";
            for (var entry : self.attributes().entries()) {
                if (entry.name().indexOf('.') < 0) return "can only contain attributes with dialect-prefixed names, found: '" + entry.name() + "'";
            }
            return null;
        }
    }

    /// Values of some types as values of others, while a conversion is under way.
    @Format("($inputs^ `:` type($inputs))? `to` type($outputs) attr-dict")
    record UnrealizedConversionCast(List<Value> inputs, List<Type> outputs) implements Builtin, Traits.Pure {
        @Override public String verify(Operation self) {
            return outputs.isEmpty() ? "expected at least one result for cast operation" : null;
        }

        /// The values that this is a cast of a cast ... of, when they have the types of its results already; else null.
        public Replacement shortcut() {
            var at = inputs;
            while (!Value.types(at).equals(outputs)) {
                var inner = at.isEmpty() ? null : at.getFirst().definingOp();
                if (inner == null || !inner.results().equals(at) || !(inner.op() instanceof UnrealizedConversionCast cast)) return null;
                at = cast.inputs;
            }
            return Replacement.of(at);
        }
    }
}
