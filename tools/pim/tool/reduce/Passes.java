package pim.tool.reduce;

import java.util.List;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.PassContext;
import pim.pass.PassRunner;
import pim.pass.Pipeline;

/// Reductions by passes of the compiler: what a pipeline makes of the program counts where it is smaller, as in mlir-reduce's opt-reduction-pass.
final class Passes {
    /// What makes programs smaller in general; each alone, since one may spoil what is interesting.
    static final List<String> STANDARD = List.of("symbol-dce", "inline{default-pipeline=}", "remove-dead-values", "sccp", "cse", "canonicalize");

    private Passes() {}

    static Reduction reduction(Pipeline pipeline, Registry registry, Resources resources) {
        return new Reduction(pipeline.toString(), module -> List.of(() -> run(pipeline, module, registry, resources)));
    }

    private static void run(Pipeline pipeline, Operation module, Registry registry, Resources resources) {
        var context = new PassContext(registry, new Diagnostics(_ -> {}), resources);
        try {
            new PassRunner(context, (_, _) -> true, List.of()).run(pipeline, module);
        } catch (CompileFailure notThisWay) {
            // What the pipeline leaves half done is judged like any other program.
        }
    }
}
