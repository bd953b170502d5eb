package pim.dialect.builtin;

import java.util.ArrayList;
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
        // Those that were only there for others to be taken back.
        for (var cast : casts.reversed()) if (cast.results().stream().noneMatch(result -> result.hasUses())) cast.erase();
        context.preserve(Analysis.DOMINANCE);
    }
}
