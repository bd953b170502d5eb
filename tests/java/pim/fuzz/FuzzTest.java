package pim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A few hundred texts for each target, the same each time, and all that has been found in longer runs; see `tests/README.md` for those.
class FuzzTest {
    private static final long NANOS = 2_000_000_000L;

    @ParameterizedTest @EnumSource void madeTexts(FuzzTarget target) throws IOException {
        assertEquals(Set.of(), new Fuzzing(target, 1).run(NANOS, 400));
    }

    @TestFactory Stream<DynamicTest> foundTexts() {
        var tests = new ArrayList<DynamicTest>();
        for (var target : FuzzTarget.values()) {
            for (var text : Seeds.found(target)) tests.add(DynamicTest.dynamicTest(target.label() + " " + text.hashCode(), () -> target.run(text)));
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }
}
