package pim.tool.translate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pim.dialect.graph.onnx.OnnxImport;
import pim.ir.Resources;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.tensor.WholeFile;
import pim.tool.NamedShapes;
import pim.tool.SideFile;
import pim.tool.Streams;

/// `--import-onnx`: an ONNX model as a module of the graph dialect, its weights in a file beside it.
@Command(sortOptions = false, description = "Imports an ONNX model: a module of the graph dialect, and beside it its weights (.safetensors).")
public final class ImportOnnx implements Translation {
    private static final String FLAG = "--import-onnx";

    @Option(names = FLAG, required = true, paramLabel = "M.onnx", description = "The model.")
    private String model;
    @Option(names = "--shape", paramLabel = "NAME=1x3x224x224", parameterConsumer = NamedShapes.class,
        description = "The shape of an input, for one that the model leaves open. May be repeated.")
    private Map<String, int[]> shapes = new LinkedHashMap<>();
    @Option(names = "-o", required = true, paramLabel = "M.mlir", description = "The module to write.")
    private String output;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.")
    private boolean help;

    @Override public String flag() {
        return FLAG;
    }

    @Override public int translate(Streams io) throws IOException {
        var resources = new Resources();
        var module = OnnxImport.read(io.resolve(model), shapes, resources);
        var path = io.resolve(output);
        SideFile.write(module, resources, path);
        var text = ModulePrinter.print(module, resources, PrintOptions.CUSTOM.with(PrintOptions.Flag.LOCATIONS));
        WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }
}
