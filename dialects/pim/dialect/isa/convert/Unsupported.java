package pim.dialect.isa.convert;

/// What the instruction set has no exact sequence for. Who lowers the instruction says where it is.
final class Unsupported extends RuntimeException {
    Unsupported(String message) {
        super(message, null, false, false);
    }
}
