package pim.tool.lit;

import java.time.Duration;

/// The time of a test is up.
final class TimeoutException extends Exception {
    TimeoutException(Duration timeout) {
        super("Reached timeout of " + timeout.toSeconds() + " seconds");
    }
}
