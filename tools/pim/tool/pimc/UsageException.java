package pim.tool.pimc;

/// An option that asks for what there is not.
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message, null, false, false);
    }
}
