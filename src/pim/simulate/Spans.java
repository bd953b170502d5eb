package pim.simulate;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/// Of instructions that are counted together, by [InstructionStream#cost]: how long units had them, when the first began and the last ended.
public final class Spans {
    private long[] busy = new long[64], first = new long[64], last = new long[64];
    /// What any unit has had, in the order of the first end.
    private final IntArrayList counted = new IntArrayList();

    void add(int cost, long from, long to) {
        if (cost >= busy.length) grow(cost);
        if (last[cost] == 0) {
            first[cost] = from;
            counted.add(cost);
        }
        busy[cost] += to - from;
        last[cost] = to;
    }

    private void grow(int cost) {
        int length = Math.max(2 * busy.length, cost + 1);
        busy = Arrays.copyOf(busy, length);
        first = Arrays.copyOf(first, length);
        last = Arrays.copyOf(last, length);
    }

    public long busy(int cost) {
        return cost < busy.length ? busy[cost] : 0;
    }

    /// When the first to end began.
    public long first(int cost) {
        return cost < first.length ? first[cost] : 0;
    }

    public long last(int cost) {
        return cost < last.length ? last[cost] : 0;
    }

    void state(State state) {
        for (int i = 0; i < counted.size(); i++) {
            int cost = counted.getInt(i);
            busy[cost] = state.total(busy[cost]);
            last[cost] = state.last(last[cost]);
        }
    }
}
