package pim.pass;

import java.util.ArrayList;
import java.util.List;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.rewrite.Actions;

/// One run of a schedule. Its methods say whether all went well; what did not has been reported.
final class Execution {
    private final PassRunner runner;
    private final Diagnostics diagnostics;
    private final List<Instrument> instruments;

    Execution(PassRunner runner, Diagnostics diagnostics, List<Instrument> instruments) {
        this.runner = runner;
        this.diagnostics = diagnostics;
        this.instruments = instruments;
    }

    boolean run(Schedule schedule, Operation root) {
        return isFor(schedule, root) && entries(schedule, root, new AnalysisCache(root, null, instruments));
    }

    private boolean isFor(Schedule schedule, Operation op) {
        if (schedule.isFor(op.kind())) return true;
        diagnostics.error(op.location(), "can't run '" + schedule.anchor() + "' pass manager on '" + op.name() + "' op");
        return false;
    }

    private boolean entries(Schedule schedule, Operation op, AnalysisCache analyses) {
        for (var entry : schedule.entries()) {
            boolean good = switch (entry) {
                case Schedule.Single single -> pass(single, op, analyses);
                case Schedule.Nested nested -> nested(nested, op, analyses);
            };
            if (!good) return false;
        }
        return true;
    }

    /// Runs on each operation in `op` the pipeline for it, on the others too when one fails.
    private boolean nested(Schedule.Nested nested, Operation op, AnalysisCache analyses) {
        var tasks = new ArrayList<Task>();
        for (var child : children(op)) {
            var schedule = nested.pipelineFor(child);
            if (schedule != null) tasks.add(new Task(schedule, child, analyses));
        }
        boolean good = true;
        if (tasks.size() > 1 && !runner.workers().areNone()) {
            runner.workers().forEach(tasks, Task::runApart);
            for (var task : tasks) task.later.forEach(Runnable::run);
        } else {
            for (var task : tasks) task.run(this);
        }
        for (var task : tasks) good &= task.good;
        analyses.forgetNested();
        analyses.invalidate(_ -> false);
        return good;
    }

    /// The pipeline of one of several operations side by side.
    private final class Task {
        private final Schedule schedule;
        private final Operation op;
        private final AnalysisCache analyses;
        private final List<Runnable> later = new ArrayList<>();
        private boolean good;

        Task(Schedule schedule, Operation op, AnalysisCache around) {
            this.schedule = schedule;
            this.op = op;
            this.analyses = around.of(op);
        }

        void run(Execution execution) {
            good = execution.pipeline(schedule, op, analyses);
        }

        /// While others run; what is to be seen of it in order goes to [#later].
        void runApart() {
            var watching = instruments.stream().map(i -> i.fork(later::add)).toList();
            analyses.watch(watching);
            run(new Execution(runner, diagnostics.fork(later::add), watching));
        }
    }

    private boolean pipeline(Schedule schedule, Operation op, AnalysisCache analyses) {
        instruments.forEach(i -> i.beforePipeline(schedule.anchor(), op));
        try {
            return entries(schedule, op, analyses);
        } finally {
            instruments.reversed().forEach(i -> i.afterPipeline(schedule.anchor(), op));
        }
    }

    private boolean pass(Schedule.Single single, Operation op, AnalysisCache analyses) {
        var pass = single.pass();
        // What a pass does to an operation must concern nobody outside of it.
        if (op.parent() != null && !op.has(Traits.IsolatedFromAbove.class)) {
            diagnostics.error(op, "trying to schedule a pass on an "
                + (op.kind().isRegistered() ? "operation not marked as 'IsolatedFromAbove'" : "unregistered operation"));
            return false;
        }
        var whole = runner.context();
        var context = new PassContext(whole.registry(), diagnostics, whole.resources(), whole.actions(), single.counts(), analyses,
            (pipeline, target) -> dynamic(pipeline, target, op, analyses));
        instruments.forEach(i -> i.beforePass(pass, op));
        boolean good = invoke(pass, op, context);
        analyses.invalidate(context.preserved());
        if (good && !context.preservesAll() && !runner.verifier().test(op, diagnostics)) {
            diagnostics.error(op, "is not valid after pass '" + pass.name() + "'");
            good = false;
        }
        boolean outcome = good;
        instruments.reversed().forEach(i -> i.afterPass(pass, op, outcome));
        return good;
    }

    private boolean invoke(Pass pass, Operation op, PassContext context) {
        int errors = diagnostics.errorCount();
        try {
            var wrongLevel = Level.mismatch(pass, op, context.registry());
            if (wrongLevel != null) throw diagnostics.failure(op.location(), wrongLevel);
            boolean ran = context.actions().execute(Actions.Tag.PASS_EXECUTION,
                () -> "running `" + pass.title() + "` on Operation `" + op.name() + "`", () -> pass.run(op, context));
            if (!ran) context.preserveAll();
            return diagnostics.errorCount() == errors;
        } catch (CompileFailure e) {
            return false;
        } catch (StackOverflowError e) {
            diagnostics.error(op.location(), "the operations are nested too deeply for pass '" + pass.name() + "'");
            return false;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            var notes = new ArrayList<Diagnostic>();
            if (e.getStackTrace().length > 0) notes.add(Diagnostic.note(op.location(), "thrown at " + e.getStackTrace()[0]));
            diagnostics.error(op.location(), "pass '" + pass.name() + "' crashed: " + e, notes.toArray(Diagnostic[]::new));
            return false;
        }
    }

    /// Runs a pipeline that a pass on `op` asks for.
    private void dynamic(Pipeline pipeline, Operation target, Operation op, AnalysisCache analyses) {
        if (target != op && !op.isProperAncestorOf(target)) {
            throw diagnostics.failure(target,
                "Trying to schedule a dynamic pipeline on an operation that isn't nested under the current operation the pass is processing");
        }
        var schedule = Schedule.of(pipeline, runner.context().registry());
        if (!isFor(schedule, target) || !pipeline(schedule, target, analyses.of(target)))
            throw new CompileFailure("the '" + pipeline.anchor() + "' pipeline failed");
    }

    private static List<Operation> children(Operation op) {
        var children = new ArrayList<Operation>();
        for (var region : op.regions()) for (var block : region.blocks()) block.forEach(children::add);
        return children;
    }
}
