package pim.dialect.inst.interpret;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import pim.dialect.inst.Span;

/// The local memory of one core. Each byte knows through which buffer it was written last, so that a buffer gives back only what was put into it.
///
/// Most buffers are soon found to be written as a whole. As long as nothing is written through others that share bytes with such a buffer, there is
/// nothing to look for in it and nothing to note.
public final class LocalMemory {
    /// As many bytes as cost little where they are not needed.
    static final int SMALL = 1 << 20;

    /// A buffer at a place of the memory. The number is its place in the core's list of buffers.
    public record Buffer(int number, int base, int size, String name) {}

    /// Those that have been accessed, and some more: a buffer may be far larger than what is used of it.
    public byte[] bytes;
    /// For each of [#bytes] the number of a buffer and one; 0 where nothing was written since the last buffer there came to life.
    private int[] writtenThrough;
    private final int size;
    private final List<Buffer> buffers;
    /// By the number of a buffer, what [#writtenThrough] says of its bytes when it was written last: as many as any access to it needed. Comparing
    /// with it and copying from it is much faster than a loop before that is compiled.
    private final int[][] marks;
    /// By the number of a buffer, whether all its bytes are known to be written through it.
    private final boolean[] whole;
    /// By the number of a buffer, the numbers of the others that share bytes with it; null until that is asked for.
    private final int[][] sharing;

    /// @param first how many of the bytes are there before others are accessed
    LocalMemory(List<Buffer> buffers, int first) {
        this.buffers = buffers;
        size = buffers.stream().mapToInt(b -> Math.addExact(b.base, b.size)).max().orElse(0);
        bytes = new byte[Math.min(size, first)];
        writtenThrough = new int[bytes.length];
        marks = new int[buffers.size()][0];
        whole = new boolean[buffers.size()];
        sharing = new int[buffers.size()][];
    }

    /// The buffer comes to life: what was there is lost.
    void enter(Buffer buffer) {
        int end = Math.min(buffer.base + buffer.size, bytes.length);
        if (buffer.base < end) Arrays.fill(writtenThrough, buffer.base, end, 0);
        whole[buffer.number] = false;
        loseOthers(buffer);
    }

    private void grow(int needed) {
        int length = (int) Math.min(size, Math.max(needed, 2L * bytes.length));
        bytes = Arrays.copyOf(bytes, length);
        writtenThrough = Arrays.copyOf(writtenThrough, length);
    }

    /// Where in [#bytes] the span begins that is about to be read.
    public int read(Buffer buffer, long at, Span span) {
        int base = place(buffer, at, span);
        if (whole[buffer.number]) return base;
        if (span.packed()) {
            check(buffer, base, span.bytes());
            whole[buffer.number] = span.bytes() == buffer.size;
        } else {
            for (long row = 0; row < span.rows(); row++) check(buffer, (int) (base + row * span.stride()), span.size());
        }
        return base;
    }

    private void check(Buffer buffer, int from, long size) {
        int length = (int) size, wrong = Arrays.mismatch(writtenThrough, from, from + length, marks(buffer, length), 0, length);
        if (wrong < 0) return;
        int first = from + wrong;
        var who = writtenThrough[first] == 0 ? "which nothing has written"
            : "which has been overwritten through buffer " + buffers.get(writtenThrough[first] - 1).name;
        throw new Fault("reads byte " + (first - buffer.base) + " of buffer " + buffer.name + ", " + who);
    }

    /// Where in [#bytes] the span begins that is about to be written.
    public int write(Buffer buffer, long at, Span span) {
        int base = place(buffer, at, span);
        if (whole[buffer.number]) return base;
        loseOthers(buffer);
        if (span.packed()) {
            mark(buffer, base, (int) span.bytes());
            whole[buffer.number] = span.bytes() == buffer.size;
        } else {
            for (long row = 0; row < span.rows(); row++) mark(buffer, (int) (base + row * span.stride()), (int) span.size());
        }
        return base;
    }

    private void mark(Buffer buffer, int from, int size) {
        System.arraycopy(marks(buffer, size), 0, writtenThrough, from, size);
    }

    private void loseOthers(Buffer buffer) {
        var others = sharing[buffer.number];
        if (others == null) others = sharing[buffer.number] = sharing(buffer);
        for (int other : others) whole[other] = false;
    }

    private int[] sharing(Buffer buffer) {
        var numbers = new IntArrayList();
        for (var other : buffers) {
            if (other != buffer && other.base < buffer.base + buffer.size && buffer.base < other.base + other.size) numbers.add(other.number);
        }
        return numbers.toIntArray();
    }

    private int[] marks(Buffer buffer, int size) {
        var known = marks[buffer.number];
        if (known.length >= size) return known;
        var longer = new int[size];
        Arrays.fill(longer, buffer.number + 1);
        return marks[buffer.number] = longer;
    }

    private int place(Buffer buffer, long at, Span span) {
        if (at < -span.low() || at > buffer.size - span.high()) {
            throw new Fault("accesses bytes [" + (at + span.low()) + ", " + (at + span.high()) + ") of buffer " + buffer.name + ", which has "
                + buffer.size);
        }
        int base = buffer.base + (int) at;
        if (base + span.high() > bytes.length) grow((int) (base + span.high()));
        return base;
    }
}
