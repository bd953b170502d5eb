package pim.tool.lit;

import java.time.Duration;
import java.util.Set;

/// How the tests of one run are executed, whatever the tests say themselves.
///
/// @param timeout how long one test may take
/// @param runsCommands whether commands are run at all; where they are not, every readable test passes
/// @param retries how often a failing test is tried again when neither it nor its folder says
/// @param failing names of tests that are expected to fail
/// @param passing names of tests that are not, whatever their `XFAIL:` says
/// @param excludesFailing whether tests that are expected to fail are left out
record Execution(Duration timeout, boolean runsCommands, long retries, Set<String> failing, Set<String> passing, boolean excludesFailing) {
    /// Every test as it is written.
    static Execution plain(Duration timeout) {
        return new Execution(timeout, true, 0, Set.of(), Set.of(), false);
    }

    Execution within(Duration time) {
        return new Execution(time, runsCommands, retries, failing, passing, excludesFailing);
    }

    private static boolean names(Set<String> names, TestCase test) {
        return names.contains(test.name()) || names.contains(test.pathName());
    }

    /// Whether `test`, which says `says` about itself, is expected to fail.
    boolean expectsFailure(TestCase test, boolean says) {
        return !names(passing, test) && (says || names(failing, test));
    }
}
