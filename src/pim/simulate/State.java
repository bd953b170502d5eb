package pim.simulate;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Goes through all that a simulation is made of. What matters for what comes next is put down relative to the present time, so that two moments with the
/// same numbers go on in the same way; what is only added up is put down beside it. In the same walk a later moment is made: times are moved, and what
/// is added up grows as it did from one moment to the next.
public final class State {
    private static final int ROOM = 64;

    private final long now, tick;
    private final LongArrayList exact;
    /// When that began which is under way.
    private final LongArrayList begun = new LongArrayList();
    /// What is added up, but for what is 0, which nothing is again once it is more.
    private final LongArrayList totals;
    private boolean known = true;
    /// How far to move, and by how much more a total has grown; null while putting down.
    private Leap leap;
    private int beginning, at;

    /// @param periods how often what happened from `from` to `to` happens again
    private record Leap(State from, State to, long periods) {}

    /// @param like one that puts down about as many numbers; null when there is none
    State(long now, long tick, State like) {
        this.now = now;
        this.tick = tick;
        exact = new LongArrayList(like == null ? 0 : like.exact.size() + ROOM);
        totals = new LongArrayList(like == null ? 0 : like.totals.size() + ROOM);
    }

    /// One that moves what it goes through on by `periods` times the time from `from` to `to`.
    static State leap(State from, State to, long periods) {
        var state = new State(to.now, to.tick, null);
        state.leap = new Leap(from, to, periods);
        return state;
    }

    /// Something whose value matters.
    public void exact(long value) {
        if (leap == null) exact.add(value);
    }

    /// Something that cannot be put down: no moment is like another.
    public void unknown() {
        known = false;
    }

    /// A time that matters as far as it is not over. Picoseconds.
    public long time(long time) {
        if (leap != null) return time + leap.periods * (leap.to.now - leap.from.now);
        exact.add(Math.max(time - now, -1));
        return time;
    }

    /// A time that matters even if it is over, for what has begun then is told at its end. What lasts from the first moment to the second goes on.
    long begun(long time) {
        if (leap != null) return leap.from.begun.getLong(beginning++) == time ? time : time(time);
        begun.add(time);
        return time;
    }

    /// An edge of the clock to come; [Agenda#NEVER] is none.
    long edge(long edge) {
        if (edge == Agenda.NEVER) {
            exact(edge);
            return edge;
        }
        if (leap != null) return edge + leap.periods * (leap.to.tick - leap.from.tick);
        exact.add(Math.max(edge - tick, -1));
        return edge;
    }

    /// Something that is added up.
    public long total(long value) {
        if (value == 0) return 0;
        if (leap != null) {
            long grown = leap.to.totals.getLong(at) - leap.from.totals.getLong(at);
            at++;
            return value + leap.periods * grown;
        }
        totals.add(value);
        return value;
    }

    /// When each of something was that happens again and again: those of a period come again in each.
    void times(RecurringTimes times) {
        if (leap == null) total(times.size());
        else if (times.size() > 0) times.repeat(leap.from.totals.getLong(at++), leap.periods, leap.to.now - leap.from.now);
    }

    /// Sums, each added up; those beyond the length are 0.
    public void totals(long[] values) {
        for (int i = 0; i < values.length; i++) values[i] = total(values[i]);
    }

    /// The time of the last of something that is done again and again: if it was done since the first moment, it is done in each period.
    long last(long time) {
        if (leap == null) return time;
        return time > leap.from.now ? time(time) : time;
    }

    /// Whether the simulation goes on from both moments in the same way, except for how long loops go on, and nothing has been added up for the first
    /// time between them.
    boolean isLike(State other) {
        return known && other.known && exact.equals(other.exact) && beganLike(other) && totals.size() == other.totals.size();
    }

    private boolean beganLike(State other) {
        if (begun.size() != other.begun.size()) return false;
        for (int i = 0; i < begun.size(); i++) {
            long here = begun.getLong(i), there = other.begun.getLong(i);
            if (here != there && now - here != other.now - there) return false;
        }
        return true;
    }

    /// How many numbers were put down.
    int size() {
        return exact.size() + begun.size() + totals.size();
    }

    long now() {
        return now;
    }

    boolean leaps() {
        return leap != null;
    }
}
