package pim.rewrite;

import java.util.List;
import pim.define.Dialect;
import pim.define.Registry;
import pim.ir.Op;
import pim.ir.Replacement;

/// What a [Dialect] implements that can bring its ops into canonical form, which includes computing what is constant: one switch over them.
public interface Canonicalizes {
    /// What takes the place of the operation that says `op`; null when it stays. New operations are inserted before it by `rw`, whose
    /// [Rewriter#matched] is the operation itself, for its attributes or for a change in place, which is followed by null.
    Replacement canonicalize(Op op, Rewriter rw);

    /// The canonical forms of all dialects in the registry, one pattern for each, which has the dialect's name.
    static List<Pattern> patterns(Registry registry) {
        return registry.dialects().stream().filter(Canonicalizes.class::isInstance).map(Canonicalizes::pattern).toList();
    }

    private static Pattern pattern(Dialect dialect) {
        var namespace = dialect.namespace();
        var canonicalizes = (Canonicalizes) dialect;
        return new Pattern(namespace, kind -> kind.isRegistered() && kind.dialect().equals(namespace), 1, (operation, rw) -> {
            var op = operation.op();
            return op == null ? null : canonicalizes.canonicalize(op, rw);
        });
    }
}
