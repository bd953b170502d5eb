package pim.dialect.inst.interpret;

/// What an instruction did that no program may do. Who runs the instruction says where that was.
public final class Fault extends RuntimeException {
    public Fault(String message) {
        super(message, null, false, false);
    }
}
