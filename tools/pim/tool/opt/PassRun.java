package pim.tool.opt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.parallel.Workers;
import pim.pass.Instrument;
import pim.pass.IrDump;
import pim.pass.IrTree;
import pim.pass.PassContext;
import pim.pass.PassRegistry;
import pim.pass.PassRunner;
import pim.pass.Pipeline;
import pim.pass.PipelineParser;
import pim.pass.Reproducer;
import pim.pass.Reproduction;
import pim.pass.Schedule;
import pim.pass.Timing;
import pim.rewrite.Actions;
import pim.syntax.ModulePrinter;
import pim.syntax.ParsedModule;
import pim.tensor.WholeFile;
import pim.tool.SideFile;
import pim.tool.Streams;

/// The passes of one run of `pim-opt` on one module, with all that watches them.
record PassRun(Options options, PassRegistry passes, Registry registry, Streams io, Timing timing, Actions actions) {
    /// @param given what to run unless the module says so itself
    /// @throws CompileFailure when a pass fails; the error has been reported
    /// @throws IOException    if something that is to be written cannot be
    void run(Pipeline given, ParsedModule module, Diagnostics diagnostics) throws IOException {
        var reproduction = options.run.runReproducer ? Reproduction.take(module.resources())
            : new Reproduction(given.toString(), options.run.disableThreading, options.run.verifyEach);
        if (reproduction == null) throw diagnostics.failure(module.top().location(), "the module has no 'mlir_reproducer' resource to run");
        var pipeline = options.run.runReproducer ? new PipelineParser(passes, registry, diagnostics).parse(reproduction.pipeline()) : given;
        if (options.dumpPipeline) io.err().println("Pass Manager with " + pipeline.steps().size() + " passes:\n" + pipeline.indented() + "\n");
        var schedule = Schedule.of(pipeline, registry);
        if (options.run.reproducer != null) {
            var text = reproduction.text(module.top(), resourcesFor(options.run.reproducer, module));
            write(options.run.reproducer, text);
        }
        BiPredicate<Operation, Diagnostics> verifier = reproduction.verifyEach() ? Verifier::verify : (op, d) -> true;
        try {
            // Who counts actions wants to count the same ones the next time.
            var workers = reproduction.disableThreading() || actions != Actions.NONE ? Workers.NONE : Workers.OF_PROCESSORS;
            var context = new PassContext(registry, diagnostics, module.resources(), actions);
            new PassRunner(context, verifier, instruments(reproduction, module), workers).run(schedule, module.top());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (options.run.statistics) io.err().print(options.run.statisticsDisplay.of(schedule));
        }
    }

    private List<Instrument> instruments(Reproduction reproduction, ParsedModule module) throws IOException {
        var run = options.run;
        var instruments = new ArrayList<Instrument>();
        if (run.timing) instruments.add(timing);
        var selection = new IrDump.Selection(run::printsBefore, run::printsAfter, run.occasion(), run.printModuleScope,
            op -> ModulePrinter.print(op, null, options.print()).stripTrailing());
        IrDump.Sink sink = run.printTree == null ? (op, pass, text) -> io.err().print(text) : new IrTree(io.resolve(run.printTree));
        instruments.add(new IrDump(selection, sink));
        if (run.crashReproducer != null) {
            var settings = new Reproducer.Settings(run.crashReproducer, run.localReproducer, reproduction.disableThreading(),
                reproduction.verifyEach(), resourcesFor(run.crashReproducer, module));
            instruments.add(new Reproducer(settings, text -> write(run.crashReproducer, text)));
        }
        return instruments;
    }

    /// The resources of the module, as a file elsewhere has to name them.
    private Resources resourcesFor(String file, ParsedModule module) throws IOException {
        var resources = module.resources().copy();
        SideFile.refer(io.resolve(options.file), io.resolve(file), resources);
        return resources;
    }

    private void write(String file, String text) throws IOException {
        WholeFile.write(io.resolve(file), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
