package pim.tool.pimc;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.tool.NamedShapes;
import pim.tool.Streams;
import pim.tool.zoo.Zoo;

/// What `compile` and `verify` both ask for.
final class Options {
    static final String ZOO = "zoo:";

    enum Mode { SEQUENTIAL, HT, LL }

    @Parameters(paramLabel = "MODEL", description = "an ONNX file, or zoo:NAME for a network of `pimc zoo --list`")
    String model;

    @Option(names = "--arch", required = true, paramLabel = "A", description = "the accelerator: a preset (isaac, puma, ...) or a JSON file")
    String arch;

    @Option(names = "--mode", required = true, paramLabel = "M", description = "how windows are scheduled: sequential (ht and ll are not there yet)")
    Mode mode;

    @Option(names = "--bits", paramLabel = "N", defaultValue = "16",
        description = "the width of the fixed-point numbers, 8 or 16 (default: ${DEFAULT-VALUE})")
    int bits;

    @Option(names = "--shape", paramLabel = "NAME=1x3x224x224", parameterConsumer = NamedShapes.class,
        description = "fixes the shape of an input; may be repeated")
    Map<String, int[]> shapes = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0",
        description = "of the random numbers: calibration samples, zoo weights (default: ${DEFAULT-VALUE})")
    long seed;

    /// The model as a file, to be closed when nobody reads it any more.
    ModelFile modelFile(Streams io) throws IOException {
        if (bits != 8 && bits != 16) throw new UsageException("--bits must be 8 or 16, but is " + bits);
        if (mode != Mode.SEQUENTIAL) throw new UsageException("--mode " + mode.name().toLowerCase(Locale.ROOT)
            + " is not there yet; --mode sequential is");
        if (!model.startsWith(ZOO)) return ModelFile.ofUser(io.resolve(model));
        var name = model.substring(ZOO.length());
        if (!Zoo.names().contains(name)) throw new UsageException("there is no network '" + name + "'; there are " + String.join(", ", Zoo.names()));
        return ModelFile.ofZoo(name, seed);
    }
}
