package pim.dialect.sim.timing;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Bytes of a memory, as the ranges that they make up.
final class ByteSet {
    /// So many ranges of one access in a loop are told apart.
    private static final int MOST_RANGES = 1 << 16;
    private static final int RECENT = 1 << 10;

    /// By its first byte, the byte behind each range; none meet.
    private final TreeMap<Long, Long> ranges = new TreeMap<>();
    /// Ranges that are known to be here, since programs use the same ones again and again.
    private final long[] recentFrom = new long[RECENT], recentTo = new long[RECENT];

    /// Ranges as they are repeated: `count` times, `step` bytes apart.
    record Repeat(long step, long count) {}

    void add(long from, long to) {
        if (from >= to) return;
        int slot = Long.hashCode(from * 31 + to) & RECENT - 1;
        if (recentFrom[slot] == from && recentTo[slot] == to) return;
        recentFrom[slot] = from;
        recentTo[slot] = to;
        var before = ranges.floorEntry(from);
        if (before != null && before.getValue() >= to) return;
        long begin = before != null && before.getValue() >= from ? before.getKey() : from, end = to;
        for (var at = ranges.ceilingEntry(begin); at != null && at.getKey() <= end; at = ranges.ceilingEntry(begin)) {
            end = Math.max(end, at.getValue());
            ranges.remove(at.getKey());
        }
        ranges.put(begin, end);
    }

    /// Adds `bytes` bytes from `from` on, repeated by each of the repeats.
    ///
    /// @return whether these are the bytes exactly; else there are too many ranges, and all that lies between is taken in
    boolean add(long from, long bytes, Repeat... repeats) {
        if (bytes <= 0) return true;
        // The shortest steps first: they make up ranges that the longer ones repeat.
        var sorted = Arrays.stream(repeats).sorted((a, b) -> Long.compare(Math.abs(a.step), Math.abs(b.step))).toArray(Repeat[]::new);
        long[] all = {0, bytes};
        boolean exact = true;
        for (var repeat : sorted) {
            long step = Math.abs(repeat.step);
            if (repeat.step < 0) from += repeat.step * (repeat.count - 1);
            // n copies from twice as many of the n / 2 before, the last time as many as are lacking.
            for (long have = 1; have < repeat.count; ) {
                long more = Math.min(have, repeat.count - have);
                all = union(all, more * step);
                have += more;
                if (all.length <= 2 * MOST_RANGES) continue;
                exact = false;
                all = new long[] {all[0], all[all.length - 1]};
            }
        }
        for (int i = 0; i < all.length; i += 2) add(from + all[i], from + all[i + 1]);
        return exact;
    }

    /// Ranges and the same ones `shift` further on, which may meet them.
    private static long[] union(long[] ranges, long shift) {
        var union = new long[2 * ranges.length];
        int size = 0;
        for (int a = 0, b = 0; a < ranges.length || b < ranges.length; ) {
            boolean first = b == ranges.length || a < ranges.length && ranges[a] <= ranges[b] + shift;
            long from = first ? ranges[a] : ranges[b] + shift, to = first ? ranges[a + 1] : ranges[b + 1] + shift;
            if (first) a += 2;
            else b += 2;
            if (size > 0 && from <= union[size - 1]) {
                union[size - 1] = Math.max(union[size - 1], to);
            } else {
                union[size++] = from;
                union[size++] = to;
            }
        }
        return Arrays.copyOf(union, size);
    }

    /// How many bytes these are.
    long count() {
        return ranges.entrySet().stream().mapToLong(r -> r.getValue() - r.getKey()).sum();
    }

    /// The byte behind the last one; 0 when there are none.
    long end() {
        Map.Entry<Long, Long> last = ranges.lastEntry();
        return last == null ? 0 : last.getValue();
    }
}
