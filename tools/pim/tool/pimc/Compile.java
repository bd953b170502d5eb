package pim.tool.pimc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

@Command(name = "compile", description = "Compiles a network to the programs of the accelerator's cores; leaves every level on the way.", mixinStandardHelpOptions = true)
final class Compile implements Subcommand {
    private static final String WEIGHTS = "weights.safetensors";

    @Mixin private final Options options = new Options();

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "the folder for graph.mlir, tile.mlir, inst.mlir and " + WEIGHTS)
    private String output;

    @Override public int run(Streams io) throws IOException {
        var model = options.modelFile(io);
        try (var stages = new Stages("compile", 6, io.err())) {
            var compilation = Compilation.begin(options, model, io, stages);
            compilation.quantize(stages);
            var levels = new LinkedHashMap<String, String>();
            // The weights stay the same below the graph: one file serves all levels.
            compilation.resources().setWeightFile(WEIGHTS, _ -> null, false);
            var weights = SideFile.collect(compilation.module(), compilation.resources());
            levels.put("graph", text(compilation));
            compilation.tile(stages);
            levels.put("tile", text(compilation));
            compilation.generate(stages);
            weights.putAll(SideFile.collect(compilation.module(), compilation.resources()));
            levels.put("inst", text(compilation));
            stages.run("write", () -> {
                var folder = io.resolve(output);
                Files.createDirectories(folder);
                WeightFile.writeStored(folder.resolve(WEIGHTS), weights);
                for (var level : levels.entrySet()) write(folder.resolve(level.getKey() + ".mlir"), level.getValue());
                return null;
            });
            report(io, levels, stages);
        }
        return 0;
    }

    private static String text(Compilation compilation) {
        return ModulePrinter.print(compilation.module(), compilation.resources(), PrintOptions.CUSTOM.withLocations(true));
    }

    private static void write(Path path, String text) throws IOException {
        WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void report(Streams io, Map<String, String> levels, Stages stages) {
        var sizes = new StringBuilder();
        levels.forEach((name, text) -> sizes.append(sizes.isEmpty() ? "" : ", ").append(name).append(".mlir ").append((text.length() + 1023) / 1024).append(" KB"));
        io.out().println(output + ": " + sizes + " in " + stages.summary());
    }
}
