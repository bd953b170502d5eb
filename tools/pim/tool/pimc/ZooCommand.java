package pim.tool.pimc;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.zoo.Zoo;

@Command(name = "zoo", description = "Writes a standard network with seeded weights as an ONNX file.", mixinStandardHelpOptions = true)
final class ZooCommand implements Subcommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the network; see --list")
    private String name;

    @Option(names = "-o", paramLabel = "FILE", description = "the ONNX file to write; NAME.onnx when it is not given")
    private String output;

    @Option(names = "--list", description = "list the networks")
    private boolean list;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "of the weights (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override public int run(Streams io) throws IOException {
        if (list && (name != null || output != null)) throw new UsageException("--list writes no network: it goes without a name and without -o");
        if (list) {
            Zoo.names().forEach(io.out()::println);
            return 0;
        }
        if (name == null) throw new UsageException("a network is needed, one of " + String.join(", ", Zoo.names()));
        if (!Zoo.names().contains(name)) throw new UsageException("there is no network '" + name + "'; there are " + String.join(", ", Zoo.names()));
        var model = Zoo.build(name, seed);
        var path = io.resolve(output == null ? name + ".onnx" : output);
        WholeFile.write(path, model::writeTo);
        return 0;
    }
}
