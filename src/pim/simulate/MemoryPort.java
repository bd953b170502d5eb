package pim.simulate;

/// A port that serves one access after the other in the order of requests.
final class MemoryPort {
    /// When the last access that was asked for ends.
    private long last;

    /// Takes the port for `duration`, as soon as it is free.
    ///
    /// @param delay of the asking unit so far
    /// @return delay of the asking unit with this access. Behind others it counts from `now` to the end of the access, which holds what went before
    ///     when that were accesses to this port.
    long request(long now, long delay, long duration) {
        if (now > last) {
            last = Math.addExact(now, duration);
            return Math.addExact(delay, duration);
        }
        last = Math.addExact(last, duration);
        return last - now;
    }

    /// Whether an access at `now` waits for nobody.
    boolean isFree(long now) {
        return now > last;
    }

    /// For how long it is not free from `now` on.
    long freeAfter(long now) {
        return last - now;
    }

    /// Is taken for `duration`, being free.
    void take(long now, long duration) {
        last = Math.addExact(now, duration);
    }

    void state(State state) {
        last = state.time(last);
    }
}
