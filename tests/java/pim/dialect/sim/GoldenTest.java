package pim.dialect.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Outcome;

/// What pimsim-nn says of small random programs, each with its accelerator.
class GoldenTest {
    private static final Path CASES = Path.of("tests/resources/pimsim");
    /// Digits to which the time of a core is printed there.
    private static final int DIGITS = 5;

    @TestFactory Stream<DynamicTest> latencyEnergyAndEndsAreThoseOfTheReference() throws IOException {
        try (var cases = Files.list(CASES)) {
            return cases.sorted().toList().stream().map(folder -> dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
        }
    }

    private static void compare(Path folder) throws IOException {
        var expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        var messages = new StringBuilder();
        var accelerator = Accelerator.load("config.json", folder, Diagnostics.printingTo(messages));
        var timing = new Timing(accelerator, new Pimsim(), Diagnostics.printingTo(messages));
        PimsimReader.read(ProgramFile.of(folder.resolve("program.json.gz")), timing);
        var outcome = timing.run();
        assertTrue(outcome.ended());
        assertEquals(nanoseconds(expected.get("latency_ms")), outcome.latency() / 1000);
        assertEquals(expected.get("core_finish_ms").size(), outcome.cores().size());
        for (int i = 0; i < outcome.cores().size(); i++) finish(expected.get("core_finish_ms").get(i), outcome.cores().get(i));
        double energy = expected.get("energy_pJ").asDouble();
        assertEquals(energy, new SimulationReport(timing, outcome).energy().total(), 1e-6 * energy);
    }

    private static void finish(JsonNode expected, Outcome.CoreOutcome core) {
        // Halves are rounded as the binary number falls, so either neighbour is right.
        var printed = expected.decimalValue();
        var own = BigDecimal.valueOf(core.finishedAt(), 9);
        boolean down = own.round(new MathContext(DIGITS, RoundingMode.HALF_DOWN)).compareTo(printed) == 0;
        assertTrue(down || own.round(new MathContext(DIGITS, RoundingMode.HALF_UP)).compareTo(printed) == 0,
            () -> "core " + core.core() + " finishes at " + own + " ms, expected " + printed);
    }

    private static long nanoseconds(JsonNode milliseconds) {
        return Math.round(milliseconds.asDouble() * 1e6);
    }
}
