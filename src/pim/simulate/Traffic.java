package pim.simulate;

/// What went over a network, by its two ends: cores by their numbers, the global memory behind them.
public final class Traffic {
    private final int places;
    private final long[] messages, bytes, flits;
    private long time;

    public Traffic(int cores) {
        places = cores + 1;
        messages = new long[places * places];
        bytes = new long[places * places];
        flits = new long[places * places];
    }

    /// Counts a message.
    ///
    /// @param duration that its sender is busy with it, ps
    public void add(int from, int to, long size, long parts, long duration) {
        time += duration;
        int at = index(from, to);
        messages[at]++;
        bytes[at] += size;
        flits[at] += parts;
    }

    private int index(int from, int to) {
        return (from == Interconnect.MEMORY ? places - 1 : from) * places + (to == Interconnect.MEMORY ? places - 1 : to);
    }

    public long messages(int from, int to) {
        return messages[index(from, to)];
    }

    public long bytes(int from, int to) {
        return bytes[index(from, to)];
    }

    public long flits(int from, int to) {
        return flits[index(from, to)];
    }

    /// How long senders are busy with all messages. Picoseconds.
    public long time() {
        return time;
    }

    public int cores() {
        return places - 1;
    }
}
