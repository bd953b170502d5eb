package pim.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.ir.Traits;
import pim.rewrite.Actions.Tag;

/// Applies patterns wherever they match, and erases dead operations, until neither is possible any more.
///
/// @param patterns tried on each operation by falling benefit
/// @param actions  told of each look at the whole program and each pattern that is tried
public record Greedy(List<Pattern> patterns, GreedyOptions options, Actions actions) {
    public Greedy {
        var sorted = new ArrayList<>(patterns);
        sorted.sort((a, b) -> Integer.compare(b.benefit(), a.benefit()));
        patterns = List.copyOf(sorted);
    }

    /// Rewrites what is in `root`, top down.
    ///
    /// @return whether nothing was left to rewrite in the end
    public static boolean rewrite(Operation root, List<Pattern> patterns) {
        return new Greedy(patterns, GreedyOptions.DEFAULT, Actions.NONE).rewrite(root);
    }

    public static boolean rewrite(Operation root, Pattern... patterns) {
        return rewrite(root, List.of(patterns));
    }

    /// Rewrites what is in the regions of `root`; `root` itself stays as it is.
    ///
    /// @return whether nothing was left to rewrite in the end
    public boolean rewrite(Operation root) {
        var worklist = new Worklist();
        boolean changed = true;
        for (int i = 0; changed && i != options.maxIterations(); i++) {
            int iteration = i + 1;
            // Patterns need not cope with values that are used before they are defined; so these go even where regions are not simplified.
            UnreachableBlocks.erase(root);
            worklist.fill(root);
            changed = actions.execute(Tag.GREEDY_ITERATION, () -> iteration + " (" + root + ")", worklist::drain) && worklist.changed;
            changed |= options.regions().apply(root);
        }
        return !changed;
    }

    /// Whether `op` may go: it has no effect and nobody uses it.
    public static boolean isDead(Operation op) {
        if (!op.has(Traits.Pure.class) || op.has(Traits.Terminator.class)) return false;
        for (var result : op.results()) if (result.hasUses()) return false;
        return true;
    }

    /// The operations still to be looked at, each once.
    private final class Worklist extends Rewriter {
        private final ArrayDeque<Operation> order = new ArrayDeque<>();
        private final Set<Operation> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<OpKind, List<Pattern>> applicable = new HashMap<>();
        private final UniquedConstants constants = new UniquedConstants();
        private boolean changed;

        /// Begins anew: what was left over may have gone with its block, and so may constants that were known.
        void fill(Operation root) {
            order.clear();
            waiting.clear();
            constants.clear();
            for (var region : root.regions()) {
                region.walk(op -> {
                    if (UniquedConstants.isConstant(op) && mergeConstant(op)) return;
                    if (matters(op) && waiting.add(op)) {
                        // Taken from the front, new work is put there too: an operation's users are seen right after it changed.
                        if (options.topDown()) order.addLast(op);
                        else order.addFirst(op);
                    }
                });
            }
        }

        /// Works until the list is empty or the rewrites are used up.
        void drain() {
            changed = false;
            for (int rewrites = 0; !order.isEmpty() && rewrites != options.maxRewrites(); ) {
                var op = order.pollFirst();
                if (!waiting.remove(op)) continue;
                if (isDead(op)) erase(op);
                else if (UniquedConstants.isConstant(op)) mergeConstant(op);
                else if (rewriteOne(op)) rewrites++;
            }
        }

        /// Lets an equal constant take the place of `op` where there is one, and says whether there is.
        private boolean mergeConstant(Operation op) {
            var equal = constants.place(op);
            if (equal == null) return false;
            replace(op, Replacement.of(equal.results()));
            return true;
        }

        /// Whether anything is ever to be done with `op`: it can come to be dead, or something applies to its kind.
        private boolean matters(Operation op) {
            return op.has(Traits.Pure.class) || UniquedConstants.isConstant(op) || !applicableTo(op).isEmpty();
        }

        private List<Pattern> applicableTo(Operation op) {
            return applicable.computeIfAbsent(op.kind(), kind -> {
                var those = new ArrayList<>(patterns);
                those.removeIf(pattern -> !options.applies(pattern, kind));
                return those;
            });
        }

        /// Applies the first pattern that matches `op`, and says whether there was one.
        private boolean rewriteOne(Operation op) {
            for (var pattern : applicableTo(op)) {
                var before = changed;
                changed = false;
                if (actions == Actions.NONE) apply(pattern, op);
                else actions.execute(Tag.APPLY_PATTERN, () -> "pattern: " + pattern.name() + " (" + op + ")", () -> apply(pattern, op));
                boolean applied = changed;
                changed |= before;
                if (applied) return true;
            }
            return false;
        }

        private void apply(Pattern pattern, Operation op) {
            match(op);
            var replacement = pattern.rule().rewrite(op, this);
            if (replacement == null) return;
            changed = true;
            replace(op, replacement);
        }

        private void enqueue(Operation op) {
            if (matters(op) && waiting.add(op)) order.addFirst(op);
        }

        @Override protected void inserted(Operation op) {
            changed = true;
            op.walk(this::enqueue);
        }

        @Override protected void changed(Operation op) {
            changed = true;
            enqueue(op);
        }

        /// What defined the operands may be dead now; so may, for a moment, be what goes with `op`.
        @Override public void erase(Operation op) {
            op.walk(gone -> {
                for (var operand : gone.operands()) if (operand.definingOp() != null) enqueue(operand.definingOp());
            });
            super.erase(op);
        }

        @Override protected void erased(Operation op) {
            changed = true;
            waiting.remove(op);
            constants.forget(op);
        }
    }
}
