package pim.simulate;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// What went over a network, by its two ends: cores by their numbers, the global memory behind them. Few of all pairs have to do with each other.
public final class Traffic {
    private final int places;
    private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap();
    /// By pair, in the order of their first messages.
    private long[] messages = new long[16], bytes = new long[16], flits = new long[16];
    private long time;

    public Traffic(int cores) {
        places = cores + 1;
        pairs.defaultReturnValue(-1);
    }

    /// Counts a message.
    ///
    /// @param duration that its sender is busy with it, ps
    public void add(int from, int to, long size, long parts, long duration) {
        time += duration;
        long pair = pair(from, to);
        int at = pairs.get(pair);
        if (at < 0) pairs.put(pair, at = pairs.size());
        if (at == messages.length) {
            messages = Arrays.copyOf(messages, 2 * at);
            bytes = Arrays.copyOf(bytes, 2 * at);
            flits = Arrays.copyOf(flits, 2 * at);
        }
        messages[at]++;
        bytes[at] += size;
        flits[at] += parts;
    }

    /// A number for each pair, in their order; the global memory is before the cores.
    private long pair(int from, int to) {
        return (from - Interconnect.MEMORY) * (long) places + to - Interconnect.MEMORY;
    }

    /// What is done with a pair of places.
    @FunctionalInterface public interface Pair {
        void of(int from, int to);
    }

    /// Goes through the pairs that had messages, in the order of their numbers.
    public void forEach(Pair work) {
        var numbers = pairs.keySet().toLongArray();
        Arrays.sort(numbers);
        for (long pair : numbers) work.of((int) (pair / places) + Interconnect.MEMORY, (int) (pair % places) + Interconnect.MEMORY);
    }

    private long of(long[] counts, int from, int to) {
        int at = pairs.get(pair(from, to));
        return at < 0 ? 0 : counts[at];
    }

    public long messages(int from, int to) {
        return of(messages, from, to);
    }

    public long bytes(int from, int to) {
        return of(bytes, from, to);
    }

    public long flits(int from, int to) {
        return of(flits, from, to);
    }

    /// How long senders are busy with all messages. Picoseconds.
    public long time() {
        return time;
    }

    public int cores() {
        return places - 1;
    }

    void state(State state) {
        state.totals(messages);
        state.totals(bytes);
        state.totals(flits);
        time = state.total(time);
    }
}
