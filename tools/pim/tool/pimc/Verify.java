package pim.tool.pimc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Noise;
import pim.dialect.arch.NoiseText;
import pim.dialect.quant.UniformType;
import pim.interpret.Interpreters;
import pim.tensor.Tensor;
import pim.tool.JsonFile;
import pim.tool.NamedValues;
import pim.tool.Streams;
import pim.tool.oracle.OnnxRuntime;

@Command(name = "verify", description = "Runs the network at every level and in ONNX Runtime, and compares what they compute.",
    mixinStandardHelpOptions = true)
final class Verify implements Subcommand {
    /// What 16-bit programs are held to, in dB.
    private static final double REQUIRED_AT_16_BITS = 40;

    @Mixin private final Options options = new Options();

    @Option(names = "--input", paramLabel = "NAME=FILE", parameterConsumer = NamedValues.class,
        description = "the input, a .npy or .pb file; standard normal numbers where none is given")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--samples", paramLabel = "N", defaultValue = "1",
        description = "judge accuracy by so many inputs, each of other numbers; levels are compared on the first of them (default: ${DEFAULT-VALUE})")
    private int samples;

    @Option(names = "--json", paramLabel = "FILE", description = "write the report as JSON")
    private String json;

    @Option(names = "--min-sqnr", paramLabel = "DB",
        description = "fail below this signal-to-quantisation-noise ratio (default: 40 at 16 bits, none at 8)")
    private Double minimum;

    @Option(names = "--noise", paramLabel = "N", description = "run the program once more with noise: a model (mnsim, "
        + "pcm-like, ...), a JSON file, or values like variation=0.05,stuck=0.001,read-noise=0.01,ir-drop=1e-5,adc=8,seed=1, also behind a model; "
        + "without it that of --arch")
    private String noise;

    private Noise requested;
    private long macs, arrayMacs;

    @Override public int run(Streams io) throws IOException {
        if (samples < 1) throw new UsageException("--samples must be at least 1, but is " + samples);
        if (minimum != null && minimum.isNaN()) throw new UsageException("--min-sqnr must be a number, but is NaN");
        if (noise != null) requested = NoiseText.read(noise, "--noise", io.directory(), Diagnostics.printingTo(io.err()));
        try (var model = options.modelFile(io); var stages = new Stages("verify", 13, io.err())) {
            var compilation = Compilation.begin(options, model.path(), io, stages);
            var given = Samples.read(samples, options.seed, compilation.inputShapes(), inputs, io);
            List<Map<String, Tensor>> expected = stages.run("onnxruntime", () -> {
                try (var runtime = OnnxRuntime.open(model.path())) {
                    return given.run(runtime::run);
                }
            });
            compilation.quantize(stages);
            // Levels are compared without noise, which only the last of them can have.
            compilation.target(compilation.accelerator().exact());
            var types = compilation.outputTypes();
            macs = compilation.macs();
            var levels = new LinkedHashMap<String, Map<String, Tensor>>();
            var exact = interpret("graph", compilation, given, stages);
            levels.put("graph", exact.getFirst());
            compilation.tile(stages);
            levels.put("tile", interpretFirst("tile", compilation, given, stages));
            compilation.generate(stages);
            arrayMacs = compilation.arrayMacs();
            levels.put("inst", interpretFirst("inst", compilation, given, stages));
            var obstacle = compilation.lower(stages);
            if (obstacle.isEmpty()) levels.put("isa", interpretFirst("isa", compilation, given, stages));
            else io.out().println(options.model + ": no level isa: " + obstacle.get());
            var accuracy = Accuracy.of(expected, exact, types, io.resolve(options.model));
            var noisy = noisy(io, compilation, given, expected, types, stages);
            return report(io, levels, accuracy, noisy, stages);
        }
    }

    private static List<Map<String, Tensor>> interpret(String level, Compilation compilation, Samples samples, Stages stages) throws IOException {
        return stages.run("run " + level, () -> samples.run(inputs -> interpret(compilation, inputs)));
    }

    /// On the first sample alone.
    private static Map<String, Tensor> interpretFirst(String level, Compilation compilation, Samples samples, Stages stages) throws IOException {
        return stages.run("run " + level, () -> interpret(compilation, samples.inputs(0)));
    }

    private static Map<String, Tensor> interpret(Compilation compilation, Map<String, Tensor> inputs) {
        return Interpreters.run(compilation.module(), inputs, compilation.resources(), compilation.diagnostics());
    }

    /// A run of the program with noise.
    private record Noisy(Noise noise, Accuracy accuracy) {
        Map<String, Object> report() {
            var report = new LinkedHashMap<String, Object>(noise.values());
            accuracy.report(report);
            return report;
        }
    }

    /// Runs the program with the noise asked for, or with that of the accelerator; null when there is none.
    private Noisy noisy(Streams io, Compilation compilation, Samples given, List<Map<String, Tensor>> expected, Map<String, UniformType> types,
        Stages stages) throws IOException {
        var accelerator = noise == null ? compilation.accelerator() : compilation.accelerator().withNoise(requested);
        if (noise == null && accelerator.isExact()) return null;
        compilation.target(accelerator);
        var outputs = interpret("noisy", compilation, given, stages);
        return new Noisy(accelerator.noise(), Accuracy.of(expected, outputs, types, io.resolve(options.model)));
    }

    private int report(Streams io, Map<String, Map<String, Tensor>> levels, Accuracy accuracy, Noisy noisy, Stages stages) throws IOException {
        var graph = levels.get("graph");
        var unequal = new ArrayList<String>();
        for (var level : levels.keySet()) {
            for (var name : graph.keySet()) if (!graph.get(name).equals(levels.get(level).get(name))) unequal.add(level
                + " differs from graph at output '" + name + "'");
        }
        double sqnr = accuracy.sqnr();
        var report = new LinkedHashMap<String, Object>();
        report.put("model", options.model);
        report.put("arch", options.arch);
        report.put("mode", options.mode.name().toLowerCase(Locale.ROOT));
        report.put("bits", options.bits);
        report.put("seed", options.seed);
        report.put("levels", levels.keySet());
        report.put("levels_equal", unequal.isEmpty());
        report.put("samples", samples);
        accuracy.report(report);
        if (noisy != null) report.put("noise", noisy.report());
        report.put("macs", macs);
        report.put("array_macs", arrayMacs);
        report.put("seconds", stages.seconds());
        if (json != null) JsonFile.write(io.resolve(json), report);
        unequal.forEach(u -> io.err().println(options.model + ": error: " + u));
        io.out().printf(Locale.ROOT, "%s on %s, %d bits: levels %s, %s, %s%n", options.model, options.arch, options.bits,
            unequal.isEmpty() ? "equal" : "DIFFER", accuracy.text(), stages.summary());
        if (noisy != null) io.out().println("with noise: " + noisy.accuracy.text());
        double least = minimum != null ? minimum : options.bits == 16 ? REQUIRED_AT_16_BITS : Double.NEGATIVE_INFINITY;
        if (sqnr < least) io.err().printf(Locale.ROOT, "%s: error: the SQNR is %.1f dB, but at least %.1f dB is required%n", options.model, sqnr,
            least);
        return unequal.isEmpty() && sqnr >= least ? 0 : 1;
    }
}
