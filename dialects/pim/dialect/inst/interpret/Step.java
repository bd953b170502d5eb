package pim.dialect.inst.interpret;

import java.util.Arrays;
import pim.dialect.inst.Span;
import pim.ir.Operation;

/// One instruction in the flat program of a core.
public abstract class Step {
    public final Operation operation;

    protected Step(Operation operation) {
        this.operation = operation;
    }

    /// Does what the instruction says; the core is already set to go on with the next.
    protected abstract void execute(CoreRun core);

    /// Part of a local buffer that an instruction accesses.
    public record Local(LocalMemory.Buffer buffer, Position address, Span span) {
        public int read(CoreRun core) {
            return core.local.read(buffer, address.at(core.counters), span);
        }

        public int write(CoreRun core) {
            return core.local.write(buffer, address.at(core.counters), span);
        }

        /// Reads elements of `width` bytes.
        public void get(CoreRun core, int width, long[] values) {
            int at = read(core);
            Elements.get(core.local.bytes, at, width, values);
        }

        /// Writes elements of `width` bytes.
        public void set(CoreRun core, int width, long[] values) {
            int at = write(core);
            Elements.set(core.local.bytes, at, width, values);
        }
    }

    /// Part of a buffer of global memory that an instruction accesses.
    record Global(GlobalMemory memory, Position address, Span span) {
        int read(CoreRun core) {
            return memory.read(address.at(core.counters), span, core);
        }

        int write(CoreRun core) {
            return memory.write(address.at(core.counters), span, core);
        }
    }

    static void copy(byte[] from, int fromAt, Span fromSpan, byte[] to, int toAt, Span toSpan) {
        int size = (int) fromSpan.size();
        for (long row = 0; row < fromSpan.rows(); row++) {
            System.arraycopy(from, (int) (fromAt + row * fromSpan.stride()), to, (int) (toAt + row * toSpan.stride()), size);
        }
    }

    public static final class LoopBegin extends Step {
        private final int depth;
        private final long from;

        public LoopBegin(Operation operation, int depth, long from) {
            super(operation);
            this.depth = depth;
            this.from = from;
        }

        @Override protected void execute(CoreRun core) {
            core.counters[depth] = from;
        }
    }

    public static final class LoopEnd extends Step {
        private final int depth, body;
        private final long to, step;

        public LoopEnd(Operation operation, int depth, int body, long to, long step) {
            super(operation);
            this.depth = depth;
            this.body = body;
            this.to = to;
            this.step = step;
        }

        @Override protected void execute(CoreRun core) {
            if ((core.counters[depth] += step) < to) core.next = body;
        }
    }

    static final class Enter extends Step {
        private final LocalMemory.Buffer buffer;

        Enter(Operation operation, LocalMemory.Buffer buffer) {
            super(operation);
            this.buffer = buffer;
        }

        @Override protected void execute(CoreRun core) {
            core.local.enter(buffer);
        }
    }

    static final class Load extends Step {
        private final Local to;
        private final Global from;

        Load(Operation operation, Local to, Global from) {
            super(operation);
            this.to = to;
            this.from = from;
        }

        @Override protected void execute(CoreRun core) {
            int fromAt = from.read(core), toAt = to.write(core);
            copy(from.memory.bytes, fromAt, from.span, core.local.bytes, toAt, to.span);
        }
    }

    static final class Store extends Step {
        private final Global to;
        private final Local from;

        Store(Operation operation, Global to, Local from) {
            super(operation);
            this.to = to;
            this.from = from;
        }

        @Override protected void execute(CoreRun core) {
            copy(core.local.bytes, from.read(core), from.span, to.memory.bytes, to.write(core), to.span);
        }
    }

    public static final class Copy extends Step {
        private final Local to, from;

        public Copy(Operation operation, Local to, Local from) {
            super(operation);
            this.to = to;
            this.from = from;
        }

        @Override protected void execute(CoreRun core) {
            int fromAt = from.read(core), toAt = to.write(core);
            copy(core.local.bytes, fromAt, from.span, core.local.bytes, toAt, to.span);
        }
    }

    static final class Write extends Step {
        private final Local to;
        private final long value;
        private final int width;

        Write(Operation operation, Local to, long value, int width) {
            super(operation);
            this.to = to;
            this.value = value;
            this.width = width;
        }

        @Override protected void execute(CoreRun core) {
            int at = to.write(core), end = at + (int) to.span.bytes();
            if (width == 1) Arrays.fill(core.local.bytes, at, end, (byte) value);
            else for (; at < end; at += width) Elements.set(core.local.bytes, at, width, value);
        }
    }
}
