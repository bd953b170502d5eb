package pim.pass;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pim.ir.Operation;

/// The analyses of an operation that have been computed and still hold, and those of what is in it.
public final class AnalysisCache {
    private final Operation op;
    private final AnalysisCache around;
    private List<Instrument> instruments;
    private final Map<Analysis<?>, Known> known = new IdentityHashMap<>();
    private final Map<Operation, AnalysisCache> nested = new IdentityHashMap<>();
    /// What the analysis that is being computed has asked for so far; null when none is.
    private Set<Analysis<?>> asked;

    /// @param uses the analyses of the same operation that `value` was built on
    private record Known(Object value, Set<Analysis<?>> uses) {}

    AnalysisCache(Operation op, AnalysisCache around, List<Instrument> instruments) {
        this.op = op;
        this.around = around;
        this.instruments = instruments;
    }

    /// The analysis of this operation, computed unless it is known.
    @SuppressWarnings("unchecked")
    public <A> A get(Analysis<A> analysis) {
        if (asked != null) asked.add(analysis);
        var found = known.get(analysis);
        if (found != null) return (A) found.value;
        var outer = asked;
        asked = new HashSet<>();
        instruments.forEach(i -> i.beforeAnalysis(analysis, op));
        try {
            var value = analysis.compute().apply(op, this);
            known.put(analysis, new Known(value, asked));
            return value;
        } finally {
            asked = outer;
            instruments.reversed().forEach(i -> i.afterAnalysis(analysis, op));
        }
    }

    /// The analysis of this operation if it is known, or null.
    @SuppressWarnings("unchecked")
    public <A> A cached(Analysis<A> analysis) {
        var found = known.get(analysis);
        return found == null ? null : (A) found.value;
    }

    /// The cache of `other`: this operation, one in it, or one around it.
    ///
    /// @throws IllegalArgumentException when it is none of these
    public AnalysisCache of(Operation other) {
        if (other == op) return this;
        if (op.isProperAncestorOf(other)) {
            var parent = of(other.parent());
            return parent.nested.computeIfAbsent(other, o -> new AnalysisCache(o, parent, instruments));
        }
        for (var cache = around; cache != null; cache = cache.around) if (cache.op == other) return cache;
        throw new IllegalArgumentException("'" + other.name() + "' op lies neither in '" + op.name() + "' op nor around it");
    }

    /// Forgets what does not hold any more, here and in what is nested.
    void invalidate(Predicate<Analysis<?>> preserved) {
        known.keySet().removeIf(preserved.negate());
        while (known.values().removeIf(k -> !known.keySet().containsAll(k.uses))) {
            // Whatever was built on that goes as well.
        }
        nested.values().forEach(cache -> cache.invalidate(preserved));
    }

    /// From now on tells these of what is computed.
    void watch(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    /// Forgets all that is nested: those operations may be gone.
    void forgetNested() {
        nested.clear();
    }
}
