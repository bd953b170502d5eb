package pim.rewrite;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import pim.ir.Op;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Replacement;

/// A way to rewrite operations of some kinds.
///
/// @param name    what it is called where it is traced or left out
/// @param root    the kinds of operation it may match
/// @param benefit of several that match one operation, the one with the greatest benefit is tried first; equal ones in the order they were given
public record Pattern(String name, Predicate<OpKind> root, int benefit, Rule rule) {
    @FunctionalInterface public interface Rule {
        /// What takes the place of `op`; null when it stays. A rule may change `op` in place through the rewriter and then give null.
        Replacement rewrite(Operation op, Rewriter rw);
    }

    /// A pattern on the op that is the record `op`. The rule is given what the operation says; the operation itself is [Rewriter#matched].
    public static <T extends Op> Pattern on(Class<T> op, BiFunction<? super T, Rewriter, Replacement> rule) {
        return new Pattern(op.getSimpleName(), kind -> kind.has(op), 1, (operation, rw) -> {
            var said = operation.op();
            return said == null ? null : rule.apply(op.cast(said), rw);
        });
    }

    /// A pattern on the op called `name`, which no dialect need define.
    public static Pattern on(String name, Rule rule) {
        return new Pattern(name, kind -> kind.name().equals(name), 1, rule);
    }

    public Pattern withBenefit(int benefit) {
        return new Pattern(name, root, benefit, rule);
    }

    public Pattern named(String name) {
        return new Pattern(name, root, benefit, rule);
    }
}
