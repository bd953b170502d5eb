package pim.rewrite;

import java.util.ArrayList;
import java.util.List;
import pim.define.Dialect;
import pim.define.Registry;
import pim.ir.Foldable;
import pim.ir.Folded;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.ir.Traits;

/// What a [Dialect] implements that can bring its ops into canonical form, which includes computing what is constant: one switch over them.
public interface Canonicalizes {
    /// What takes the place of the operation that says `op`; null when it stays. New operations are inserted before it by `rw`, whose
    /// [Rewriter#matched] is the operation itself, for its attributes or for a change in place, which is followed by null.
    Replacement canonicalize(Op op, Rewriter rw);

    /// The result of an op that can be told from what is known of its operands. A constant goes to the right where the order does not matter.
    Pattern FOLD = Pattern.on(Foldable.class, (op, rw) -> fold(rw.matched(), op, rw)).named("fold").withBenefit(2);

    /// The folding of ops, and the canonical forms of all dialects in the registry, one pattern for each, which has the dialect's
    /// name.
    static List<Pattern> patterns(Registry registry) {
        var patterns = new ArrayList<Pattern>();
        patterns.add(FOLD);
        for (var dialect : registry.dialects()) if (dialect instanceof Canonicalizes) patterns.add(pattern(dialect));
        return patterns;
    }

    private static Replacement fold(Operation op, Foldable says, Rewriter rw) {
        if (op.has(Traits.ConstantLike.class)) return null;
        var constants = Foldable.constantOperands(op);
        if (op.has(Traits.Commutative.class) && op.operandCount() == 2 && constants.get(0) != null && constants.get(1) == null) {
            rw.setOperands(op, op.operands().reversed());
            return null;
        }
        return switch (says.fold(constants)) {
            case null -> null;
            case Folded.Existing(var value) -> value;
            case Folded.Constant(var value) -> says.constant(value, op.result().type()) instanceof Op constant ? rw.value(constant) : null;
        };
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
