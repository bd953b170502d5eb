package pim.dialect.inst.interpret;

import java.util.Arrays;
import java.util.List;
import pim.dialect.inst.Span;

/// The local memory of one core. Each byte knows through which buffer it was written last, so that a buffer gives back only what was put into it.
final class LocalMemory {
    /// A buffer at a place of the memory. The number is its place in the core's list of buffers.
    record Buffer(int number, int base, int size, String name) {}

    final byte[] bytes;
    /// For each byte the number of a buffer and one; 0 where nothing was written since the last buffer there came to life.
    private final int[] writtenThrough;
    private final List<Buffer> buffers;

    LocalMemory(List<Buffer> buffers) {
        this.buffers = buffers;
        int size = buffers.stream().mapToInt(b -> Math.addExact(b.base, b.size)).max().orElse(0);
        bytes = new byte[size];
        writtenThrough = new int[size];
    }

    /// The buffer comes to life: what was there is lost.
    void enter(Buffer buffer) {
        Arrays.fill(writtenThrough, buffer.base, buffer.base + buffer.size, 0);
    }

    /// Where in [#bytes] the span begins that is about to be read.
    int read(Buffer buffer, long at, Span span) {
        int base = place(buffer, at, span);
        if (span.packed()) {
            check(buffer, base, span.bytes());
        } else {
            for (long row = 0; row < span.rows(); row++) check(buffer, (int) (base + row * span.stride()), span.size());
        }
        return base;
    }

    private void check(Buffer buffer, int from, long size) {
        int expected = buffer.number + 1, wrong = 0, end = (int) (from + size);
        for (int i = from; i < end; i++) wrong |= writtenThrough[i] ^ expected;
        if (wrong == 0) return;
        int first = from;
        while (writtenThrough[first] == expected) first++;
        var who = writtenThrough[first] == 0 ? "which nothing has written"
            : "which has been overwritten through buffer " + buffers.get(writtenThrough[first] - 1).name;
        throw new Fault("reads byte " + (first - buffer.base) + " of buffer " + buffer.name + ", " + who);
    }

    /// Where in [#bytes] the span begins that is about to be written.
    int write(Buffer buffer, long at, Span span) {
        int base = place(buffer, at, span);
        if (span.packed()) {
            Arrays.fill(writtenThrough, base, base + (int) span.bytes(), buffer.number + 1);
        } else {
            for (long row = 0; row < span.rows(); row++) {
                int from = (int) (base + row * span.stride());
                Arrays.fill(writtenThrough, from, from + (int) span.size(), buffer.number + 1);
            }
        }
        return base;
    }

    private static int place(Buffer buffer, long at, Span span) {
        if (at < -span.low() || at > buffer.size - span.high()) {
            throw new Fault("accesses bytes [" + (at + span.low()) + ", " + (at + span.high()) + ") of buffer " + buffer.name + ", which has "
                + buffer.size);
        }
        return buffer.base + (int) at;
    }
}
