package pim.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs what every start of a tool runs, so that a JVM can record which classes that takes; the launcher makes the AOT cache from it. What only seldom
/// runs is left out, for a cache takes time by its size.
public record WarmUp() implements Tool {
    @Override public String name() {
        return "warm-up";
    }

    /// @param arguments a module that `pim-opt` reads, rewrites and prints, and the names of the tools to run; all of them when none is named
    /// @return the worst exit status of all that ran
    @Override public int run(List<String> arguments, Streams io) throws IOException {
        int worst = 0;
        var names = arguments.subList(1, arguments.size());
        for (var name : names.isEmpty() ? Tools.all().map(Tool::name).toList() : names) {
            if (!List.of(name(), "pim-opt").contains(name)) worst = Math.max(worst, run(io, name, "--help"));
        }
        var module = arguments.getFirst();
        // Not a file that the JVM names, as a random name takes classes that no other run needs.
        var output = Path.of(System.getProperty("java.io.tmpdir"), "warm-up-" + System.nanoTime() + ".mlir");
        worst = Math.max(worst, run(io, "pim-opt", "--version"));
        worst = Math.max(worst, run(io, "pim-opt", module, "--canonicalize", "--cse"));
        worst = Math.max(worst, run(io, "pim-opt", module, "--mlir-print-op-generic", "-o", output.toString()));
        Files.delete(output);
        if (!names.isEmpty() && !names.contains("pimc")) return worst;
        worst = Math.max(worst, run(io, "pimc", "verify", "zoo:lenet", "--arch", "isaac", "--mode", "sequential"));
        return Math.max(worst, simulate(io));
    }

    /// Goes with a small program from the network to the report.
    private static int simulate(Streams io) throws IOException {
        try (var folder = ScratchFolder.create("warm-up")) {
            String isa = folder.file("isa.mlir"), program = folder.file("program.json.gz");
            int worst = run(io, "pimc", "compile", "zoo:lenet", "--arch", "isaac", "--mode", "sequential", "-o", folder.path().toString());
            worst = Math.max(worst, run(io, "pim-translate", "--export-pimsim", isa, "-o", program));
            for (var input : List.of(program, isa)) {
                worst = Math.max(worst, run(io, "pimc", "simulate", input, "--arch", "isaac", "--json", folder.file("report.json")));
            }
            return worst;
        }
    }

    private static int run(Streams io, String tool, String... arguments) throws IOException {
        return Tools.named(tool).run(List.of(arguments), quiet(io));
    }

    private static Streams quiet(Streams io) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Streams(io.directory(), InputStream.nullInputStream(), nowhere, nowhere);
    }
}
