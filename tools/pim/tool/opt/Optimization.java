package pim.tool.opt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.ExpectedDiagnostics;
import pim.diagnose.SourceText;
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
    private final Path input;
    private final Path output;

    /// @param pipeline what to run unless the module says so itself
    Optimization(Options options, Pipeline pipeline, PassRegistry passes, Registry registry, Streams io) {
        this.options = options;
        this.pipeline = pipeline;
        this.passes = passes;
        this.registry = registry;
        this.io = io;
        this.input = io.resolve(options.file);
        this.output = io.resolve(options.output);
    }

    /// @return the exit status
    int run() throws IOException {
        var source = TextFiles.read(options.file, io);
        var parts = options.splitMarker == null ? List.of(source) : SplitInput.parts(source, options.splitMarker);
        boolean good = true;
        var text = new StringBuilder();
        for (var part : parts) {
            var written = optimize(part, parts.size() == 1);
            good &= written.good;
            if (written.text == null) continue;
            if (!text.isEmpty()) text.append(options.outputMarker).append('\n');
            text.append(written.text);
        }
        if (options.output.equals(TextFiles.STANDARD)) io.out().print(text);
        else if (good) WholeFile.write(output, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        if (options.run.timing) io.err().print(options.run.timingDisplay.of(timing, options.run.timingFormat, !options.run.disableThreading));
        return good ? 0 : 1;
    }

    /// @param text of the part when its passes have run, or null
    private record Written(boolean good, String text) {}

    private Written optimize(SourceText part, boolean whole) throws IOException {
        if (options.verifyDiagnostics == null) {
            var text = optimize(part, Diagnostics.printingTo(io.err()), whole);
            return new Written(text != null, text);
        }
        var expected = new ExpectedDiagnostics(part, options.verifyDiagnostics == Options.Expectation.ONLY_EXPECTED);
        var text = optimize(part, new Diagnostics(expected::take), whole);
        return new Written(expected.verify(Diagnostics.printingTo(io.err())), text);
    }

    /// The text of the part after all passes; null when there was an error, which has been reported.
    private String optimize(SourceText part, Diagnostics diagnostics, boolean whole) throws IOException {
        try {
            timing.enter("Parser");
            ParsedModule module;
            try {
                module = ModuleReader.read(part, registry, diagnostics, options.allowUnregistered);
                if (diagnostics.hasErrors() || !Verifier.verify(module.top(), diagnostics)) return null;
                SideFile.open(input, module.resources());
            } finally {
                timing.leave();
            }
            new PassRun(options, passes, registry, io, timing).run(pipeline, module, diagnostics);
            return print(module, whole);
        } catch (CompileFailure e) {
            return null;
        } catch (StackOverflowError e) {
            diagnostics.error(new Location.File(part.path(), 1, 1), "the operations are nested too deeply");
            return null;
        } catch (FileSystemException | MalformedFileException e) {
            diagnostics.error(new Location.File(part.path(), 1, 1), e.getMessage());
            return null;
        }
    }

    private String print(ParsedModule module, boolean whole) throws IOException {
        timing.enter("Output");
        try {
            var resources = module.resources();
            if (resources.weightFile() != null) {
                // New values go where the old ones were, into a file; the text of several modules in one file keeps them.
                if (!options.output.equals(TextFiles.STANDARD) && whole && !resources.inline().isEmpty()) SideFile.write(module.top(), resources,
                    output);
                // What goes to standard output names the file as its input does: where it will lie is not known.
                else if (!options.output.equals(TextFiles.STANDARD)) SideFile.refer(input, output, resources);
            }
            return ModulePrinter.print(module.top(), resources, options.print());
        } finally {
            timing.leave();
        }
    }
}
