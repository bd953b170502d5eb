package pim.dialect.sim.report;

import pim.dialect.sim.timing.Timing;
import pim.simulate.Action;
import pim.simulate.Outcome;
import pim.simulate.UnitKind;

/// Times that no placement of the same instructions on the same machine can beat. Picoseconds.
///
/// @param compute       all matrix computations, spread evenly over the array groups that can work at a time
/// @param issue         all instructions, spread evenly over all the instructions that can be in flight
/// @param memory        all accesses to global memory, as many at a time as it has ports
/// @param communication all messages between cores and with global memory, spread evenly over the switches of all cores
public record Bounds(double compute, double issue, double memory, double communication) {
    /// @param outcome of a run, for what is counted in it
    static Bounds of(Timing timing, Outcome outcome) {
        var accelerator = timing.accelerator();
        double matrix = 0, all = 0, memory = 0;
        for (var core : outcome.cores()) {
            for (int cost = 0; cost < timing.behaviours().size(); cost++) {
                long count = core.count(cost);
                if (count == 0) continue;
                var behaviour = timing.behaviours().get(cost).behaviour();
                double own = 0;
                for (var action : behaviour.actions()) {
                    switch (action) {
                        case Action.Access(var duration) -> own += duration;
                        case Action.Compute(var duration) -> {
                            own += duration;
                            if (behaviour.unit() == UnitKind.MATRIX) matrix += (double) count * duration;
                        }
                        case Action.Load(_, var access, _) -> memory += (double) count * access;
                        case Action.Store(_, var access) -> memory += (double) count * access;
                        default -> { }
                    }
                }
                all += count * own;
            }
        }
        int cores = accelerator.cores(), flight = accelerator.chip().core().reorderBuffer();
        long groups = (long) cores * Math.min(flight, accelerator.matrixUnit().arrays());
        return new Bounds(matrix / groups, all / ((double) cores * flight), memory / timing.model().globalMemoryPorts(accelerator),
            outcome.traffic().time() / (double) cores);
    }

    /// The largest of them.
    public double greatest() {
        return Math.max(Math.max(compute, issue), Math.max(memory, communication));
    }
}
