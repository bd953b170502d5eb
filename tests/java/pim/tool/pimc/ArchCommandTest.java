package pim.tool.pimc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.tool.Streams;
import pim.tool.Tools;

class ArchCommandTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(), err = new ByteArrayOutputStream();

    static List<String> presets() {
        return Accelerator.presets();
    }

    private String run(int status, String... arguments) throws IOException {
        out.reset();
        err.reset();
        var io = new Streams(folder, new ByteArrayInputStream(new byte[0]), new PrintStream(out, true), new PrintStream(err, true));
        var all = new ArrayList<>(List.of("arch"));
        all.addAll(List.of(arguments));
        assertEquals(status, Tools.named("pimc").run(all, io), messages());
        return out.toString(StandardCharsets.UTF_8);
    }

    private String messages() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest @MethodSource("presets")
    void everyPresetIsCheckedAndWrittenAndReadBack(String name) throws IOException {
        assertTrue(run(0, "check", name).startsWith(name + ": 0 errors, "));
        // The costs of the pairs of thousands of cores are hundreds of megabytes.
        if (Accelerator.load(name, folder, Diagnostics.printingTo(System.err)).chip().cores() >= 1000) return;
        run(0, "show", name, "-o", "out");
        assertTrue(Files.exists(folder.resolve("out/network.json")));
        var written = Accelerator.load("out/config.json", folder, Diagnostics.printingTo(System.err));
        assertEquals(Accelerator.load(name, folder, Diagnostics.printingTo(System.err)), written);
        Files.writeString(folder.resolve("json.json"), run(0, "show", name, "--json"));
        assertEquals(written, Accelerator.load("json.json", folder, Diagnostics.printingTo(System.err)));
    }

    @Test void theSheetHasEachValueWithUnitAndSource() throws IOException {
        var sheet = run(0, "show", "isaac");
        assertTrue(sheet.startsWith("isaac: 1 chip of 168 cores, 96 physical 128x128 arrays a core, 12 of whole 16-bit weights; "
            + "the arrays store 63.0 MB\n"), sheet);
        assertTrue(sheet.matches("(?s).*\\n\\S+xbar_latency +100 +ns +ISAAC, accelergy library: cycle of 100 ns\\n.*"), sheet);
        assertTrue(sheet.matches("(?s).*\\npimlico.granularity +1 +arrays +default\\n.*"), sheet);
        assertFalse(run(0, "show", "hermes-64").contains("operating_points[0].supply"), "what is not known is left out of lists");
    }

    @Test void whatIsWrongIsSaidWithItsPlaceAndCounted() throws IOException {
        Files.writeString(folder.resolve("bad.json"), run(0, "show", "tiny", "--json").replace("\"cell_precision\" : 2", "\"cell_precision\" : 0")
            .replace("\"vector_width\"", "\"vector_widht\""));
        assertEquals("bad.json: 3 errors, 0 warnings\n", run(1, "check", "bad.json"));
        assertTrue(messages().contains("'chip_config.core_config.matrix_config.cell_precision' expects an integer from 1 to 32 (bits), got 0"),
            messages());
        assertTrue(messages().contains("unknown key 'chip_config.core_config.vector_widht'; did you mean 'vector_width'?"), messages());
        assertTrue(messages().matches("(?s)bad.json:[0-9]+:[0-9]+: error: .*"), messages());
    }

    @Test void contradictionsAreErrorsAndOddValuesWarnings() throws IOException {
        Files.writeString(folder.resolve("odd.json"), run(0, "show", "tiny", "--json").replace("\"core_cnt\" : 4", "\"core_cnt\" : 5")
            .replace("\"adc_resolution\" : 8", "\"adc_resolution\" : 3"));
        assertEquals("odd.json: 1 error, 1 warning\n", run(1, "check", "odd.json"));
        assertTrue(messages().contains(": error: a layout of 2 x 2 has 4 places, the chip has 5 cores"), messages());
        assertTrue(messages().contains(": warning: an ADC of 3 bits"), messages());
    }

    @Test void aCompilerSaysContradictionsToo() throws IOException {
        Files.writeString(folder.resolve("odd.json"), run(0, "show", "tiny", "--json").replace("\"core_cnt\" : 4", "\"core_cnt\" : 5"));
        var text = new StringBuilder();
        Accelerator.load("odd.json", folder, Diagnostics.printingTo(text));
        assertTrue(text.toString().contains(": warning: a layout of 2 x 2 has 4 places, the chip has 5 cores"), text.toString());
    }

    @Test void usage() throws IOException {
        run(2);
        assertTrue(messages().contains("a command is needed: list, show, check"), messages());
        run(2, "show", "tiny", "--json", "-o", "x");
        assertTrue(messages().contains("--json prints and -o writes; give one of them"), messages());
        assertEquals("isac: 1 error, 0 warnings\n", run(1, "check", "isac"));
        assertTrue(messages().contains("did you mean 'isaac'?"), messages());
        assertTrue(run(0, "list").contains("\nisaac\n"));
    }
}
