package pim.tool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import pim.tool.bench.LargeModule;

/// Runs what every start of a tool runs, so that a JVM can record which classes that takes and where their time goes; the launcher makes the AOT
/// cache from it. A module of some thousand operations goes through `pim-opt` and small networks go through `pimc verify` for the sake of the
/// methods that compilations and simulations of large ones spend their time in.
public record WarmUp() implements Tool {
    /// How many operations take long enough to be compiled.
    private static final int LARGE = 20_000;

    @Override public String name() {
        return "warm-up";
    }

    /// @param arguments a module that `pim-opt` reads, rewrites and prints, and the names of the tools to run; all of them when none is named
    /// @return the worst exit status of all that ran
    @Override public int run(List<String> arguments, Streams io) throws IOException {
        int worst = 0;
        var names = arguments.subList(1, arguments.size());
        for (var tool : Tools.all().toList()) {
            boolean asked = names.isEmpty() ? !(tool instanceof WarmUp) : names.contains(tool.name());
            if (asked) worst = Math.max(worst, tool.run(List.of("--help"), quiet(io, new byte[0])));
        }
        var output = Files.createTempFile("warm-up", ".mlir");
        var text = Files.readAllBytes(io.resolve(arguments.getFirst()));
        for (var options : List.of(List.of("-", "--canonicalize", "--cse", "-o", output.toString()), List.of("-", "--mlir-print-op-generic"))) {
            worst = Math.max(worst, Tools.named("pim-opt").run(options, quiet(io, text)));
        }
        Files.delete(output);
        var large = new ByteArrayOutputStream();
        LargeModule.write(large, LARGE);
        var options = List.of("-", "--allow-unregistered-dialect", "--mlir-print-op-generic");
        worst = Math.max(worst, Tools.named("pim-opt").run(options, quiet(io, large.toByteArray())));
        if (!names.isEmpty() && !names.contains("pimc")) return worst;
        for (var network : List.of("squeezenet1.0", "lenet")) {
            worst = Math.max(worst, run(io, "pimc", "verify", "zoo:" + network, "--arch", "isaac", "--mode", "sequential"));
        }
        return Math.max(worst, simulate(io));
    }

    /// Goes with a program of some ten thousand instructions from the network to the report.
    private static int simulate(Streams io) throws IOException {
        try (var folder = ScratchFolder.create("warm-up")) {
            String isa = folder.file("isa.mlir"), program = folder.file("program.json.gz");
            int worst = run(io, "pimc", "compile", "zoo:vgg8", "--arch", "isaac", "--mode", "sequential", "-o", folder.path().toString());
            worst = Math.max(worst, run(io, "pim-translate", "--export-pimsim", isa, "-o", program));
            for (var input : List.of(program, isa)) {
                worst = Math.max(worst, run(io, "pimc", "simulate", input, "--arch", "isaac", "--json", folder.file("report.json")));
            }
            return worst;
        }
    }

    private static int run(Streams io, String tool, String... arguments) throws IOException {
        return Tools.named(tool).run(List.of(arguments), quiet(io, new byte[0]));
    }

    private static Streams quiet(Streams io, byte[] input) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Streams(io.directory(), new ByteArrayInputStream(input), nowhere, nowhere);
    }
}
