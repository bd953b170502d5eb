package pim.pass;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.List;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.attr.Location;

/// Writes, when a pass fails, a module that shows the failure again.
public final class Reproducer implements Instrument {
    /// Where it goes.
    @FunctionalInterface public interface Sink {
        void write(String text) throws IOException;
    }

    /// @param file             the name that the user is told
    /// @param local            whether the module is the one that the failing pass saw, and that pass alone is run, rather than the whole run's
    /// @param disableThreading and `verifyEach`: how the run goes
    /// @param resources        of the program, as the file names them
    public record Settings(String file, boolean local, boolean disableThreading, boolean verifyEach, Resources resources) {}

    private final Settings settings;
    private final Sink sink;
    /// The module that each running pass saw; of the whole run, the one before it.
    private final Deque<String> modules = new ArrayDeque<>();
    private Failed failed;

    private record Failed(Location location, String pass, String module) {}

    public Reproducer(Settings settings, Sink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    @Override public void beforeRun(Schedule schedule, Operation root) {
        if (!settings.local) modules.push(module(schedule.pipeline(), root));
    }

    @Override public void beforePass(Pass pass, Operation op) {
        if (!settings.local) return;
        Step step = new Step.Run(pass);
        var top = op;
        for (; top.parent() != null; top = top.parent()) step = new Pipeline(top.name(), List.of(step));
        modules.push(module(new Pipeline(top.name(), List.of(step)), top));
    }

    @Override public void afterPass(Pass pass, Operation op, boolean good) {
        var module = settings.local ? modules.pop() : modules.peek();
        if (!good && failed == null) failed = new Failed(op.location(), "`" + pass.title() + "` on " + IrDump.described(op), module);
    }

    @Override public void afterRun(Operation root, Diagnostics diagnostics, boolean good) {
        if (failed == null) return;
        var pass = settings.local ? failed.pass : "[" + failed.pass + "]";
        diagnostics.error(failed.location, "Failures have been detected while processing an MLIR pass pipeline",
            Diagnostic.note(failed.location, "Pipeline failed while executing " + pass + ": " + write()));
    }

    @Override public Instrument fork(Consumer<Runnable> later) {
        var fork = new Reproducer(settings, sink);
        fork.modules.addAll(modules);
        later.accept(() -> {
            if (failed == null) failed = fork.failed;
        });
        return fork;
    }

    private String write() {
        try {
            sink.write(failed.module);
            return "reproducer generated at `" + settings.file + "`";
        } catch (IOException e) {
            return "failed to create output stream: " + e.getMessage();
        }
    }

    private String module(Pipeline pipeline, Operation op) {
        return new Reproduction(pipeline.toString(), settings.disableThreading, settings.verifyEach).text(op, settings.resources);
    }
}
