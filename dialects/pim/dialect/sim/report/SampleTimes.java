package pim.dialect.sim.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pim.simulate.Outcome;

/// The samples that cores have done.
///
/// @param warmUp samples that do not count for the throughput
record SampleTimes(Outcome outcome, int warmUp) {
    private static final double MILLISECOND = 1e9, SECOND = 1e12;

    /// Samples done, the time of the first and, of those behind the warm-up, how many a second.
    ///
    /// @param energy of all of them, pJ
    Map<String, Object> tree(double energy) {
        var tree = new LinkedHashMap<String, Object>();
        long done = outcome.samples();
        tree.put("done", done);
        tree.put("warm_up", warmUp);
        tree.put("first_ms", done == 0 ? null : (Double) (outcome.sampleDone(0) / MILLISECOND));
        tree.put("throughput_per_s", throughput());
        tree.put("energy_pJ", done == 0 ? null : (Double) (energy / done));
        return tree;
    }

    /// How many there are, how many a second and when the first was done; empty where it is one and nothing else is asked.
    Optional<String> text() {
        long done = outcome.samples();
        if (done == 1 && warmUp == 0) return Optional.empty();
        var text = new StringBuilder(done + (done == 1 ? " sample" : " samples"));
        if (throughput() != null) text.append(String.format(Locale.ROOT, ", %.6g a second", throughput()));
        else if (warmUp > 0) text.append(", none behind a warm-up of " + warmUp);
        if (done > 0) text.append(String.format(Locale.ROOT, ", the first after %.6f ms", outcome.sampleDone(0) / MILLISECOND));
        return Optional.of(text.toString());
    }

    /// Samples a second, from the end of the warm-up to the end of the last one; null when none ended behind the warm-up.
    Double throughput() {
        long done = outcome.samples();
        if (done <= warmUp) return null;
        long time = outcome.sampleDone(done - 1) - (warmUp == 0 ? 0 : outcome.sampleDone(warmUp - 1));
        return time == 0 ? null : (Double) ((done - warmUp) / (time / SECOND));
    }
}
