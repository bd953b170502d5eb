package pim.simulate;

import java.util.Arrays;

/// Which cores must be attended to at which tick of the clock: a ring of lists, since nearly all of it is a few ticks away. Each core stands in it
/// once, at the earliest tick it asked for.
final class Agenda {
    static final long NEVER = Long.MAX_VALUE;
    private static final int SLOTS = 1024, MASK = SLOTS - 1;

    private final int[] first = new int[SLOTS];
    private final long[] used = new long[SLOTS / Long.SIZE];
    private final int[] next, previous;
    /// By core, the tick it stands at, or [#NEVER].
    private final long[] ticks;
    private int count;
    /// All ticks before this one are over.
    private long now;

    Agenda(int cores) {
        next = new int[cores];
        previous = new int[cores];
        ticks = new long[cores];
        Arrays.fill(first, -1);
        Arrays.fill(ticks, NEVER);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// Attends to `core` at `tick` or, if that is far away, some time before; not later than asked for already.
    void add(int core, long tick) {
        long at = Math.min(tick, now + SLOTS - 1);
        if (ticks[core] <= at) return;
        if (ticks[core] != NEVER) remove(core);
        int slot = (int) at & MASK;
        ticks[core] = at;
        previous[core] = -1;
        next[core] = first[slot];
        if (first[slot] >= 0) previous[first[slot]] = core;
        first[slot] = core;
        used[slot >> 6] |= 1L << slot;
        count++;
    }

    private void remove(int core) {
        int slot = (int) ticks[core] & MASK;
        if (previous[core] >= 0) next[previous[core]] = next[core];
        else first[slot] = next[core];
        if (next[core] >= 0) previous[next[core]] = previous[core];
        if (first[slot] < 0) used[slot >> 6] &= ~(1L << slot);
        ticks[core] = NEVER;
        count--;
    }

    /// The earliest tick that somebody stands at, or [#NEVER].
    long earliest() {
        if (count == 0) return NEVER;
        int from = (int) now & MASK, word = from >> 6;
        long bits = used[word] & -1L << from;
        for (int i = 0; bits == 0; i++) bits = used[word = (word + 1) % used.length] & (i == used.length - 1 ? ~(-1L << from) : -1L);
        int slot = (word << 6) + Long.numberOfTrailingZeros(bits);
        return now + (slot - from & MASK);
    }

    /// Goes on to `tick`, which is not behind [#earliest].
    void goTo(long tick) {
        now = tick;
    }

    /// Whether no core stands at the present tick.
    boolean isFree() {
        return first[(int) now & MASK] < 0;
    }

    /// Takes out a core that stands at the present tick; -1 when there is none.
    int poll() {
        int core = first[(int) now & MASK];
        if (core >= 0) remove(core);
        return core;
    }

    void state(State state) {
        var moved = ticks.clone();
        for (int core = 0; core < moved.length; core++) moved[core] = state.edge(moved[core]);
        if (!state.leaps()) return;
        for (int core = 0; core < moved.length; core++) if (ticks[core] != NEVER) remove(core);
        now = state.edge(now);
        for (int core = 0; core < moved.length; core++) if (moved[core] != NEVER) add(core, moved[core]);
    }
}
