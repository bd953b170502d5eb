package pim.simulate;

import java.util.function.Consumer;

/// Finds out that a simulation goes round in circles, and leaves rounds out. When all of the machine is as it was at an earlier edge of the clock, times
/// being relative, then what happened between happens again, exactly, as long as every loop that went on between has rounds enough left. Of how a core
/// stands in its loops only one number may differ, the rounds left of one loop: so many rounds a period takes. Moments are compared with a few that are
/// remembered, taken anew at different intervals: short periods are found soon, long ones at all.
final class SteadyState {
    /// Rounds of loops between moments that are remembered.
    private static final int[] INTERVALS = {1 << 3, 1 << 7, 1 << 11, 1 << 16};

    /// Numbers to put down for each turn of a loop, so that looking for a steady state takes a small part of the time of stepping through.
    private static final int NUMBERS_A_TURN = 40;

    /// Of what is put down, the part that is remembered is at most one in so many; the others are compared.
    private static final int COMPARED = 4;

    /// @param fingerprint a number that like moments have in common
    /// @param rounds      by core and depth, the rounds left
    private record Moment(State state, long fingerprint, long[][] rounds) {}

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
    private long turns, begun, nextBegun, leaps;
    /// How many numbers there are to put down, and how many may be.
    private long size, budget;

    /// @param walk goes through all of the simulation but the loops
    SteadyState(Core[] cores, Timeline timeline, Consumer<State> walk) {
        this.cores = cores;
        this.timeline = timeline;
        this.walk = walk;
    }

    /// Some loop has gone into its next round at this edge.
    ///
    /// @param limit  the time up to which is simulated
    /// @param begins whether a core has begun with another sample
    void turn(long limit, boolean begins) {
        turns++;
        budget = Math.min(budget + NUMBERS_A_TURN, 2 * size);
        if (budget < size && !begins) return;
        long here = fingerprint();
        State state = null;
        for (var moment : remembered) {
            if (moment == null || moment.fingerprint != here) continue;
            if (state == null) state = put(false);
            if (leap(moment, state, limit)) return;
        }
        State whole = null;
        for (int i = 0; i < INTERVALS.length; i++) {
            if (turns < due[i] || budget < size) continue;
            if (whole == null) whole = put(true);
            remembered[i] = new Moment(whole, here, rounds());
            due[i] = turns + Math.max(INTERVALS[i], COMPARED * size / NUMBERS_A_TURN);
        }
        if (!begins || ++begun < nextBegun) return;
        remembered[INTERVALS.length] = new Moment(whole == null ? put(true) : whole, here, rounds());
        nextBegun = 2 * begun;
    }

    /// How often rounds were left out.
    long leaps() {
        return leaps;
    }

    private State put(boolean adds) {
        var state = new State(timeline.now, timeline.tick, adds, last);
        walk.accept(state);
        last = state;
        if (adds) size = state.size();
        budget -= state.size();
        return state;
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

    private boolean leap(Moment from, State state, long limit) {
        if (state.now() == from.state.now() || !state.isLike(from.state)) return false;
        long length = state.now() - from.state.now();
        long periods = Math.min(periods(from.rounds), (Math.min(limit, timeline.horizon()) - state.now()) / length - 2);
        if (periods <= 0) return false;
        var whole = put(true);
        if (!whole.addsLike(from.state)) return false;
        for (int i = 0; i < cores.length; i++) {
            var stream = cores[i].stream;
            for (int depth = 0; depth < from.rounds[i].length; depth++) {
                stream.skipRounds(depth, periods * (from.rounds[i][depth] - stream.roundsLeft(depth)));
            }
        }
        walk.accept(State.leap(from.state, whole, periods));
        // What is remembered stays: rounds of an outer loop are alike with what was left out within them.
        leaps++;
        return true;
    }

    /// How often the period happens again for certain; 0 when a core's loops do not allow to say. Two rounds are left to each loop, so that nothing that
    /// looks at the last round sees another one.
    private long periods(long[][] before) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < cores.length; i++) {
            var stream = cores[i].stream;
            int changed = -1;
            for (int depth = 0; depth < before[i].length; depth++) {
                if (stream.roundsLeft(depth) == before[i][depth]) continue;
                if (changed >= 0) return 0;
                changed = depth;
            }
            if (changed < 0) continue;
            long taken = before[i][changed] - stream.roundsLeft(changed);
            if (taken < 0) return 0;
            least = Math.min(least, (stream.roundsLeft(changed) - 2) / taken);
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    private long fingerprint() {
        var heap = timeline.heap;
        long sum = heap.size;
        for (var core : cores) sum = 31 * (31 * sum + core.stream.position()) + core.reorder.place();
        for (int i = 1; i <= heap.size; i++) if (heap.processes[i] != timeline.aside()) sum = 31 * sum + heap.times[i] - timeline.now + heap.processes[i];
        return sum;
    }
}
