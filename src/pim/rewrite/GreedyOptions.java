package pim.rewrite;

import java.util.List;
import pim.ir.OpKind;

/// How patterns are applied greedily.
///
/// @param topDown         whether an operation is looked at before those behind it, rather than after them
/// @param maxIterations   how many times the whole program is looked at anew, -1 for as often as it takes
/// @param maxRewrites     how many rewrites there may be in one such look, -1 for any number: a guard against patterns that undo each other
/// @param regions         how far the blocks of regions are simplified at each such look
/// @param disabled        the labels of patterns that are not applied: the name of a pattern, or of the op it would rewrite
/// @param enabled         the labels of those that are applied; none for all
public record GreedyOptions(boolean topDown, int maxIterations, int maxRewrites, RegionSimplification regions, List<String> disabled,
                            List<String> enabled) {
    public static final int UNLIMITED = -1;
    public static final GreedyOptions DEFAULT = new GreedyOptions(true, 10, UNLIMITED, RegionSimplification.DISABLED, List.of(), List.of());

    public GreedyOptions {
        if (maxIterations < UNLIMITED) throw new IllegalArgumentException("max-iterations must be at least -1, got " + maxIterations);
        if (maxRewrites < UNLIMITED) throw new IllegalArgumentException("max-num-rewrites must be at least -1, got " + maxRewrites);
        disabled = List.copyOf(disabled);
        enabled = List.copyOf(enabled);
    }

    public GreedyOptions withTopDown(boolean topDown) {
        return new GreedyOptions(topDown, maxIterations, maxRewrites, regions, disabled, enabled);
    }

    public GreedyOptions withLimits(int maxIterations, int maxRewrites) {
        return new GreedyOptions(topDown, maxIterations, maxRewrites, regions, disabled, enabled);
    }

    boolean applies(Pattern pattern, OpKind kind) {
        if (!pattern.root().test(kind)) return false;
        if (disabled.contains(pattern.name()) || disabled.contains(kind.name())) return false;
        return enabled.isEmpty() || enabled.contains(pattern.name()) || enabled.contains(kind.name());
    }
}
