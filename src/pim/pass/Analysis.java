package pim.pass;

import java.util.function.BiFunction;
import java.util.function.Function;
import pim.ir.Dominance;
import pim.ir.Operation;

/// Something that is computed from an operation and holds until the operation changes. It is told from others by its identity, so whoever defines one
/// keeps it in a constant. A pass asks for it with [PassContext#analysis].
///
/// @param compute given the operation and what is known of it, which the analysis may build on: it is forgotten together with what it asked for
public record Analysis<A>(String name, BiFunction<Operation, AnalysisCache, A> compute) {
    /// Which block dominates which. It holds as long as no block or edge between blocks is added or removed.
    public static final Analysis<Dominance> DOMINANCE = new Analysis<>("DominanceInfo", _ -> new Dominance());

    public Analysis(String name, Function<Operation, A> compute) {
        this(name, (op, _) -> compute.apply(op));
    }
}
