package pim.tool.pimc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Description;
import pim.dialect.arch.Noise;
import pim.dialect.graph.Networks;
import pim.dialect.inst.Programs;
import pim.interpret.Interpreters;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.PassContext;
import pim.pass.PassRegistry;
import pim.pass.PassRunner;
import pim.pass.PipelineParser;
import pim.tensor.Npy;
import pim.tensor.Tensor;
import pim.tool.Streams;
import pim.tool.Tools;

/// From the quantised network to the programs of the cores, each level computes the same integers.
class LevelsTest {
    private static final Registry REGISTRY = Registry.standard();
    @TempDir private Path folder;

    /// Random networks on accelerators whose local memory is sometimes too small, for which the one permitted answer is to say so.
    @Property(tries = 60) void randomNetworks(@ForAll long seed) {
        var random = new Random(seed);
        var resources = new Resources();
        var messages = new ArrayList<Diagnostic>();
        var diagnostics = new Diagnostics(messages::add);
        var module = Networks.forCrossbars(seed, resources);
        var inputs = Networks.inputs(seed + 1, module);
        run(module, "graph-fold-batch-norm,graph-fuse-activation,canonicalize,graph-quantize{bits=" + (random.nextBoolean() ? 8 : 16) + "}",
            resources, diagnostics);
        var graph = Interpreters.run(module, inputs, resources, diagnostics);
        Programs.setAccelerator(module, 1 << 9 + random.nextInt(8));
        boolean fits = true;
        try {
            run(module, "convert-graph-to-tile,tile-unfold,tile-place", resources, diagnostics);
            assertEquals(graph, Interpreters.run(module, inputs, resources, diagnostics), "tile");
            run(module, "convert-tile-to-inst,inst-allocate", resources, diagnostics);
            assertEquals(graph, Interpreters.run(module, inputs, resources, diagnostics), "inst");
            machine(module, graph, inputs, resources);
            var lossless = new Noise(0, List.of(), 0, 0, 0, 0, 32, 1, seed & 0xff, "");
            module.setAttribute(Accelerator.ATTRIBUTE, Accelerator.carriedBy(module, diagnostics).withNoise(lossless).toAttribute());
            assertEquals(graph, Interpreters.run(module, inputs, resources, diagnostics), "inst with converters");
        } catch (CompileFailure tooLarge) {
            var message = messages.getFirst().message();
            assertTrue(message.contains("bytes") || message.contains("arrays"), message);
            fits = false;
        }
        Statistics.label("fits").collect(fits).coverage(c -> c.check(true).percentage(p -> p > 40));
        assertTrue(messages.size() <= 1, () -> messages.toString());
    }

    /// Machine instructions, where there are any for all functions, compute the same too.
    private static void machine(Operation module, Map<String, Tensor> graph, Map<String, Tensor> inputs, Resources resources) {
        var messages = new ArrayList<String>();
        var diagnostics = new Diagnostics(d -> messages.add(d.message()));
        try {
            run(module, "convert-inst-to-isa", resources, diagnostics);
        } catch (CompileFailure inexpressible) {
            var message = messages.getFirst();
            assertTrue(message.matches("'inst.*' op .*(computes (softmax|lrn|hard_)|divides by|bytes of local memory).*"), message);
            Statistics.label("machine").collect(message.replaceFirst("(?s).*(softmax|lrn|hard_|divides by|bytes of local memory).*", "$1"));
            return;
        }
        Statistics.label("machine").collect("equal");
        assertEquals(graph, Interpreters.run(module, inputs, resources, diagnostics), "isa");
    }

    private static void run(Operation module, String passes, Resources resources, Diagnostics diagnostics) {
        var pipeline = new PipelineParser(PassRegistry.standard(), REGISTRY, diagnostics).parse("builtin.module(" + passes + ")");
        new PassRunner(new PassContext(REGISTRY, diagnostics, resources), Verifier::verify, List.of()).run(pipeline, module);
    }

    @Test void builtInNetwork() throws IOException {
        verify("zoo:lenet", 16);
        verify("zoo:lenet", 8);
    }

    /// A classifier of text directions, trained: squeeze-and-excitation, hard activations, a dynamic input shape.
    @Test void trainedNetwork() throws IOException {
        var model = folder.resolve("classifier.onnx");
        try (var in = getClass().getResourceAsStream("/models/ch_ppocr_mobile_v2.0_cls_infer.onnx")) {
            Files.copy(in, model);
        }
        verify(model.toString(), 16, "--shape", "x=1x3x48x192");
    }

    private void verify(String model, int bits, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("verify", model, "--arch", "isaac", "--mode", "sequential", "--bits", Integer.toString(bits),
            "--json", "report.json"));
        arguments.addAll(List.of(more));
        var err = new ByteArrayOutputStream();
        var io = new Streams(folder, new ByteArrayInputStream(new byte[0]), new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true));
        assertEquals(0, Tools.named("pimc").run(arguments, io), err::toString);
        var report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertTrue(report.get("levels_equal").asBoolean());
        assertTrue(0 < report.get("macs").asLong() && report.get("macs").asLong() <= report.get("array_macs").asLong(), report::toString);
        assertTrue(report.get("seconds").get("run inst").asDouble() > 0);
        if (model.equals("zoo:lenet")) assertTrue(report.get("seconds").get("run isa").asDouble() > 0);
        if (bits == 16) assertTrue(report.get("sqnr_db").asDouble() >= 40 && report.get("top1_equal").asBoolean(), report::toString);
    }

    /// The levels are compared without noise, also where the accelerator has some; the run with noise is reported beside.
    @Test void noise() throws IOException {
        var without = report("isaac");
        assertFalse(without.has("noise"));
        assertEquals(without.get("sqnr_db"), report("isaac", "--noise", "adc=9").get("noise").get("sqnr_db"));
        var noisy = report("isaac", "--noise", "mnsim,variation=0.02,stuck=0.001,adc=9,seed=3");
        assertTrue(noisy.get("levels_equal").asBoolean());
        assertEquals(without.get("sqnr_db"), noisy.get("sqnr_db"));
        assertEquals(0.02, noisy.get("noise").get("variation").asDouble());
        assertEquals(0.0005, noisy.get("noise").get("stuck_low").asDouble());
        assertTrue(noisy.get("noise").get("sqnr_db").asDouble() < 40, noisy::toString);
        Files.writeString(folder.resolve("noise.json"), """
            {"adc": 9, "variation": 0.02, "stuck_low": 0.0005, "stuck_high": 0.0005, "seed": 3}""");
        assertEquals(noisy.get("noise").get("sqnr_db"), report("isaac", "--noise", "noise.json").get("noise").get("sqnr_db"));
        var isaac = Accelerator.load("isaac", folder, Diagnostics.printingTo(System.err));
        var of = new Noise(0.02, List.of(), 0.0005, 0.0005, 0, 0, 9, 1, 3, "");
        Files.writeString(folder.resolve("noisy.json"), Description.write(isaac.withNoise(of)));
        assertEquals(noisy.get("noise").get("sqnr_db"), report("noisy.json").get("noise").get("sqnr_db"));
        assertFalse(report("noisy.json", "--noise", "seed=0").get("noise").has("variation"), "the option replaces the noise of the accelerator");
    }

    /// The first of several samples is the one that a single one is; all of them are counted, and the same each time.
    @Test void samples() throws IOException {
        var one = report("isaac", "--noise", "mnsim,adc=9,seed=1");
        assertEquals(1, one.get("samples").asInt());
        assertEquals(1, one.get("noise").get("top1_agreement").asDouble());
        var many = report("isaac", "--noise", "mnsim,adc=9,seed=1", "--samples", "8");
        assertEquals(8, many.get("samples").asInt());
        for (var of : List.of(many, many.get("noise"))) {
            double agreement = of.get("top1_agreement").asDouble();
            assertTrue(agreement * 8 == Math.rint(agreement * 8) && agreement <= 1, of::toString);
            assertEquals(agreement == 1, of.get("top1_equal").asBoolean());
        }
        assertNotEquals(one.get("sqnr_db"), many.get("sqnr_db"));
        assertTrue(many.get("mean_error").asDouble() < many.get("noise").get("mean_error").asDouble(), many::toString);
        var again = report("isaac", "--noise", "mnsim,adc=9,seed=1", "--samples", "8");
        assertEquals(many.get("mean_error"), again.get("mean_error"));
        assertEquals(many.get("noise"), again.get("noise"));
    }

    private JsonNode report(String arch, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("verify", "zoo:lenet", "--arch", arch, "--mode", "sequential", "--json", "report.json"));
        arguments.addAll(List.of(more));
        var io = new Streams(folder, new ByteArrayInputStream(new byte[0]), new PrintStream(new ByteArrayOutputStream()), System.err);
        assertEquals(0, Tools.named("pimc").run(arguments, io));
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    @Test void compiledLevelsReadBackAsTheyAre() throws IOException {
        var io = new Streams(folder, new ByteArrayInputStream(new byte[0]), new PrintStream(new ByteArrayOutputStream()), System.err);
        assertEquals(0, Tools.named("pimc").run(List.of("compile", "zoo:lenet", "--arch", "isaac", "--mode", "sequential", "-o", "out"), io));
        for (var level : List.of("graph", "tile", "inst", "isa")) {
            var file = "out/" + level + ".mlir";
            var text = new ByteArrayOutputStream();
            assertEquals(0, Tools.named("pim-opt").run(List.of(file), new Streams(folder, io.in(), new PrintStream(text, true), System.err)));
            assertEquals(Files.readString(folder.resolve(file)), text.toString(StandardCharsets.UTF_8));
        }
        var outputs = Tools.named("pim-run");
        Npy.write(folder.resolve("x.npy"), new Tensor.Floats(new int[] {1, 1, 28, 28}, new float[28 * 28]));
        for (var level : List.of("graph", "tile", "inst", "isa")) {
            assertEquals(0, outputs.run(List.of("out/" + level + ".mlir", "--input", "input=x.npy", "--output-dir", level), io));
        }
        var graph = Files.list(folder.resolve("graph")).toList();
        assertEquals(1, graph.size());
        var name = graph.getFirst().getFileName().toString();
        for (var level : List.of("tile", "inst", "isa")) assertEquals(-1, Files.mismatch(graph.getFirst(), folder.resolve(level).resolve(name)), level);
    }

    @Test void mlirOptReadsTheGenericFormOfEachLevel() throws IOException, InterruptedException {
        var mlirOpt = Path.of("/usr/lib/llvm-22/bin/mlir-opt");
        Assumptions.assumeTrue(Files.isExecutable(mlirOpt), "mlir-opt 22 is not installed");
        var out = new ByteArrayOutputStream();
        var io = new Streams(folder, new ByteArrayInputStream(new byte[0]), new PrintStream(out, true), System.err);
        assertEquals(0, Tools.named("pimc").run(List.of("compile", "zoo:squeezenet1.0", "--arch", "isaac", "--mode", "sequential", "-o", "out"), io));
        assertTrue(out.toString().contains("no isa.mlir: 'inst.vec' op of layer \"conv10.relu.pool.softmax\" computes softmax"), out::toString);
        assertFalse(Files.exists(folder.resolve("out/isa.mlir")));
        for (var level : List.of("graph", "tile", "inst")) {
            assertEquals(0, Tools.named("pim-opt").run(List.of("out/" + level + ".mlir", "--mlir-print-op-generic", "-o", "out/generic.mlir"), io));
            var process = new ProcessBuilder(mlirOpt.toString(), "--allow-unregistered-dialect", "generic.mlir", "-o", level + ".theirs")
                .directory(folder.resolve("out").toFile()).inheritIO().start();
            assertEquals(0, process.waitFor(), level);
        }
    }
}
