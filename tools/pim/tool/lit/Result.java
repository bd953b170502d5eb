package pim.tool.lit;

import java.time.Duration;

/// What has come of a test.
///
/// @param output what was run and what it printed
/// @param attempts how often it was run
/// @param allowedAttempts how often it might have been
public record Result(Code code, String output, Duration elapsed, long attempts, long allowedAttempts) {
    /// In the order in which a summary lists them.
    public enum Code {
        EXCLUDED("Excluded", false), SKIPPED("Skipped", false), UNSUPPORTED("Unsupported", false), PASS("Passed", false),
        FLAKYPASS("Passed With Retry", false), XFAIL("Expectedly Failed", false), UNRESOLVED("Unresolved", true), TIMEOUT("Timed Out", true),
        FAIL("Failed", true), XPASS("Unexpectedly Passed", true);

        private final String label;
        private final boolean failure;

        Code(String label, boolean failure) {
            this.label = label;
            this.failure = failure;
        }

        public String label() {
            return label;
        }

        /// Whether this makes the whole run fail.
        public boolean isFailure() {
            return failure;
        }

        /// Whether the test was not run.
        boolean isSkip() {
            return this == EXCLUDED || this == SKIPPED || this == UNSUPPORTED;
        }
    }

    static Result of(Code code, String output) {
        return new Result(code, output, Duration.ZERO, 1, 1);
    }

    Result within(Duration time) {
        return new Result(code, output, time, attempts, allowedAttempts);
    }

    Result after(long attempt, long allowed) {
        return new Result(code == Code.PASS && attempt > 1 ? Code.FLAKYPASS : code, output, elapsed, attempt, allowed);
    }

    Result whereFailureIsExpected() {
        return new Result(switch (code) {
            case FAIL -> Code.XFAIL;
            case PASS -> Code.XPASS;
            default -> code;
        }, output, elapsed, attempts, allowedAttempts);
    }

    /// What the test ran and printed, between lines of stars.
    public String block(TestCase test) {
        var heading = code.isFailure() ? Report.STARS + " TEST '" + test.name() + "' FAILED " + Report.STARS + "\n" : "";
        return heading + output + "\n" + Report.STARS;
    }
}
