package pim.dialect.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pim.dialect.builtin.Builtin.UnrealizedConversionCast;
import pim.ir.Operation;
import pim.pass.Analysis;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Takes away the casts that conversions left, where they lead back to the types they came from. Others stay.
public record ReconcileUnrealizedCasts() implements Pass {
    @Override public String summary() {
        return "Simplify and eliminate unrealized conversion casts";
    }

    @Override public void run(Operation root, PassContext context) {
        var casts = new ArrayList<Operation>();
        root.walk(op -> {
            if (op.op() instanceof UnrealizedConversionCast) casts.add(op);
        });
        for (var cast : casts) {
            var shortcut = ((UnrealizedConversionCast) cast.op()).shortcut();
            if (shortcut == null) continue;
            for (int i = 0; i < cast.resultCount(); i++) cast.result(i).replaceAllUsesWith(shortcut.values().get(i));
        }
        // Those that were only there for others to be taken back, or for each other in a circle.
        var used = used(casts);
        var unused = casts.stream().filter(cast -> !used.contains(cast)).toList();
        unused.forEach(Operation::dropAllReferences);
        unused.forEach(Operation::erase);
        context.preserve(Analysis.DOMINANCE);
    }

    /// Those that something else needs.
    private static Set<Operation> used(List<Operation> casts) {
        var all = new HashSet<>(casts);
        var used = new HashSet<Operation>();
        var open = new ArrayList<Operation>();
        for (var cast : casts) {
            boolean needed = cast.results().stream().flatMap(result -> result.users().stream()).anyMatch(user -> !all.contains(user));
            if (needed && used.add(cast)) open.add(cast);
        }
        while (!open.isEmpty()) {
            for (var operand : open.removeLast().operands()) {
                var before = operand.definingOp();
                if (before != null && all.contains(before) && used.add(before)) open.add(before);
            }
        }
        return used;
    }
}
