package pim.simulate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a simulation has found out. Picoseconds.
///
/// @param time    when the last core finished, or when the simulation was stopped before
/// @param leaps   how often rounds of loops were left out, since they would have been as those before
/// @param waiting units that wait for ever for another core, when nothing can happen any more before all programs have ended; of a run that was stopped
///     before those that wait for each other in a circle
public record Outcome(long time, long leaps, List<CoreOutcome> cores, List<Waiting> waiting, Spans spans, Traffic traffic) {
    /// @param finishedAt when the last instruction retired, 0 when it never did or a scalar instruction ends the program
    /// @param ended      whether the program came to its end
    /// @param samples    when each sample was done
    /// @param counts     how often each cost occurred, by [InstructionStream#cost]
    /// @param units      what it has
    /// @param frontEnd   what the time of its front end was for; all together is the time of the run, or the time up to the last dispatch where a
    ///     scalar instruction ends the program
    public record CoreOutcome(int core, long finishedAt, boolean ended, RecurringTimes samples, long[] counts, List<UnitOutcome> units,
                              Map<Slot, Long> frontEnd) {
        /// @param time of the run
        static CoreOutcome of(Core core, long time) {
            var units = core.units().map(u -> new UnitOutcome(u.kind, u.busy, causes(u))).toList();
            boolean ended = !core.fetched && core.reorder.isEmpty();
            return new CoreOutcome(core.number, core.finishedAt, ended, core.samples, core.counts, units, core.dispatcher.times(time));
        }

        private static Map<Cause, Long> causes(Unit unit) {
            var causes = new EnumMap<Cause, Long>(Cause.class);
            for (var cause : Cause.values()) causes.put(cause, unit.spent[cause.ordinal()]);
            // What an instruction has spent that has not ended is no part of what the unit was busy.
            causes.put(Cause.CLOCK, Math.max(0, unit.busy - Arrays.stream(unit.spent).sum()));
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

    /// A unit that waits for ever.
    ///
    /// @param origin  of its instruction, see [InstructionStream#origin]
    /// @param cost    of its instruction, see [InstructionStream#cost]
    /// @param partner the core that would have to come to its half of a message, or take an event, or -1
    /// @param event   the register that would have to have the value, without a partner
    /// @param count   the value that it has
    public record Waiting(int core, UnitKind unit, int origin, int cost, int partner, int event, int value, long count) {
        static Waiting of(Unit unit, ActionTable actions) {
            boolean awaits = actions.kinds[unit.at - 1] == ActionTable.AWAIT;
            return new Waiting(unit.core.number, unit.kind, unit.origin, unit.cost, awaits ? -1 : unit.peer, unit.event, unit.value,
                awaits ? unit.core.events[unit.event] : 0);
        }
    }

    /// The samples that all cores are done with.
    public long samples() {
        return cores.stream().mapToLong(c -> c.samples().size()).min().orElse(0);
    }

    /// When the last core was done with a sample, the first being 0.
    public long sampleDone(long sample) {
        return cores.stream().mapToLong(c -> c.samples().get(sample)).max().orElse(0);
    }

    public boolean ended() {
        return cores.stream().allMatch(CoreOutcome::ended);
    }
}
