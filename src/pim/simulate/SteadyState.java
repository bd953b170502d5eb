package pim.simulate;

import java.util.Arrays;
import java.util.function.Consumer;

/// Finds out that a simulation goes round in circles, and leaves rounds out. When all of the machine is as it was at an earlier edge of the clock, times
/// being relative, then what happened between happens again, exactly, as long as every loop that went on between has rounds enough left. Of how a core
/// stands in its loops only one number may differ, the rounds left of one loop: so many rounds a period takes. Moments are compared with a few that are
/// remembered, taken anew at different intervals: short periods are found soon, long ones at all. Most that could not be left out anyway is seen from where
/// the cores stand; only then is the rest put down, which takes a while.
final class SteadyState {
    /// Rounds of loops between moments that are remembered, at least.
    private static final int[] INTERVALS = {1, 1 << 10, 1 << 12, 1 << 14, 1 << 16};

    /// Numbers to put down for each turn of a loop, so that looking for a steady state takes a small part of the time of stepping through: at first and
    /// whenever one has been found, and at least.
    private static final double MOST_A_TURN = 40, LEAST_A_TURN = 4;

    /// The part of that which is left after a moment has been remembered for nothing.
    private static final double PATIENCE = 0.9;

    /// So many moments that may be alike and are not are compared before another one is remembered.
    private static final int TRIES = 2;

    /// @param fingerprint a number that like moments have in common
    /// @param positions   by core, where it stands in its program
    /// @param rounds      by core and depth, the rounds left
    private record Moment(State state, long fingerprint, long[] positions, long[][] rounds) {}

    private final Core[] cores;
    private final Timeline timeline;
    private final Consumer<State> walk;
    /// By interval; and behind them one at which a core has begun with a sample, kept for as long as it took to get there: what comes between one
    /// sample and another may be seen once and left out the next time, but not that.
    private final Moment[] remembered = new Moment[INTERVALS.length + 1];
    /// By interval, the turn from which on the moment is taken anew.
    private final long[] due = new long[INTERVALS.length];
    /// What was put down last.
    private State last;
    private int tries;
    private long turns, begun, nextBegun, leaps;
    /// How many numbers there are to put down, how many may be and by how many more with each turn.
    private double size, budget, pace = MOST_A_TURN;

    /// @param walk goes through all of the simulation but the loops
    SteadyState(Core[] cores, Timeline timeline, Consumer<State> walk) {
        this.cores = cores;
        this.timeline = timeline;
        this.walk = walk;
    }

    /// Some loop has gone into its next round at this edge.
    ///
    /// @param limit  the time up to which is simulated
    /// @param core   the index of the core that the loop is of
    /// @param begins whether a core has begun with another sample
    void turn(long limit, int core, boolean begins) {
        turns++;
        budget = Math.min(budget + pace, 2 * size);
        // Something is left then to compare the next ones with what is remembered.
        boolean isDue = budget >= 2 * size, isBeginning = begins && ++begun >= nextBegun;
        if (!isDue && !isBeginning && (!begins && (budget < size || tries <= 0) || !mayLeap(core))) return;
        var here = new Moment(put(), fingerprint(), positions(), rounds());
        for (var moment : remembered) if (moment != null && leap(moment, here, core, limit)) return;
        tries--;
        if (isDue) remember(here);
        if (!isBeginning) return;
        remembered[INTERVALS.length] = here;
        nextBegun = 2 * begun;
    }

    private void remember(Moment here) {
        tries = TRIES;
        pace = Math.max(LEAST_A_TURN, PATIENCE * pace);
        for (int i = 0; i < INTERVALS.length; i++) {
            if (turns < due[i]) continue;
            remembered[i] = here;
            due[i] = turns + INTERVALS[i];
        }
    }

    /// Whether it is worth while to put down all.
    private boolean mayLeap(int core) {
        for (var moment : remembered) if (moment != null && periods(moment, core) > 0 && moment.fingerprint == fingerprint()) return true;
        return false;
    }

    /// How often rounds were left out.
    long leaps() {
        return leaps;
    }

    private State put() {
        var state = new State(timeline.now, timeline.tick, last);
        walk.accept(state);
        last = state;
        size = state.size();
        budget -= size;
        return state;
    }

    private long[] positions() {
        return Arrays.stream(cores).mapToLong(c -> c.stream.position()).toArray();
    }

    private long[][] rounds() {
        var rounds = new long[cores.length][];
        for (int i = 0; i < cores.length; i++) {
            var stream = cores[i].stream;
            rounds[i] = new long[stream.openLoops()];
            for (int depth = 0; depth < rounds[i].length; depth++) rounds[i][depth] = stream.roundsLeft(depth);
        }
        return rounds;
    }

    private boolean leap(Moment from, Moment here, int core, long limit) {
        var state = here.state;
        long length = state.now() - from.state.now();
        if (length == 0) return false;
        long periods = Math.min(periods(from, core), (Math.min(limit, timeline.horizon()) - state.now()) / length - 2);
        if (periods <= 0 || !state.isLike(from.state)) return false;
        for (int i = 0; i < cores.length; i++) {
            var stream = cores[i].stream;
            for (int depth = 0; depth < from.rounds[i].length; depth++) {
                stream.skipRounds(depth, periods * (from.rounds[i][depth] - stream.roundsLeft(depth)));
            }
        }
        walk.accept(State.leap(from.state, state, periods));
        // What is remembered stays: rounds of an outer loop are alike with what was left out within them.
        leaps++;
        pace = MOST_A_TURN;
        return true;
    }

    /// How often the period since a moment happens again for certain, as far as where the cores stand tells; 0 when they stand elsewhere or their loops
    /// do not allow to say. Two rounds are left to each loop, so that nothing that looks at the last round sees another one.
    ///
    /// @param first the core to be looked at first
    private long periods(Moment from, int first) {
        long least = Long.MAX_VALUE;
        for (int k = 0, i = first; k < cores.length; k++, i = i + 1 == cores.length ? 0 : i + 1) {
            var stream = cores[i].stream;
            var before = from.rounds[i];
            if (stream.position() != from.positions[i] || stream.openLoops() != before.length) return 0;
            int changed = -1;
            for (int depth = 0; depth < before.length; depth++) {
                if (stream.roundsLeft(depth) == before[depth]) continue;
                if (changed >= 0) return 0;
                changed = depth;
            }
            if (changed < 0) continue;
            long taken = before[changed] - stream.roundsLeft(changed);
            if (taken < 0) return 0;
            least = Math.min(least, (stream.roundsLeft(changed) - 2) / taken);
            if (least <= 0) return 0;
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    /// Of those who wait for a time, and for how long.
    private long fingerprint() {
        var heap = timeline.heap;
        long sum = heap.size;
        for (int i = 1; i <= heap.size; i++) {
            sum = 31 * sum + heap.times[i] - (heap.processes[i] == timeline.aside() ? 0 : timeline.now) + heap.processes[i];
        }
        return sum;
    }
}
