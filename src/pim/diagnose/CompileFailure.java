package pim.diagnose;

/// Ends the work on a program that has an error. The error has been reported; who catches this says nothing more.
public final class CompileFailure extends RuntimeException {
    public CompileFailure(String message) {
        super(message, null, false, false);
    }
}
