package pim.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Traits;

/// Runs pipelines.
///
/// @param verifier    asked after each pass whether the operation it ran on is still valid; it reports what is wrong
/// @param instruments told of each pass in order
public record PassRunner(PassContext context, BiPredicate<Operation, Diagnostics> verifier, List<Instrument> instruments) {
    /// Runs `pipeline` on `root`, an operation that its anchor names.
    ///
    /// @throws CompileFailure when a pass fails or what it leaves is not valid; the error has been reported
    public void run(Pipeline pipeline, Operation root) {
        if (!matches(pipeline, root)) {
            throw context.diagnostics().failure(root.location(), "can't run '" + pipeline.anchor() + "' pass pipeline on '" + root.name() + "' op");
        }
        steps(pipeline, root);
    }

    private void steps(Pipeline pipeline, Operation op) {
        for (var step : pipeline.steps()) {
            switch (step) {
                case Step.Run(var pass) -> run(pass, op);
                case Pipeline nested -> {
                    for (var child : children(op)) if (matches(nested, child)) nested(nested, child);
                }
            }
        }
    }

    private void nested(Pipeline pipeline, Operation op) {
        instruments.forEach(i -> i.beforePipeline(pipeline, op));
        try {
            steps(pipeline, op);
        } finally {
            instruments.reversed().forEach(i -> i.afterPipeline(pipeline, op));
        }
    }

    private void run(Pass pass, Operation op) {
        var diagnostics = context.diagnostics();
        int errors = diagnostics.errorCount();
        instruments.forEach(i -> i.beforePass(pass, op));
        try {
            pass.run(op, context);
            if (diagnostics.errorCount() > errors) throw new CompileFailure("pass '" + pass.name() + "' failed");
            instruments.reversed().forEach(i -> i.afterPass(pass, op, true));
        } catch (CompileFailure e) {
            instruments.reversed().forEach(i -> i.afterPass(pass, op, false));
            throw e;
        }
        if (!verifier.test(op, diagnostics)) {
            throw diagnostics.failure(op.location(), "'" + op.name() + "' op is not valid after pass '" + pass.name() + "'");
        }
    }

    /// As in MLIR, a pipeline on any op runs only on those that use nothing from outside.
    private static boolean matches(Pipeline pipeline, Operation op) {
        return pipeline.anchor().equals(Pass.ANY) ? op.has(Traits.IsolatedFromAbove.class) : pipeline.anchor().equals(op.name());
    }

    private static List<Operation> children(Operation op) {
        var children = new ArrayList<Operation>();
        for (var region : op.regions()) for (var block : region.blocks()) block.forEach(children::add);
        return children;
    }
}
