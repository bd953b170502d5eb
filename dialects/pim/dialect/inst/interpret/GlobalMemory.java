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

    GlobalMemory(String name, int size, int cores, boolean written) {
        this.name = name;
        this.cores = cores;
        bytes = new byte[size];
        stamps = new int[size];
        if (written) Arrays.fill(stamps, FROM_THE_START);
    }

    /// Where in [#bytes] the span begins that `core` is about to read.
    public int read(long first, Span span, CoreRun core) {
        int base = place(first, span);
        for (long row = 0; row < span.rows(); row++) {
            int at = (int) (base + row * span.stride()), end = at + (int) span.size();
            while (at < end) {
                checkOrdered(at, core);
                // The next that differs from the one before it.
                int same = Arrays.mismatch(stamps, at, end - 1, stamps, at + 1, end);
                at = same < 0 ? end : at + same + 1;
            }
        }
        return base;
    }

    private void checkOrdered(int byteNumber, CoreRun core) {
        int stamp = stamps[byteNumber];
        if (stamp == FROM_THE_START) return;
        if (stamp == UNWRITTEN) throw new Fault("reads byte " + byteNumber + " of @" + name + ", which nothing has written");
        int writer = (stamp - 1) % cores, time = (stamp - 1) / cores;
        if (core.clock[writer] >= time) return;
        throw new Fault("reads byte " + byteNumber + " of @" + name + ", but no message makes sure that core " + core.machine.number(writer)
            + " has written it before");
    }

    /// Where in [#bytes] the span begins that `core` is about to write.
    public int write(long at, Span span, CoreRun core) {
        int base = place(at, span), stamp = Math.addExact(Math.multiplyExact(core.clock[core.index], cores), core.index + 1);
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
