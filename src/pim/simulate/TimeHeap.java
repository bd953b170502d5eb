package pim.simulate;

import java.util.Arrays;

/// Processes by the time at which they go on. Which of several with the same time comes first depends on how the heap has been used before; the
/// simulator of the field, whose results this one reproduces, has the same heap (SystemC 2.3.4, `sc_ppq`), so the order is the same.
final class TimeHeap {
    /// The time of nobody.
    private static final long NEVER = Long.MAX_VALUE;

    /// From 1 on; the parent of `i` is `i / 2`.
    long[] times = new long[64];
    int[] processes = new int[64];
    int size;
    /// Whether [#stays] holds for the heap as it is.
    private boolean known, stays;

    void insert(long time, int process) {
        known = false;
        if (++size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            processes = Arrays.copyOf(processes, 2 * size);
        }
        var times = this.times;
        int at = size;
        for (int parent; (parent = at >> 1) > 0 && times[parent] > time; at = parent) {
            times[at] = times[parent];
            processes[at] = processes[parent];
        }
        times[at] = time;
        processes[at] = process;
    }

    /// Takes out the first process.
    int pop() {
        known = false;
        var times = this.times;
        int last = size--, first = processes[1], process = processes[last], at = 1;
        long time = times[last];
        // So that each place has two children as far as there is one.
        times[last] = NEVER;
        for (int child = 2; child < last; child = 2 * at) {
            // Which child is the earlier cannot be foretold, so it is computed rather than branched on: the sign of the difference says it.
            child += (int) (times[child + 1] - times[child] >>> 63);
            if (times[child] >= time) break;
            times[at] = times[child];
            processes[at] = processes[child];
            at = child;
        }
        times[at] = time;
        processes[at] = process;
        return first;
    }

    /// Whether taking out the first process and putting it back, still as the first, would leave all others where they are. Without equal times
    /// it does: what moves up when the last one is placed from the root on moves down again on the way of the new one.
    boolean staysWhenFirstReturns() {
        if (known) return stays;
        known = true;
        return stays = movesUpTheWayToTheLast();
    }

    /// Whether those that move up when the last one is placed from the root on are those above it: from there on up, so that no step waits for the one
    /// before.
    private boolean movesUpTheWayToTheLast() {
        var times = this.times;
        int last = size, at = last >> 1;
        if ((last & 1) != 0 && last > 1 && times[last - 1] < times[last] || at > 1 && times[at] >= times[last]) return false;
        for (; at > 1; at >>= 1) {
            // Of two that are as early, the left one moves.
            long other = times[at ^ 1];
            if (other < times[at] || (at & 1) != 0 && other == times[at]) return false;
        }
        return true;
    }

    /// Takes out the first process and puts it back at the earliest time of the others, where [#staysWhenFirstReturns] holds: on the way to the last
    /// place those that are as early come before it, and everybody else is where they were.
    void returnFirst(long time) {
        known = false;
        int process = processes[1], at = 1;
        for (int below = levels(size) - 1; below >= 0 && times[size >> below] == time; at = size >> below--) {
            times[at] = time;
            processes[at] = processes[size >> below];
        }
        times[at] = time;
        processes[at] = process;
    }

    private static int levels(int place) {
        return 31 - Integer.numberOfLeadingZeros(place);
    }

    /// The earliest time of all but the first process, which must be known to be the clock.
    long second() {
        if (size == 1) return NEVER;
        return size == 2 ? times[2] : Math.min(times[2], times[3]);
    }

    /// @param aside a process whose time does not move with the others, or -1
    void state(State state, int aside) {
        known = false;
        state.exact(size);
        for (int i = 1; i <= size; i++) {
            state.exact(processes[i]);
            // Between two moments that are alike, what is aside has not had its turn.
            if (processes[i] == aside) state.exact(times[i]);
            else times[i] = state.time(times[i]);
        }
    }
}
