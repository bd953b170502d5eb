package pim.tool.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pim.tool.ScratchFolder;
import pim.tool.Streams;
import pim.tool.Tool;

/// `bench`: whole processes of the tools, timed; what the documentation says of speed is printed by this.
public record Bench() implements Tool {
    private static final Path MLIR_OPT = Path.of("/usr/lib/llvm-22/bin/mlir-opt");

    private static final int SMALL_TESTS = 1000;
    /// Samples one behind the other, so that what a JVM does slowly at first counts little.
    private static final int MANY_SAMPLES = 20;

    @FunctionalInterface private interface Benchmark {
        void run(Path tools, Path folder, Streams io) throws IOException, InterruptedException;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put("start", Bench::start);
        BENCHMARKS.put("pim-opt", Bench::largeModule);
        BENCHMARKS.put("lit", Bench::lit);
        BENCHMARKS.put("verify", Bench::verify);
        BENCHMARKS.put("simulate", Bench::simulate);
    }

    @Override public String name() {
        return "bench";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        var names = arguments.isEmpty() ? List.copyOf(BENCHMARKS.keySet()) : arguments;
        if (names.contains("--help") || !BENCHMARKS.keySet().containsAll(names)) {
            var out = names.contains("--help") ? io.out() : io.err();
            out.println("usage: bench [" + String.join("|", BENCHMARKS.keySet())
                + "]...   times whole processes of the tools, all benchmarks by default");
            return names.contains("--help") ? 0 : 2;
        }
        var tools = Path.of(System.getProperty("pimlico.root", ".")).resolve("tools").toAbsolutePath();
        try (var folder = ScratchFolder.create("bench")) {
            for (var name : names) BENCHMARKS.get(name).run(tools, folder.path(), io);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        return 0;
    }

    private static void start(Path tools, Path folder, Streams io) throws IOException, InterruptedException {
        var small = Files.writeString(folder.resolve("twenty.mlir"), SmallTests.TWENTY_OPERATIONS).toString();
        best(io, "pim-opt --version", 9, List.of(tools.resolve("pim-opt").toString(), "--version"), folder);
        best(io, "pim-opt on a small file", 9, List.of(tools.resolve("pim-opt").toString(), small, "--canonicalize"), folder);
        var generic = folder.resolve("small.mlir").toString();
        best(io, "pim-opt, which makes it generic", 5, List.of(tools.resolve("pim-opt").toString(), small, "--mlir-print-op-generic", "-o", generic),
            folder);
        if (!Files.isExecutable(MLIR_OPT)) return;
        best(io, "mlir-opt on the generic file", 9, List.of(MLIR_OPT.toString(), generic, "--allow-unregistered-dialect", "--canonicalize"), folder);
    }

    /// Reads, verifies and prints 200,000 operations in generic form, and simplifies them, beside `mlir-opt` where it is installed.
    private static void largeModule(Path tools, Path folder, Streams io) throws IOException, InterruptedException {
        var module = folder.resolve("large.mlir");
        LargeModule.write(Files.newOutputStream(module), 200_000);
        io.out().printf(Locale.ROOT, "%-44s %8.1f MB%n", "generic module of 200,000 operations", Files.size(module) / 1e6);
        compare(tools, folder, io, module, List.of());
        compare(tools, folder, io, module, List.of("--cse", "--canonicalize"));
    }

    private static void compare(Path tools, Path folder, Streams io, Path module, List<String> passes) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of(module.toString(), "--allow-unregistered-dialect", "--mlir-print-op-generic", "-o",
            folder.resolve("out.mlir").toString()));
        options.addAll(passes);
        var with = passes.isEmpty() ? "" : " " + String.join(" ", passes);
        var commands = new LinkedHashMap<String, List<String>>();
        commands.put("pim-opt" + with, command(tools.resolve("pim-opt"), options));
        if (Files.isExecutable(MLIR_OPT)) commands.put("mlir-opt" + with, command(MLIR_OPT, options));
        else io.out().println("mlir-opt 22 is not installed: nothing to compare with");
        var best = inTurn(io, 5, commands, folder);
        if (best.size() < 2) return;
        var own = best.get("pim-opt" + with);
        var theirs = best.get("mlir-opt" + with);
        io.out().printf(Locale.ROOT, "%-44s %8.2f x time, %.2f x memory%n", "pim-opt / mlir-opt", own.seconds() / theirs.seconds(),
            own.megabytes() / theirs.megabytes());
    }

    /// Many small tests of a pass in one JVM, its start counted.
    private static void lit(Path tools, Path folder, Streams io) throws IOException, InterruptedException {
        var suite = folder.resolve("suite");
        SmallTests.write(suite, SMALL_TESTS);
        var run = best(io, "pim-lit on " + SMALL_TESTS + " tests", 3, List.of(tools.resolve("pim-lit").toString(), "-q", suite.toString()), folder);
        io.out().printf(Locale.ROOT, "%-44s %8.0f tests/s%n", "  rate", SMALL_TESTS / run.seconds());
    }

    /// The whole of `pimc verify`, and the rate at which the program's values are simulated.
    private static void verify(Path tools, Path folder, Streams io) throws IOException, InterruptedException {
        var report = folder.resolve("report.json");
        for (var network : List.of("squeezenet1.0", "resnet18", "mobilenetv2")) {
            best(io, "pimc verify " + network, 3, List.of(tools.resolve("pimc").toString(), "verify", "zoo:" + network, "--arch", "isaac", "--mode",
                "sequential", "--json", report.toString()), folder);
            if (!Files.exists(report)) continue;
            var json = new ObjectMapper().readTree(report.toFile());
            double macs = json.get("macs").asDouble(), seconds = json.get("seconds").get("run inst").asDouble();
            io.out().printf(Locale.ROOT, "%-44s %8.2f GMAC/s, %.2f with the zeros of shared arrays%n", "  simulation of the program's values",
                macs / seconds / 1e9, json.get("array_macs").asDouble() / seconds / 1e9);
            Files.delete(report);
        }
    }

    /// The whole of `pimc simulate` on a program of some hundred thousand instructions, spelt out as pimsim-nn reads it and with its loops, and the rate
    /// of the engine: cold, with what it leaves out as it is known, and going through all of it.
    private static void simulate(Path tools, Path folder, Streams io) throws IOException, InterruptedException {
        String pimc = tools.resolve("pimc").toString(), isa = folder.resolve("isa.mlir").toString(), program = folder.resolve("program.json.gz").toString();
        best(io, "pimc compile resnet18", 1, List.of(pimc, "compile", "zoo:resnet18", "--arch", "isaac", "--mode", "sequential", "-o",
            folder.toString()), folder);
        best(io, "pim-translate --export-pimsim", 1, List.of(tools.resolve("pim-translate").toString(), "--export-pimsim", isa, "-o", program), folder);
        var report = folder.resolve("report.json");
        var many = "--samples=" + MANY_SAMPLES;
        for (var input : List.of(program, isa)) {
            for (var options : List.of(List.of("--samples=1"), List.of(many), List.of(many, "--every-round"))) {
                var size = Files.size(Path.of(input)) / 1000 + " KB of " + (input.equals(isa) ? "MLIR" : "JSON");
                var command = new ArrayList<>(List.of(pimc, "simulate", input, "--arch", "isaac", "--json", report.toString()));
                command.addAll(options);
                best(io, "pimc simulate " + String.join(" ", options) + ", " + size, 3, command, folder);
                var json = new ObjectMapper().readTree(report.toFile());
                double instructions = json.get("instructions").valueStream().mapToDouble(JsonNode::asDouble).sum();
                io.out().printf(Locale.ROOT, "%-44s %8.2f million instructions/s, without address set-up, %s%n", "  engine",
                    instructions / json.get("seconds").get("simulate").asDouble() / 1e6,
                    json.get("leaps").asLong() == 0 ? "each stepped through" : "with what is left out");
            }
        }
    }

    private static List<String> command(Path program, List<String> options) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(options);
        return command;
    }

    private static Measured best(Streams io, String name, int runs, List<String> command, Path folder) throws IOException, InterruptedException {
        return inTurn(io, runs, Map.of(name, command), folder).get(name);
    }

    /// The best run of each command by its name. They take turns, so that a machine that is slower for a while is so for all of them.
    private static Map<String, Measured> inTurn(Streams io, int runs, Map<String, List<String>> commands, Path folder)
        throws IOException, InterruptedException {
        var output = folder.resolve("output.txt").toFile();
        var best = new LinkedHashMap<String, Measured>();
        for (int i = 0; i < runs; i++) {
            for (var command : commands.entrySet()) {
                var run = Measured.run(command.getValue(), output);
                if (run.status() != 0) {
                    io.err().println("bench: error: " + command.getKey() + " ended with status " + run.status() + ":\n"
                        + Files.readString(output.toPath()));
                    return Map.of(command.getKey(), run);
                }
                best.merge(command.getKey(), run, (a, b) -> a.seconds() <= b.seconds() ? a : b);
            }
        }
        best.forEach((name, run) -> io.out().printf(Locale.ROOT, "%-44s %8.3f s %8.0f MB%n", name, run.seconds(), run.megabytes()));
        io.out().flush();
        return best;
    }
}
