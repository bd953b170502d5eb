package pim.rewrite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pim.ir.Operation;

/// Which operations may be there when a conversion is done. What is said of an op outweighs what is said of its dialect; of two things said of the
/// same, the later counts.
///
/// Ops and dialects are given by name: `graph` is a dialect, `graph.relu` an op.
public final class Legality {
    public enum Verdict { LEGAL, ILLEGAL, UNKNOWN }

    private final Map<String, Predicate<Operation>> legal = new HashMap<>();
    private final Set<String> covering = new HashSet<>();

    public Legality legal(String... names) {
        for (var name : names) legal.put(name, _ -> true);
        return this;
    }

    public Legality illegal(String... names) {
        for (var name : names) legal.put(name, _ -> false);
        return this;
    }

    /// The op, or any op of the dialect, is legal where `condition` says so and illegal elsewhere.
    public Legality legalWhen(String name, Predicate<Operation> condition) {
        legal.put(name, condition);
        return this;
    }

    /// All within an op of that name, or of an op of that dialect, is legal with it.
    public Legality withRegions(String... names) {
        covering.addAll(List.of(names));
        return this;
    }

    /// Whether all within `op` is legal with it.
    boolean coversRegions(Operation op) {
        return of(op) == Verdict.LEGAL && (covering.contains(op.name()) || covering.contains(op.kind().dialect()));
    }

    /// What holds for `op`; of an op that nothing was said about it is unknown, and a partial conversion lets it stay.
    public Verdict of(Operation op) {
        var condition = legal.get(op.name());
        if (condition == null) condition = legal.get(op.kind().dialect());
        return condition == null ? Verdict.UNKNOWN : condition.test(op) ? Verdict.LEGAL : Verdict.ILLEGAL;
    }
}
