package pim.pass;

import java.util.List;
import java.util.function.BiPredicate;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.parallel.Workers;

/// Runs pipelines.
///
/// @param verifier    asked after each pass whether the operation it ran on is still valid; it reports what is wrong
/// @param instruments told of each pass in order
/// @param workers     on operations that use nothing from outside, nested pipelines run at the same time
public record PassRunner(PassContext context, BiPredicate<Operation, Diagnostics> verifier, List<Instrument> instruments, Workers workers) {
    /// One that does one thing after the other.
    public PassRunner(PassContext context, BiPredicate<Operation, Diagnostics> verifier, List<Instrument> instruments) {
        this(context, verifier, instruments, Workers.NONE);
    }

    /// Runs `pipeline` on `root`, an operation that its anchor names.
    ///
    /// @throws CompileFailure when a pass fails or what it leaves is not valid; the error has been reported
    public void run(Pipeline pipeline, Operation root) {
        run(Schedule.of(pipeline, context.registry()), root);
    }

    /// As above. The counters of the schedule go on from where they are.
    public void run(Schedule schedule, Operation root) {
        var diagnostics = context.diagnostics();
        instruments.forEach(i -> i.beforeRun(schedule, root));
        boolean good = new Execution(this, diagnostics, instruments).run(schedule, root);
        instruments.reversed().forEach(i -> i.afterRun(root, diagnostics, good));
        if (!good) throw new CompileFailure("the '" + schedule.anchor() + "' pipeline failed");
    }
}
