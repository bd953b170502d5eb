package pim.tool.lit;

import java.time.Duration;

/// What has come of a test.
///
/// @param output what was run and what it printed
public record Result(Code code, String output, Duration elapsed) {
    /// In the order in which a summary lists them.
    public enum Code {
        EXCLUDED("Excluded", false), UNSUPPORTED("Unsupported", false), PASS("Passed", false), FLAKYPASS("Passed With Retry", false),
        XFAIL("Expectedly Failed", false), UNRESOLVED("Unresolved", true), TIMEOUT("Timed Out", true), FAIL("Failed", true),
            XPASS("Unexpectedly Passed", true);

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
    }

    /// What the test ran and printed, between lines of stars.
    public String block(TestCase test) {
        var heading = code.isFailure() ? Report.STARS + " TEST '" + test.name() + "' FAILED " + Report.STARS + "\n" : "";
        return heading + output + "\n" + Report.STARS;
    }
}
