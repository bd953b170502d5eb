package pim.dialect.inst;

import java.util.List;
import pim.define.Constraint;
import pim.ir.type.DialectType;
import pim.ir.type.Type;

/// `!inst.buffer`: bytes in the local memory of a core.
public record BufferType() implements DialectType {
    public static final BufferType BUFFER = new BufferType();

    @Override public String dialect() {
        return "inst";
    }

    @Override public String mnemonic() {
        return "buffer";
    }

    @Override public String toString() {
        return text();
    }

    /// The constraint of an operand that is a buffer.
    record Only() implements Constraint {
        @Override public String description() {
            return "buffer of local memory (!inst.buffer)";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(BufferType.class);
        }
    }
}
