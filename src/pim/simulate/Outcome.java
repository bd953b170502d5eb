package pim.simulate;

import java.util.List;

/// What a simulation has found out. Picoseconds.
///
/// @param counts how often each cost occurred, by [InstructionStream#cost]
public record Outcome(List<CoreOutcome> cores, long[] counts) {
    /// @param finishedAt when the last instruction retired, 0 when it never did or a scalar instruction ends the program
    /// @param ended      whether the program came to its end
    public record CoreOutcome(int core, long finishedAt, boolean ended, long instructions) {
        static CoreOutcome of(Core core) {
            return new CoreOutcome(core.number, core.finishedAt, !core.fetched && core.reorder.isEmpty(), core.instructions);
        }
    }

    /// When the last core finished.
    public long latency() {
        return cores.stream().mapToLong(CoreOutcome::finishedAt).max().orElse(0);
    }
}
