package pim.simulate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Adds up what the time of a core's front end is for. Picoseconds.
final class Dispatcher {
    private static final Slot[] SLOTS = Slot.values();

    private final long[] times = new long[SLOTS.length];
    private Slot slot = Slot.FETCH;
    /// Up to when times are added up.
    private long until;

    /// From now on it is for something else.
    void turnTo(Slot next, long now) {
        pass(now);
        slot = next;
    }

    /// An instruction leaves at this edge, after so many scalar ones in front of it that were not told of: where one instruction is in flight at a
    /// time, all this is known when that ends, and nothing is told before the next one leaves.
    void dispatch(long now, long period, long scalar) {
        pass(now);
        long passing = scalar * period, known = slot == Slot.DISPATCH ? passing : passing + period;
        times[Slot.SCALAR.ordinal()] += passing;
        times[slot.ordinal()] -= known;
        if (slot != Slot.DISPATCH) times[Slot.DISPATCH.ordinal()] += period;
    }

    private void pass(long now) {
        if (slot != Slot.END) times[slot.ordinal()] += now - until;
        until = now;
    }

    /// By what it is for, up to the time `end`; what came behind that is told all the same.
    Map<Slot, Long> times(long end) {
        pass(Math.max(until, end));
        var by = new EnumMap<Slot, Long>(Slot.class);
        for (var s : SLOTS) by.put(s, times[s.ordinal()]);
        by.put(Slot.END, Math.max(0, end - Arrays.stream(times).sum()));
        return by;
    }

    void state(State state) {
        // Added up to the present, so that nothing is left that moves with it.
        if (!state.leaps()) pass(state.now());
        state.exact(slot.ordinal());
        state.totals(times);
        until = state.time(until);
    }
}
