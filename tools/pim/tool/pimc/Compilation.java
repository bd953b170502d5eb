package pim.tool.pimc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.func.Func;
import pim.dialect.graph.Boundary;
import pim.dialect.graph.Graph;
import pim.dialect.graph.Shapes;
import pim.dialect.graph.onnx.OnnxImport;
import pim.dialect.inst.Compute;
import pim.dialect.inst.Structure;
import pim.dialect.isa.convert.ConvertInstToIsa;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.pass.PassContext;
import pim.pass.PassRegistry;
import pim.pass.PassRunner;
import pim.pass.PipelineParser;
import pim.tensor.MalformedFileException;
import pim.tool.Streams;

/// A network on its way down, one level after the other. The pipelines are text, as a user of `pim-opt` would write them.
final class Compilation {
    private final Options options;
    private final Diagnostics diagnostics;
    private final Registry registry = Registry.standard();
    private final Resources resources = new Resources();
    private final Accelerator accelerator;
    private Operation module;

    private Compilation(Options options, Accelerator accelerator, Diagnostics diagnostics) {
        this.options = options;
        this.accelerator = accelerator;
        this.diagnostics = diagnostics;
    }

    /// Reads the accelerator and imports the model.
    static Compilation begin(Options options, Path model, Streams io, Stages stages) throws IOException {
        var diagnostics = Diagnostics.printingTo(io.err());
        var accelerator = Accelerator.load(options.arch, io.directory(), diagnostics);
        diagnostics.setInput(options.model);
        var compilation = new Compilation(options, accelerator, diagnostics);
        try {
            compilation.module = stages.run("import", () -> OnnxImport.read(model, options.shapes, compilation.resources));
        } catch (MalformedFileException e) {
            // The file of a network of the zoo is none that the user knows.
            throw diagnostics.failure(Location.UNKNOWN, e.getMessage());
        }
        return compilation;
    }

    /// To the quantised graph.
    void quantize(Stages stages) throws IOException {
        pass(stages, "optimize", "graph-fold-batch-norm,graph-fuse-activation,canonicalize");
        pass(stages, "quantize", "graph-quantize{bits=" + options.bits + " seed=" + options.seed + "}");
        target(accelerator);
    }

    /// Says which accelerator the module is for.
    void target(Accelerator accelerator) {
        module.setAttribute(Accelerator.ATTRIBUTE, accelerator.withoutSources().toAttribute());
    }

    /// The accelerator as the user described it.
    Accelerator accelerator() {
        return accelerator;
    }

    /// To array groups on cores.
    void tile(Stages stages) throws IOException {
        pass(stages, "tile", "convert-graph-to-tile,tile-unfold,tile-place");
    }

    /// To the programs of the cores.
    void generate(Stages stages) throws IOException {
        pass(stages, "inst", "convert-tile-to-inst{mode=" + options.mode.name().toLowerCase(Locale.ROOT) + "},inst-allocate,inst-check-communication");
    }

    /// To machine instructions, if all can be expressed in them; else what cannot is the answer, and the programs are as they were.
    Optional<String> lower(Stages stages) throws IOException {
        return stages.run("isa", () -> {
            var messages = new ArrayList<String>();
            var context = new PassContext(registry, new Diagnostics(d -> messages.add(d.message())), resources);
            try {
                new ConvertInstToIsa().run(module, context);
            } catch (CompileFailure failure) {
                return Optional.of(messages.getFirst());
            }
            if (!Verifier.verify(module, diagnostics)) throw new CompileFailure("the machine program is wrong");
            return Optional.empty();
        });
    }

    private void pass(Stages stages, String stage, String passes) throws IOException {
        stages.run(stage, () -> {
            var pipeline = new PipelineParser(PassRegistry.standard(), registry, diagnostics).parse("builtin.module(" + passes + ")");
            new PassRunner(new PassContext(registry, diagnostics, resources), Verifier::verify, List.of()).run(pipeline, module);
            return null;
        });
    }

    /// The shape of each input of the imported network, by its name.
    Map<String, int[]> inputShapes() {
        var shapes = new LinkedHashMap<String, int[]>();
        var main = main();
        for (int i = 0; i < main.type().inputs().size(); i++) {
            shapes.put(name(main.argAttrs(), i), ((RankedTensorType) main.type().inputs().get(i)).shape().toInts());
        }
        return shapes;
    }

    /// The fixed-point type of each output of the quantised network, by its name.
    Map<String, UniformType> outputTypes() {
        var types = new LinkedHashMap<String, UniformType>();
        var main = main();
        for (int i = 0; i < main.type().results().size(); i++) types.put(name(main.resAttrs(), i), UniformType.of(main.type().results().get(i)));
        return types;
    }

    /// How many multiplications and additions the layers with weights need.
    long macs() {
        var total = new long[1];
        module.walk(op -> total[0] += switch (op.op()) {
            case Graph.Conv2d conv -> Math.multiplyExact(elements(conv.result()), elements(conv.weights().type()) / Shapes.of(conv.weights())[0]);
            case Graph.Linear linear -> Math.multiplyExact(elements(linear.result()), Shapes.of(linear.weights())[1]);
            case null, default -> 0;
        });
        return total[0];
    }

    /// How many the array groups do for them, with all their weights, among which there are zeros where groups of a convolution share arrays.
    long arrayMacs() {
        var total = new long[1];
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Core core) core.body().walk(inner -> {
                if (!(inner.op() instanceof Compute.Mvm mvm)) return;
                var part = core.groups().get((int) mvm.group()).part();
                total[0] += rounds(inner) * part.rows() * part.cols();
            });
        }
        return total[0];
    }

    /// How often an instruction is executed.
    private static long rounds(Operation op) {
        long rounds = 1;
        for (var parent = op.parent(); parent.op() instanceof Structure.For loop; parent = parent.parent()) rounds *= loop.trips();
        return rounds;
    }

    private static long elements(Type tensor) {
        return ((RankedTensorType) tensor).shape().elementCount();
    }

    private Func.Function main() {
        for (var op : module.region(0).entry()) if (op.op() instanceof Func.Function f && f.symName().value().equals("main")) return f;
        throw new IllegalStateException("an imported network has a function @main");
    }

    private static String name(Optional<ArrayAttr> attributes, int index) {
        return ((StringAttr) ((DictionaryAttr) attributes.orElseThrow().elements().get(index)).get(Boundary.NAME)).value();
    }

    Operation module() {
        return module;
    }

    Resources resources() {
        return resources;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }
}
