package pim.tool.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Bytes from one command of a pipeline to the next, which run at the same time.
///
/// The writer waits while much is unread, and fails once the reader is closed, as a process does that writes to `head`.
final class Pipe {
    private static final int CAPACITY = 1 << 16;

    private final byte[] buffer = new byte[CAPACITY];
    private int start;
    private int size;
    private boolean written;
    private boolean abandoned;

    final InputStream in = new InputStream() {
        @Override public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override public int read(byte[] bytes, int offset, int length) throws IOException {
            return take(bytes, offset, length);
        }

        @Override public void close() {
            abandon();
        }
    };

    final OutputStream out = new OutputStream() {
        @Override public void write(int value) throws IOException {
            put(new byte[] {(byte) value}, 0, 1);
        }

        @Override public void write(byte[] bytes, int offset, int length) throws IOException {
            put(bytes, offset, length);
        }

        @Override public void close() {
            finish();
        }
    };

    private synchronized int take(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (size == 0 && !written && !abandoned) await();
        if (size == 0 || abandoned) return -1;
        int count = Math.min(length, Math.min(size, CAPACITY - start));
        System.arraycopy(buffer, start, bytes, offset, count);
        start = (start + count) % CAPACITY;
        size -= count;
        notifyAll();
        return count;
    }

    private synchronized void put(byte[] bytes, int offset, int length) throws IOException {
        while (length > 0) {
            while (size == CAPACITY && !abandoned) await();
            if (abandoned) throw new IOException("nobody reads the pipe");
            int end = (start + size) % CAPACITY;
            int count = Math.min(length, Math.min(CAPACITY - size, CAPACITY - end));
            System.arraycopy(bytes, offset, buffer, end, count);
            size += count;
            offset += count;
            length -= count;
            notifyAll();
        }
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private synchronized void finish() {
        written = true;
        notifyAll();
    }

    private synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }
}
