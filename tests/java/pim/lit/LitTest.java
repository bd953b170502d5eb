package pim.lit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pim.tool.lit.Result;
import pim.tool.lit.Suite;
import pim.tool.lit.TestCase;

/// Runs the lit tests inside this JVM, each as one test.
class LitTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @TestFactory
    Stream<DynamicTest> suite() throws IOException {
        var root = Path.of("tests/lit");
        var tests = Suite.of(root, null, List.of()).tests(root);
        assertFalse(tests.isEmpty(), "no lit tests in " + root.toAbsolutePath());
        return tests.stream().map(test -> DynamicTest.dynamicTest(test.name(), test.file().toUri(), () -> run(test)));
    }

    private static void run(TestCase test) throws IOException, InterruptedException {
        var result = test.run(TIMEOUT);
        Assumptions.assumeFalse(result.code() == Result.Code.UNSUPPORTED, result.output());
        if (result.code().isFailure()) fail(result.code() + ": " + result.block(test));
    }
}
