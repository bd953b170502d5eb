package pim.tool.lit;

/// Something that keeps the tests from being run at all; the message is for the user.
public final class LitException extends RuntimeException {
    LitException(String message) {
        super(message);
    }
}
