package pim.tool.lit;

/// The time of a test is up.
final class TimeoutException extends Exception {
    TimeoutException(java.time.Duration timeout) {
        super("Reached timeout of " + timeout.toSeconds() + " seconds");
    }
}
