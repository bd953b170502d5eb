package pim.dialect.inst.interpret;

import java.util.Arrays;
import pim.dialect.inst.Span;

/// One buffer of global memory. Each byte knows which core wrote it and at which point of that core's time, so that a read which is not ordered
/// behind the write by messages is found, whichever core happened to come first.
public final class GlobalMemory {
    private static final int UNWRITTEN = 0, FROM_THE_START = -1;

    final String name;
    public final byte[] bytes;
    /// `time * cores + core + 1` of the writer.
    private final int[] stamps;
    private final int cores;
    /// How often it has been written.
    private long writes;
    /// By core, after how many writes the core was found to know of all, so that until the next write it may read what it likes; and how many bytes
    /// it has read one by one since that was looked at last.
    private final long[] known, read;

    GlobalMemory(String name, int size, int cores, boolean written) {
        this.name = name;
        this.cores = cores;
        bytes = new byte[size];
        stamps = new int[size];
        if (written) Arrays.fill(stamps, FROM_THE_START);
        known = new long[cores];
        read = new long[cores];
        Arrays.fill(known, written ? 0 : -1);
    }

    /// Where in [#bytes] the span begins that `core` is about to read.
    public int read(long first, Span span, CoreRun core) {
        int base = place(first, span);
        if (known[core.index] == writes) return base;
        for (long row = 0; row < span.rows(); row++) {
            int from = (int) (base + row * span.stride()), wrong = firstUnordered(from, from + (int) span.size(), core);
            if (wrong >= 0) throw unordered(wrong, core);
        }
        lookAtAll(span.bytes(), core);
        return base;
    }

    /// A core that has read a part of the memory will read the rest, if it may; to look at many bytes at once takes far less time for each.
    private void lookAtAll(long bytesRead, CoreRun core) {
        read[core.index] += bytesRead;
        if (read[core.index] < bytes.length / 64) return;
        read[core.index] = 0;
        if (firstUnordered(0, bytes.length, core) < 0) known[core.index] = writes;
    }

    /// The first byte that is not ordered before what `core` does now, or -1.
    private int firstUnordered(int at, int end, CoreRun core) {
        while (at < end) {
            int stamp = stamps[at];
            if (stamp == UNWRITTEN || stamp != FROM_THE_START && core.clock[writer(stamp)] < (stamp - 1) / cores) return at;
            // The next that differs from the one before it.
            int same = Arrays.mismatch(stamps, at, end - 1, stamps, at + 1, end);
            at = same < 0 ? end : at + same + 1;
        }
        return -1;
    }

    private int writer(int stamp) {
        return (stamp - 1) % cores;
    }

    private Fault unordered(int byteNumber, CoreRun core) {
        int stamp = stamps[byteNumber];
        return new Fault("reads byte " + byteNumber + " of @" + name + (stamp == UNWRITTEN ? ", which nothing has written"
            : ", but no message makes sure that core " + core.machine.number(writer(stamp)) + " has written it before"));
    }

    /// Where in [#bytes] the span begins that `core` is about to write.
    public int write(long at, Span span, CoreRun core) {
        int base = place(at, span), stamp = Math.addExact(Math.multiplyExact(core.clock[core.index], cores), core.index + 1);
        writes++;
        for (long row = 0; row < span.rows(); row++) {
            int from = (int) (base + row * span.stride());
            Arrays.fill(stamps, from, from + (int) span.size(), stamp);
        }
        return base;
    }

    /// Whether every byte has been written; else the number of the first that has not, and -1 when all have.
    int firstUnwritten(int from, int size) {
        for (int i = from; i < from + size; i++) if (stamps[i] == UNWRITTEN) return i;
        return -1;
    }

    private int place(long at, Span span) {
        if (at < -span.low() || at > bytes.length - span.high()) {
            throw new Fault("accesses bytes [" + (at + span.low()) + ", " + (at + span.high()) + ") of @" + name + ", which has " + bytes.length);
        }
        return (int) at;
    }
}
