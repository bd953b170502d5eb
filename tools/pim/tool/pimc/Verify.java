package pim.tool.pimc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Noise;
import pim.dialect.arch.NoiseText;
import pim.dialect.quant.UniformType;
import pim.interpret.Interpreters;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;
import pim.tool.JsonFile;
import pim.tool.NamedValues;
import pim.tool.Streams;
import pim.tool.TensorFiles;
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
        if (minimum != null && minimum.isNaN()) throw new UsageException("--min-sqnr must be a number, but is NaN");
        if (noise != null) requested = NoiseText.read(noise, "--noise", io.directory(), Diagnostics.printingTo(io.err()));
        try (var model = options.modelFile(io); var stages = new Stages("verify", 13, io.err())) {
            var compilation = Compilation.begin(options, model.path(), io, stages);
            var given = inputs(io, compilation);
            Map<String, Tensor> expected = stages.run("onnxruntime", () -> {
                try (var runtime = OnnxRuntime.open(model.path())) {
                    return runtime.run(given);
                }
            });
            compilation.quantize(stages);
            // Levels are compared without noise, which only the last of them can have.
            compilation.target(compilation.accelerator().exact());
            var types = compilation.outputTypes();
            macs = compilation.macs();
            var levels = new LinkedHashMap<String, Map<String, Tensor>>();
            levels.put("graph", interpret("graph", compilation, given, stages));
            compilation.tile(stages);
            levels.put("tile", interpret("tile", compilation, given, stages));
            compilation.generate(stages);
            arrayMacs = compilation.arrayMacs();
            levels.put("inst", interpret("inst", compilation, given, stages));
            var obstacle = compilation.lower(stages);
            if (obstacle.isEmpty()) levels.put("isa", interpret("isa", compilation, given, stages));
            else io.out().println(options.model + ": no level isa: " + obstacle.get());
            var noisy = noisy(io, compilation, given, expected, types, stages);
            return report(io, expected, levels, types, noisy, stages);
        }
    }

    private Map<String, Tensor> inputs(Streams io, Compilation compilation) throws IOException {
        var given = new LinkedHashMap<String, Tensor>();
        // Not the numbers that calibration sees.
        var random = new Random(~options.seed);
        for (var input : compilation.inputShapes().entrySet()) {
            var file = inputs.get(input.getKey());
            given.put(input.getKey(), file != null ? read(io.resolve(file), input.getKey(), input.getValue()) : normal(input.getValue(), random));
        }
        for (var name : inputs.keySet()) if (!given.containsKey(name)) throw new UsageException("--input " + name
            + ": the model has no such input; it has " + String.join(", ", given.keySet()));
        return given;
    }

    /// ONNX Runtime and all levels have to compute with the same numbers, so they have to be ones that every level can hold.
    private static Tensor read(Path file, String name, int[] shape) throws IOException {
        var tensor = TensorFiles.read(file);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new MalformedFileException(file, "input '" + name + "' has shape " + Arrays.toString(shape) + ", but the file holds "
                + Arrays.toString(tensor.shape()));
        }
        if (!(tensor instanceof Tensor.Floats(_, var data))) {
            throw new MalformedFileException(file, "input '" + name + "' is of floats, but the file holds integers");
        }
        for (float value : data) {
            if (!Float.isFinite(value)) throw new MalformedFileException(file, "input '" + name + "' needs finite numbers, but the file holds "
                + value);
        }
        return tensor;
    }

    private static Tensor normal(int[] shape, Random random) {
        var data = new float[Tensor.size(shape)];
        for (int i = 0; i < data.length; i++) data[i] = (float) random.nextGaussian();
        return new Tensor.Floats(shape, data);
    }

    private static Map<String, Tensor> interpret(String level, Compilation compilation, Map<String, Tensor> given, Stages stages) throws IOException {
        return stages.run("run " + level, () -> Interpreters.run(compilation.module(), given, compilation.resources(), compilation.diagnostics()));
    }

    /// A run of the program with noise.
    private record Noisy(Noise noise, Accuracy accuracy) {
        Map<String, Object> report() {
            var report = new LinkedHashMap<String, Object>(noise.values());
            report.put("sqnr_db", accuracy.roundedSqnr());
            report.put("top1_equal", accuracy.top1());
            return report;
        }
    }

    /// Runs the program with the noise asked for, or with that of the accelerator; null when there is none.
    private Noisy noisy(Streams io, Compilation compilation, Map<String, Tensor> given, Map<String, Tensor> expected, Map<String, UniformType> types,
        Stages stages) throws IOException {
        var accelerator = noise == null ? compilation.accelerator() : compilation.accelerator().withNoise(requested);
        if (noise == null && accelerator.isExact()) return null;
        compilation.target(accelerator);
        var outputs = interpret("noisy", compilation, given, stages);
        return new Noisy(accelerator.noise(), Accuracy.of(expected, outputs, types, io.resolve(options.model)));
    }

    private int report(Streams io, Map<String, Tensor> expected, Map<String, Map<String, Tensor>> levels, Map<String, UniformType> types,
        Noisy noisy, Stages stages) throws IOException {
        var graph = levels.get("graph");
        var unequal = new ArrayList<String>();
        for (var level : levels.keySet()) {
            for (var name : graph.keySet()) if (!graph.get(name).equals(levels.get(level).get(name))) unequal.add(level
                + " differs from graph at output '" + name + "'");
        }
        var accuracy = Accuracy.of(expected, graph, types, io.resolve(options.model));
        double sqnr = accuracy.sqnr();
        var report = new LinkedHashMap<String, Object>();
        report.put("model", options.model);
        report.put("arch", options.arch);
        report.put("mode", options.mode.name().toLowerCase(Locale.ROOT));
        report.put("bits", options.bits);
        report.put("seed", options.seed);
        report.put("levels", levels.keySet());
        report.put("levels_equal", unequal.isEmpty());
        report.put("sqnr_db", accuracy.roundedSqnr());
        report.put("top1_equal", accuracy.top1());
        if (noisy != null) report.put("noise", noisy.report());
        report.put("macs", macs);
        report.put("array_macs", arrayMacs);
        report.put("seconds", stages.seconds());
        if (json != null) JsonFile.write(io.resolve(json), report);
        unequal.forEach(u -> io.err().println(options.model + ": error: " + u));
        io.out().printf(Locale.ROOT, "%s on %s, %d bits: levels %s, SQNR %.1f dB, top-1 %s, %s%n", options.model, options.arch, options.bits,
            unequal.isEmpty() ? "equal" : "DIFFER", sqnr, accuracy.top1() ? "equal" : "differs", stages.summary());
        if (noisy != null) io.out().printf(Locale.ROOT, "with noise: SQNR %.1f dB, top-1 %s%n", noisy.accuracy.sqnr(),
            noisy.accuracy.top1() ? "equal" : "differs");
        double least = minimum != null ? minimum : options.bits == 16 ? REQUIRED_AT_16_BITS : Double.NEGATIVE_INFINITY;
        if (sqnr < least) io.err().printf(Locale.ROOT, "%s: error: the SQNR is %.1f dB, but at least %.1f dB is required%n", options.model, sqnr,
            least);
        return unequal.isEmpty() && sqnr >= least ? 0 : 1;
    }
}
