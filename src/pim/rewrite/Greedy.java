package pim.rewrite;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Traits;

/// Applies patterns wherever they match, and erases dead operations, until neither is possible any more.
///
/// @param patterns      tried on each operation by falling benefit
/// @param maxIterations how many times the whole program is looked at anew, -1 for as often as it takes
/// @param maxRewrites   how many rewrites there may be in one such look, -1 for any number: a guard against patterns that undo each other
/// @param topDown       whether an operation is looked at before those behind it, rather than after them
public record Greedy(List<Pattern> patterns, int maxIterations, int maxRewrites, boolean topDown) {
    public static final int DEFAULT_ITERATIONS = 10;
    public static final int UNLIMITED = -1;

    public Greedy {
        patterns = patterns.stream().sorted(Comparator.comparingInt(Pattern::benefit).reversed()).toList();
    }

    /// Rewrites what is in `root`, top down.
    ///
    /// @return whether nothing was left to rewrite in the end
    public static boolean rewrite(Operation root, List<Pattern> patterns) {
        return new Greedy(patterns, DEFAULT_ITERATIONS, UNLIMITED, true).rewrite(root);
    }

    public static boolean rewrite(Operation root, Pattern... patterns) {
        return rewrite(root, List.of(patterns));
    }

    /// Rewrites what is in the regions of `root`; `root` itself stays as it is.
    ///
    /// @return whether nothing was left to rewrite in the end
    public boolean rewrite(Operation root) {
        var worklist = new Worklist();
        for (int i = 0; i != maxIterations; i++) {
            worklist.fill(root);
            if (!worklist.drain()) return true;
        }
        return false;
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
        private final Set<Operation> waiting = new HashSet<>();
        private final Map<OpKind, List<Pattern>> applicable = new HashMap<>();
        private boolean changed;

        void fill(Operation root) {
            for (var region : root.regions()) {
                region.walk(op -> {
                    if (waiting.add(op)) {
                        // Taken from the front, new work is put there too: an operation's users are seen right after it changed.
                        if (topDown) order.addLast(op);
                        else order.addFirst(op);
                    }
                });
            }
        }

        /// Works until the list is empty or the rewrites are used up, and says whether anything changed.
        boolean drain() {
            changed = false;
            for (int rewrites = 0; !order.isEmpty() && rewrites != maxRewrites; ) {
                var op = order.pollFirst();
                if (!waiting.remove(op)) continue;
                if (isDead(op)) erase(op);
                else if (rewriteOne(op)) rewrites++;
            }
            return changed;
        }

        /// Applies the first pattern that matches `op`, and says whether there was one.
        private boolean rewriteOne(Operation op) {
            for (var pattern : applicable.computeIfAbsent(op.kind(), kind -> patterns.stream().filter(p -> p.root().test(kind)).toList())) {
                match(op);
                var before = changed;
                changed = false;
                var replacement = pattern.rule().rewrite(op, this);
                boolean applied = changed || replacement != null;
                changed |= before;
                if (replacement != null) replace(op, replacement);
                if (applied) return true;
            }
            return false;
        }

        private void enqueue(Operation op) {
            if (waiting.add(op)) order.addFirst(op);
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
        }
    }
}
