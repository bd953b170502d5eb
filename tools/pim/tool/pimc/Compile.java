package pim.tool.pimc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.tensor.WeightFile;
import pim.tensor.WholeFile;
import pim.tool.SideFile;
import pim.tool.Streams;

@Command(name = "compile", description = "Compiles a network to the programs of the accelerator's cores; leaves every level on the way.",
    mixinStandardHelpOptions = true)
final class Compile implements Subcommand {
    private static final String WEIGHTS = "weights.safetensors";

    @Mixin private final Options options = new Options();

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "the folder for graph.mlir, tile.mlir, inst.mlir, isa.mlir and " + WEIGHTS)
    private String output;

    @Option(names = "--mlir-print-debuginfo", description = "write with each operation the location it comes from: the node of the network")
    private boolean locations;

    @Override public int run(Streams io) throws IOException {
        try (var model = options.modelFile(io); var stages = new Stages("compile", 7, io.err())) {
            var compilation = Compilation.begin(options, model.path(), io, stages);
            compilation.quantize(stages);
            var levels = new LinkedHashMap<String, String>();
            var weights = new LinkedHashMap<String, WeightFile.Stored>();
            levels.put("graph", text(compilation, weights));
            compilation.tile(stages);
            levels.put("tile", text(compilation, weights));
            compilation.generate(stages);
            levels.put("inst", text(compilation, weights));
            var obstacle = compilation.lower(stages);
            if (obstacle.isEmpty()) levels.put("isa", text(compilation, weights));
            stages.run("write", () -> {
                var folder = io.resolve(output);
                WholeFile.makeFolder(folder);
                WeightFile.writeStored(folder.resolve(WEIGHTS), weights);
                for (var level : levels.entrySet()) write(folder.resolve(level.getKey() + ".mlir"), level.getValue());
                return null;
            });
            report(io, levels, stages);
            obstacle.ifPresent(reason -> io.out().println(output + ": no isa.mlir: " + reason));
        }
        return 0;
    }

    /// The text of the level; the values it refers to join `weights`, the one file of all levels.
    private String text(Compilation compilation, Map<String, WeightFile.Stored> weights) {
        var resources = compilation.resources();
        weights.putAll(SideFile.collect(compilation.module(), resources));
        var values = new HashMap<String, ByteBuffer>();
        weights.keySet().forEach(key -> values.put(key, resources.get(key)));
        resources.setWeightFile(WEIGHTS, values::get, true);
        return ModulePrinter.print(compilation.module(), resources, locations ? PrintOptions.CUSTOM.with(PrintOptions.Flag.LOCATIONS) : PrintOptions.CUSTOM);
    }

    private static void write(Path path, String text) throws IOException {
        WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void report(Streams io, Map<String, String> levels, Stages stages) {
        var sizes = new StringBuilder();
        levels.forEach((name, text) -> sizes.append(sizes.isEmpty() ? "" : ", ").append(name).append(".mlir ").append((text.length()
            + 1023) / 1024).append(" KB"));
        io.out().println(output + ": " + sizes + " in " + stages.summary());
    }
}
