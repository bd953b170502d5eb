package pim.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Dominance;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.type.Type;
import pim.rewrite.Legality.Verdict;

/// Applies patterns to operations that are not legal until all are.
///
/// Operations are converted in the order of dominance and a converted value takes its place at once, so a pattern sees operands that have been
/// converted already, be they of another type; [Rewriter#originalType] tells the former one. What a pattern inserts is converted in its turn.
/// There is no way back: after a failure the program is half converted and good for nothing.
///
/// @param full whether an operation of which nothing is said is illegal too, rather than left as it is when no pattern matches
public record DialectConversion(Legality legality, List<Pattern> patterns, boolean full) {
    /// So deep patterns may insert what has to be converted in its turn.
    private static final int DEEPEST = 64;

    public DialectConversion {
        patterns = patterns.stream().sorted(Comparator.comparingInt(Pattern::benefit).reversed()).toList();
    }

    public static DialectConversion partial(Legality legality, Pattern... patterns) {
        return new DialectConversion(legality, List.of(patterns), false);
    }

    public static DialectConversion full(Legality legality, Pattern... patterns) {
        return new DialectConversion(legality, List.of(patterns), true);
    }

    /// Converts what is in `root`; `root` itself stays.
    ///
    /// @throws CompileFailure when an operation cannot be made legal; the error has been reported at its location
    public void convert(Operation root, Diagnostics diagnostics) {
        var conversion = new Conversion(diagnostics);
        for (var region : root.regions()) conversion.convert(region);
    }

    private final class Conversion extends Rewriter {
        private final Diagnostics diagnostics;
        private final Map<Value, Type> originalTypes = new HashMap<>();
        private final Set<Operation> done = new HashSet<>();
        private final Set<Operation> gone = new HashSet<>();
        private Set<Operation> fresh = new LinkedHashSet<>();
        private boolean changed;

        Conversion(Diagnostics diagnostics) {
            this.diagnostics = diagnostics;
        }

        void convert(Region region) {
            if (region.isEmpty()) return;
            var blocks = new LinkedHashSet<>(new Dominance().order(region));
            blocks.addAll(region.blocks());
            for (var block : blocks) for (var op : operations(block)) legalize(op, 0);
        }

        private static List<Operation> operations(Block block) {
            var operations = new ArrayList<Operation>();
            block.forEach(operations::add);
            return operations;
        }

        private void legalize(Operation op, int depth) {
            if (gone.contains(op) || !done.add(op)) return;
            if (legality.of(op) != Verdict.LEGAL && !rewrite(op, depth)) return;
            for (var region : op.regions()) convert(region);
        }

        /// Makes `op` legal, and says whether it is still there.
        private boolean rewrite(Operation op, int depth) {
            var verdict = legality.of(op);
            var inserted = fresh = new LinkedHashSet<>();
            var reasons = new ArrayList<Diagnostic>();
            boolean matched = false;
            for (var pattern : patterns) {
                if (!pattern.root().test(op.kind())) continue;
                if (depth == DEEPEST) throw failure(op, ": its conversion does not come to an end", reasons);
                match(op);
                changed = false;
                var replacement = pattern.rule().rewrite(op, this);
                if (replacement != null) replace(op, replacement);
                matched = changed || replacement != null;
                if (matched) break;
                if (mismatch() != null) reasons.add(Diagnostic.note(op.location(), mismatch()));
            }
            for (var made : List.copyOf(inserted)) legalize(made, depth + 1);
            if (gone.contains(op)) return false;
            if (matched) verdict = legality.of(op);
            if (verdict == Verdict.ILLEGAL) throw failure(op, " that was explicitly marked illegal", reasons);
            if (verdict == Verdict.UNKNOWN && full) throw failure(op, "", reasons);
            return true;
        }

        private CompileFailure failure(Operation op, String more, List<Diagnostic> reasons) {
            return diagnostics.failure(op.location(), "failed to legalize operation '" + op.name() + "'" + more, reasons.toArray(Diagnostic[]::new));
        }

        @Override public Type originalType(Value value) {
            return originalTypes.getOrDefault(value, value.type());
        }

        @Override public void replaceUses(Value from, Value to) {
            if (!from.type().equals(to.type())) originalTypes.putIfAbsent(to, originalType(from));
            super.replaceUses(from, to);
        }

        @Override public void setType(Value value, Type type) {
            originalTypes.putIfAbsent(value, value.type());
            super.setType(value, type);
        }

        @Override protected void inserted(Operation op) {
            changed = true;
            fresh.add(op);
        }

        @Override protected void changed(Operation op) {
            changed = true;
        }

        @Override protected void erased(Operation op) {
            changed = true;
            fresh.remove(op);
            gone.add(op);
        }
    }
}
