package pim.dialect.inst;

import pim.ir.Value;

/// A place in memory, bytes from the start of a buffer.
public sealed interface Place {
    Offset offset();

    /// In a buffer of the core's local memory.
    record Local(Value buffer, Offset offset) implements Place {
        public static Local of(Value buffer) {
            return new Local(buffer, Offset.ZERO);
        }

        public Local plus(long bytes) {
            return new Local(buffer, offset.plus(bytes));
        }

        public Local plus(Offset bytes) {
            return new Local(buffer, offset.plus(bytes));
        }
    }

    /// In the buffer of global memory called `memory`.
    record Global(String memory, Offset offset) implements Place {
        public static Global of(String memory) {
            return new Global(memory, Offset.ZERO);
        }

        public Global plus(long bytes) {
            return new Global(memory, offset.plus(bytes));
        }

        public Global plus(Offset bytes) {
            return new Global(memory, offset.plus(bytes));
        }
    }
}
