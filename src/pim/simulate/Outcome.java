package pim.simulate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a simulation has found out. Picoseconds.
public record Outcome(List<CoreOutcome> cores, Spans spans, Traffic traffic) {
    /// @param finishedAt when the last instruction retired, 0 when it never did or a scalar instruction ends the program
    /// @param ended      whether the program came to its end
    /// @param counts     how often each cost occurred, by [InstructionStream#cost]
    /// @param units      what it has
    public record CoreOutcome(int core, long finishedAt, boolean ended, long[] counts, List<UnitOutcome> units) {
        static CoreOutcome of(Core core) {
            var units = core.units().map(u -> new UnitOutcome(u.kind, u.busy, causes(u.spent))).toList();
            return new CoreOutcome(core.number, core.finishedAt, !core.fetched && core.reorder.isEmpty(), core.counts, units);
        }

        private static Map<Cause, Long> causes(long[] spent) {
            var causes = new EnumMap<Cause, Long>(Cause.class);
            for (var cause : Cause.values()) causes.put(cause, spent[cause.ordinal()]);
            return causes;
        }

        public long instructions() {
            return Arrays.stream(counts).sum();
        }

        public long count(int cost) {
            return cost < counts.length ? counts[cost] : 0;
        }
    }

    /// @param busy   how long it had an instruction
    /// @param causes what for
    public record UnitOutcome(UnitKind kind, long busy, Map<Cause, Long> causes) {}

    /// When the last core finished.
    public long latency() {
        return cores.stream().mapToLong(CoreOutcome::finishedAt).max().orElse(0);
    }

    public boolean ended() {
        return cores.stream().allMatch(CoreOutcome::ended);
    }
}
