package pim.dialect.inst.interpret;

/// What an instruction did that no program may do. Who runs the instruction says where that was.
final class Fault extends RuntimeException {
    Fault(String message) {
        super(message, null, false, false);
    }
}
