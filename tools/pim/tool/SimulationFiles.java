package pim.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import pim.dialect.sim.report.CriticalPath;
import pim.dialect.sim.report.Trace;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Outcome;

/// The options that say where to write what a simulation finds out.
public final class SimulationFiles {
    @Option(names = "--json", paramLabel = "FILE", description = "write the report on time and energy as JSON")
    private String json;

    @Option(names = "--trace", paramLabel = "FILE",
        description = "write what every unit did and when, for ui.perfetto.dev; every round of every loop is stepped through")
    private String trace;

    /// The first option that is given, or null.
    public String given() {
        return json != null ? "--json" : trace != null ? "--trace" : null;
    }

    /// What is wrong with where to write, or null.
    ///
    /// @param inputs what is read
    public String clash(List<String> inputs, Streams io) {
        var read = inputs.stream().map(input -> place(input, io)).toList();
        if (json != null && trace != null && place(json, io).equals(place(trace, io))) return "--json and --trace both write " + json;
        if (json != null && read.contains(place(json, io))) return "--json would write over the program " + json;
        if (trace != null && read.contains(place(trace, io))) return "--trace would write over the program " + trace;
        return null;
    }

    private static Path place(String file, Streams io) {
        return io.resolve(file).toAbsolutePath().normalize();
    }

    /// Runs what a timing has taken, and writes the trace.
    ///
    /// @param path  observes; may be null
    /// @param limit when to stop at the latest, ps
    public Outcome run(Timing timing, CriticalPath path, long limit, Streams io) throws IOException {
        return trace == null ? timing.run(path, limit) : Trace.run(timing, path == null ? List.of() : List.of(path), limit, io.resolve(trace));
    }

    /// Writes the report, which is made only where it is asked for.
    public void write(Supplier<Map<String, Object>> report, Streams io) throws IOException {
        if (json != null) JsonFile.write(io.resolve(json), report.get());
    }
}
