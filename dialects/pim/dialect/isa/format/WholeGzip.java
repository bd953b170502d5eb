package pim.dialect.isa.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import pim.tensor.MalformedFileException;

/// Expands gzip to the end of the file. Java's reader takes what stands behind the last trailer for nothing; here it is an error.
final class WholeGzip extends GZIPInputStream {
    private static final int TRAILER = 8;

    private final Path path;
    private final Counter counter;
    /// How many bytes of the file had been read when the inflater got its last ones.
    private long filled;
    private boolean ended;

    /// @param path for messages
    WholeGzip(Path path, InputStream in, int size) throws IOException {
        this(path, new Counter(in), size);
    }

    private WholeGzip(Path path, Counter in, int size) throws IOException {
        super(in, size);
        this.path = path;
        counter = in;
    }

    @Override protected void fill() throws IOException {
        super.fill();
        filled = counter.count;
    }

    @Override public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read >= 0 || ended) return read;
        ended = true;
        long end = filled - inf.getRemaining() + TRAILER;
        // What has been looked at to see whether another member follows has been counted, too.
        counter.drain();
        long more = counter.count - end;
        if (more > 0) throw new MalformedFileException(path, "expected the end of the file behind its compressed bytes, but got " + more + " more byte"
            + (more == 1 ? "" : "s"));
        return read;
    }

    private static final class Counter extends FilterInputStream {
        private long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override public int read() throws IOException {
            int read = in.read();
            if (read >= 0) count++;
            return read;
        }

        @Override public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) count += read;
            return read;
        }

        void drain() throws IOException {
            var piece = new byte[1 << 13];
            while (read(piece, 0, piece.length) > 0) { }
        }
    }
}
