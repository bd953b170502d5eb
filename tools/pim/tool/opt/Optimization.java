package pim.tool.opt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.ExpectedDiagnostics;
import pim.diagnose.SourceText;
import pim.dialect.irdl.export.IrdlForm;
import pim.ir.attr.Location;
import pim.pass.PassRegistry;
import pim.pass.Pipeline;
import pim.pass.Timing;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;
import pim.tensor.MalformedFileException;
import pim.tensor.WholeFile;
import pim.tool.SideFile;
import pim.tool.SplitInput;
import pim.tool.Streams;
import pim.tool.TextFiles;

/// One run of `pim-opt`: the input, part by part, through the pipeline to the output.
final class Optimization {
    private final Options options;
    private final Pipeline pipeline;
    private final PassRegistry passes;
    private final Registry registry;
    private final Streams io;
    private final Timing timing = new Timing();
    private final Trace trace;

    /// @param pipeline what to run unless the module says so itself
    Optimization(Options options, Pipeline pipeline, PassRegistry passes, Registry registry, Streams io) {
        this.options = options;
        this.pipeline = pipeline;
        this.passes = passes;
        this.registry = registry;
        this.io = io;
        this.trace = new Trace(options.run, io);
    }

    /// @return the exit status
    int run() throws IOException {
        var source = TextFiles.read(options.file, io);
        var parts = options.splitMarker == null ? List.of(source) : SplitInput.parts(source, options.splitMarker);
        boolean good = true;
        var modules = new ArrayList<ParsedModule>();
        for (var part : parts) {
            var optimized = optimize(part, parts.size() == 1);
            good &= optimized.good;
            modules.add(optimized.module);
        }
        timing.enter("Output");
        if (options.output.equals(TextFiles.STANDARD)) print(modules, io.out());
        else if (good) WholeFile.write(io.file(options.output), out -> print(modules, out));
        timing.leave();
        trace.finish();
        if (options.run.timing) io.err().print(options.run.timingDisplay.of(timing, options.run.timingFormat, !options.run.disableThreading));
        return good ? 0 : 1;
    }

    /// @param module as it is when its passes have run, or null
    private record Optimized(boolean good, ParsedModule module) {}

    private Optimized optimize(SourceText part, boolean whole) throws IOException {
        if (options.verifyDiagnostics == null) {
            var diagnostics = Diagnostics.printingTo(io.err()).filtered(options.messages::shown)
                .notingOperations(op -> options.messages.about(op, options.print()));
            var module = optimize(part, diagnostics, whole);
            return new Optimized(module != null, module);
        }
        var expected = new ExpectedDiagnostics(part, options.verifyDiagnostics == Options.Expectation.ONLY_EXPECTED);
        var module = optimize(part, new Diagnostics(expected::take).filtered(options.messages::shown).showingOn(io.err()), whole);
        return new Optimized(expected.verify(Diagnostics.printingTo(io.err())), module);
    }

    /// The part after all passes, its values where the output will look for them; null when there was an error, which has been reported.
    private ParsedModule optimize(SourceText part, Diagnostics diagnostics, boolean whole) throws IOException {
        try {
            timing.enter("Parser");
            ParsedModule module;
            try {
                module = ModuleReader.read(part, registry, diagnostics, options.allowUnregistered, null, options.implicitModule);
                if (diagnostics.hasErrors() || options.verifyParsed && !Verifier.verify(module.top(), registry, diagnostics)) return null;
                if (options.verifyRoundTrip && !new RoundTrip(registry, options.allowUnregistered, options.implicitModule)
                    .verify(module, part.path(), diagnostics)) return null;
                if (module.resources().weightFile() != null) SideFile.open(input(), module.resources());
            } finally {
                timing.leave();
            }
            new PassRun(options, passes, registry, io, timing, trace.actions()).run(pipeline, module, diagnostics);
            if (module.resources().weightFile() != null) moveValues(module, whole);
            return module;
        } catch (CompileFailure e) {
            return null;
        } catch (StackOverflowError e) {
            diagnostics.error(new Location.File(part.path(), 1, 1), "the operations are nested too deeply");
            return null;
        }
    }

    private void moveValues(ParsedModule module, boolean whole) throws IOException {
        // What goes to standard output names the file as its input does: where it will lie is not known.
        if (options.output.equals(TextFiles.STANDARD)) return;
        var resources = module.resources();
        // New values go where the old ones were, into a file; the text of several modules in one file keeps them.
        if (whole && !resources.inline().isEmpty()) {
            try {
                SideFile.write(module.top(), resources, output());
            } catch (IllegalArgumentException noTensor) {
                throw new MalformedFileException(input(), noTensor.getMessage());
            }
        }
        else SideFile.refer(input(), output(), resources);
    }

    private Path input() {
        return io.resolve(options.file);
    }

    private Path output() {
        return io.resolve(options.output);
    }

    private void print(List<ParsedModule> modules, OutputStream out) throws IOException {
        try {
            for (int i = 0; i < modules.size(); i++) {
                if (i > 0) write(options.outputMarker + "\n", out);
                // Of a part with an error nothing is left but its place.
                if (modules.get(i) == null) continue;
                if (options.irdlForm) write(IrdlForm.of(modules.get(i).top(), registry), out);
                else ModulePrinter.print(modules.get(i), options.print(), piece -> write(piece, out));
            }
            out.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// A writer of characters would copy them twice more.
    private static void write(CharSequence text, OutputStream out) {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
