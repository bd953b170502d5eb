package pim.dialect.sim.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Observer;
import pim.simulate.Outcome;
import pim.simulate.UnitKind;
import pim.tensor.WholeFile;

/// Writes what every unit did and when in the trace event format that ui.perfetto.dev and chrome://tracing open: cores are processes, units threads,
/// slices bear the name of the layer, or of the instruction where the program names no layers. Times are microseconds there.
public final class Trace implements Observer {
    private static final int LANES = 1 << 20;
    private static final double MICROSECOND = 1e6;

    private final Timing timing;
    private final Writer out;
    private final Set<Long> seen = new TreeSet<>();
    private boolean first = true;

    /// Runs what a timing has taken and writes the trace to `file`, which is there whole or not at all.
    ///
    /// @param beside observes too
    /// @param limit  when to stop at the latest, ps
    public static Outcome run(Timing timing, List<? extends Observer> beside, long limit, Path file) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        WholeFile.write(file, out -> {
            var trace = new Trace(timing, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            var observers = new ArrayList<Observer>(beside);
            observers.add(trace);
            try {
                outcomes.add(timing.run(Observers.of(observers), limit));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            trace.close();
        });
        return outcomes.getFirst();
    }

    /// @param out gets the text; [#close] completes it and leaves it open
    public Trace(Timing timing, Writer out) throws IOException {
        this.timing = timing;
        this.out = out;
        out.write("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
    }

    @Override public void ended(int core, UnitKind unit, int lane, int origin, int cost, long from, long to) {
        int thread = unit.ordinal() * LANES + lane;
        var entry = timing.behaviours().get(cost);
        var mnemonic = entry.opcode().mnemonic();
        try {
            if (seen.add((long) core << 32 | thread)) name(core, unit, lane, thread);
            begin();
            out.write("{\"ph\":\"X\",\"name\":");
            string(entry.layer().isEmpty() ? mnemonic : entry.layer());
            out.write(",\"cat\":\"" + mnemonic + "\",\"pid\":" + core + ",\"tid\":" + thread + ",\"ts\":" + microseconds(from) + ",\"dur\":"
                + microseconds(to - from) + ",\"args\":{\"op\":\"" + mnemonic + "\",\"instruction\":" + origin + "}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void name(int core, UnitKind unit, int lane, int thread) throws IOException {
        begin();
        out.write("{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":" + core + ",\"args\":{\"name\":\"core " + core + "\"}}");
        begin();
        var kind = unit == UnitKind.MATRIX ? "array group" : unit.name().toLowerCase(Locale.ROOT) + " unit";
        out.write("{\"ph\":\"M\",\"name\":\"thread_name\",\"pid\":" + core + ",\"tid\":" + thread + ",\"args\":{\"name\":\"" + kind + " " + lane
            + "\"}}");
    }

    private void begin() throws IOException {
        out.write(first ? "\n" : ",\n");
        first = false;
    }

    private void string(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.write("\\" + c);
            else if (c < ' ') out.write(String.format("\\u%04x", (int) c));
            else out.write(c);
        }
        out.write('"');
    }

    private static String microseconds(long picoseconds) {
        return Double.toString(picoseconds / MICROSECOND);
    }

    /// Completes the text.
    public void close() throws IOException {
        out.write("\n]}\n");
        out.flush();
    }
}
