package pim.dialect.inst;

/// Bytes of a buffer: `rows` pieces of `size` bytes, each `stride` bytes behind the one before.
public record Span(long size, long rows, long stride) {
    public static Span of(long size) {
        return new Span(size, 1, size);
    }

    /// How many bytes belong to it.
    public long bytes() {
        return size * rows;
    }

    /// Where its lowest byte is, from the first byte of the first piece.
    public long low() {
        return Math.min(0, (rows - 1) * stride);
    }

    /// Where the byte behind its highest is, from the first byte of the first piece.
    public long high() {
        return Math.max(0, (rows - 1) * stride) + size;
    }

    /// What there is but once: a stride of zero goes over the same bytes again and again.
    public Span once() {
        return stride == 0 ? of(size) : this;
    }

    /// Whether the pieces follow each other without gaps.
    public boolean packed() {
        return rows == 1 || stride == size;
    }
}
