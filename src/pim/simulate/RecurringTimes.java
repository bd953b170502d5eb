package pim.simulate;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/// When something was that happens again and again, in order. Where it came for many periods as in one, only that one is kept. Picoseconds.
public final class RecurringTimes {
    /// Times that come in each of so many periods, the one in the next a `period` behind the one in this.
    ///
    /// @param first how many times come before
    private record Stretch(long first, long[] times, long periods, long period) {
        long get(long index) {
            return times[(int) ((index - first) % times.length)] + (index - first) / times.length * period;
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();
    /// What came behind the stretches.
    private final LongArrayList last = new LongArrayList();
    /// How many times the stretches have.
    private long before;

    public long size() {
        return before + last.size();
    }

    /// The time at `index`, from 0 up to the size.
    public long get(long index) {
        if (index >= before) return last.getLong((int) (index - before));
        int low = 0;
        for (int high = stretches.size(); high - low > 1; ) {
            int middle = low + high >>> 1;
            if (stretches.get(middle).first <= index) low = middle;
            else high = middle;
        }
        return stretches.get(low).get(index);
    }

    void add(long time) {
        last.add(time);
    }

    /// What came from the place `first` on comes again in each of so many periods.
    void repeat(long first, long periods, long period) {
        var times = new long[Math.toIntExact(size() - first)];
        if (times.length == 0) return;
        for (int i = 0; i < times.length; i++) times[i] = get(first + i) + period;
        if (!last.isEmpty()) append(new Stretch(before, last.toLongArray(), 1, 0));
        last.clear();
        append(new Stretch(before, times, periods, period));
    }

    private void append(Stretch stretch) {
        stretches.add(stretch);
        before += stretch.times.length * stretch.periods;
    }
}
