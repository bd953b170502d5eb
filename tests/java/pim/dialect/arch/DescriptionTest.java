package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pim.dialect.arch.AcceleratorFixture.messages;
import static pim.dialect.arch.AcceleratorFixture.parse;
import static pim.dialect.arch.AcceleratorFixture.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;

/// Each message about a description, and its place.
class DescriptionTest {
    @TempDir Path directory;

    private static final String CORE = "chip_config.core_config.", MATRIX = CORE + "matrix_config.";

    /// The one message about `tiny` with one edit, without its place.
    private static String message(String key, String json) {
        var messages = messages(tiny(key, json), null);
        assertEquals(1, messages.size(), messages.toString());
        assertTrue(messages.getFirst().matches("a\\.json:\\d+:\\d+: error: .*"), messages.getFirst());
        return messages.getFirst().replaceFirst("a\\.json:\\d+:\\d+: error: ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        chip_config.core_cnt | "4" | an integer from 1 to 65536 (cores) | "4"
        chip_config.core_cnt | 0 | an integer from 1 to 65536 (cores) | 0
        chip_config.core_cnt | -3 | an integer from 1 to 65536 (cores) | -3
        chip_config.core_cnt | 4.5 | an integer from 1 to 65536 (cores) | 4.5
        chip_config.core_cnt | 123456789012345678901234567890 | an integer from 1 to 65536 (cores) | 123456789012345678901234567890
        chip_config.core_cnt | null | an integer from 1 to 65536 (cores) | null
        chip_config.core_cnt | {} | an integer from 1 to 65536 (cores) | an object
        chip_config.core_config.period | 0 | a number from 0.001 to 1000000 (ns) | 0
        chip_config.core_config.matrix_config.xbar_latency | -1.5 | a number from 0 to 1e18 (ns) | -1.5
        chip_config.core_config.matrix_config.pipeline_mode | 1 | true or false | 1
        chip_config.core_config.local_memory_config.memory_size | 0 | an integer from 1 to 1125899906842624 (bytes) | 0
        chip_config.network_config.bus_topology | "ring" | one of "mesh", "bus", "shared_memory" | "ring"
        chip_config.network_config.net_config_file_path | 3 | a string | 3
        pimlico.sources | {"chip_config": 1} | an object of strings | an object
        """)
    void wrongTypesAndRanges(String key, String json, String expected, String got) {
        assertEquals("'" + key + "' expects " + expected + ", got " + got, message(key, json));
    }

    @Test void aListWithAnUnknownElement() {
        assertEquals("'pimlico.vector_functions[1]' expects one of \"add\", \"sub\", \"mul\", \"max\", \"sll\", \"sra\", "
            + "\"dmul\", \"avg\", \"relu\", \"tanh\", \"sigm\", \"mv\", \"rsu\", \"rsl\", got \"fft\"",
                message("pimlico.vector_functions", "[\"add\", \"fft\"]"));
    }

    @Test void aNumberTooLargeForADouble() {
        var messages = messages(tiny().replaceFirst("\"xbar_latency\" : 2", "\"xbar_latency\" : 1e999"), null);
        assertEquals("'" + MATRIX + "xbar_latency' expects a number from 0 to 1e18 (ns), got Infinity",
            messages.getFirst().replaceFirst(".*error: ", ""));
    }

    @Test void missingKeys() {
        assertEquals("missing key 'chip_config.core_cnt': expected the number of cores of a chip, an integer from 1 to 65536 (cores)",
            message("chip_config.core_cnt", null));
        assertEquals("missing key '" + MATRIX
            + "xbar_size[1]': expected the number of columns of a crossbar, its output lines, an integer from 1 to 1048576 (cells)",
            message(MATRIX + "xbar_size", "[16]"));
        assertEquals("missing key '" + CORE + "local_memory_config': expected an object or list with '" + CORE + "local_memory_config.data_width', '"
            + CORE + "local_memory_config.write_latency_cycle', '" + CORE + "local_memory_config.read_latency_cycle'",
                message(CORE + "local_memory_config", null));
        assertEquals("missing key 'pimlico.core_variants[0].cell_precision': expected the precision of such a cell, an integer from 1 to 32 (bits)",
            message("pimlico.core_variants", "[{\"first\": 0, \"last\": 1, \"xbar_array_count\": 2, \"xbar_size\": [8, 8]}]"));
    }

    @Test void wrongShapes() {
        assertEquals("'chip_config' expects an object, got 3", message("chip_config", "3"));
        assertEquals("'" + MATRIX + "xbar_size' expects a list of 2 elements, got 16", message(MATRIX + "xbar_size", "16"));
        assertEquals("'" + MATRIX + "xbar_size' expects 2 elements, got 3", message(MATRIX + "xbar_size", "[16, 16, 16]"));
        assertEquals("'pimlico.network.links' expects a list of objects, got an object", message("pimlico.network.links", "{}"));
        assertEquals(List.of("a.json:1:1: error: a description expects an object, got a list"), messages("[]", null));
    }

    @Test void unknownKeys() {
        assertEquals("unknown key 'chip_config.core_count'; did you mean 'core_cnt'?", message("chip_config.core_count", "4"));
        assertEquals("unknown key 'sim_config.zzz'; the keys here are sim_mode, sim_time, report_verbose_level", message("sim_config.zzz", "4"));
        assertEquals("unknown key 'pimlico.network.links[0].frm'; did you mean 'from'?",
            message("pimlico.network.links", "[{\"frm\": 1, \"from\": 0, \"to\": 1, \"latency\": 1, \"energy\": 0}]"));
    }

    @Test void textThatIsNotJson() {
        assertEquals(List.of("a.json:1:1: error: expected an object, got an empty file"), messages("", null));
        assertEquals(List.of("a.json:2:3: error: malformed JSON: Unexpected character ('x' (code 120)): "
            + "was expecting double-quote to start field name"), messages("{\n  x}", null));
        assertEquals(List.of("a.json:1:4: error: expected the end of the file"), messages("{} {}", null));
        assertTrue(messages("{\"chip_config\": {", null).getFirst().matches("a\\.json:1:\\d+: error: malformed JSON: Unexpected end-of-input.*"));
        assertTrue(messages("[".repeat(5000), null).getFirst().matches("a\\.json:1:\\d+: error: malformed JSON: Document nesting depth .*"));
    }

    @Test void aNameThatComesTwice() {
        var messages = new ArrayList<Diagnostic>();
        var text = tiny().replaceFirst("\"core_cnt\" : 4", "\"core_cnt\" : 4,\n \"core_cnt\" : 5");
        assertThrows(CompileFailure.class, () -> Description.read(new SourceText("a.json", text), null, new Diagnostics(messages::add)));
        assertEquals("a.json:4:2: error: key 'core_cnt' comes twice", messages.getFirst().headline());
        assertEquals("a.json:3:5: note: it comes first here", messages.getFirst().notes().getFirst().headline());
    }

    @Test void everyProblemIsReportedInTheOrderOfTheFile() {
        var text = """
            {
              "chip_config": {"core_cnt": 0, "cors": 1},
              "pimlico": {
                "granularity": "x"
              }
            }
            """;
        var messages = messages(text, null);
        assertEquals(List.of("2:18", "2:18", "2:18", "2:31", "2:34", "4:20"),
            messages.stream().map(m -> m.replaceFirst("a.json:(\\d+:\\d+):.*", "$1")).toList());
        assertEquals("a.json:2:31: error: 'chip_config.core_cnt' expects an integer from 1 to 65536 (cores), got 0", messages.get(3));
        assertEquals("a.json:2:34: error: unknown key 'chip_config.cors'; the keys here are "
            + "core_cnt, core_config, global_memory_config, network_config, global_memory_switch_id",
            messages.get(4));
        assertTrue(messages.get(0).startsWith("a.json:2:18: error: missing key 'chip_config.core_config': expected an object or list with "),
            messages.get(0));
    }

    @Test void filesThatCannotBeRead() throws IOException {
        assertEquals("issac:1:1: error: neither a preset (" + String.join(", ", Accelerator.presets()) + ") nor a file; did you mean 'isaac'?",
            failure("issac"));
        Files.write(directory.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        assertEquals("latin.json:1:1: error: not UTF-8 text", failure("latin.json"));
        Files.createDirectory(directory.resolve("folder.json"));
        assertTrue(failure("folder.json").startsWith("folder.json:1:1: error: cannot be read: "));
        Files.writeString(directory.resolve("good.json"), tiny());
        assertEquals(parse(tiny()), Accelerator.load("good.json", directory, AcceleratorFixture.strict()));
    }

    private String failure(String name) {
        var messages = new ArrayList<Diagnostic>();
        assertThrows(CompileFailure.class, () -> Accelerator.load(name, directory, new Diagnostics(messages::add)));
        assertEquals(1, messages.size());
        return messages.getFirst().headline();
    }
}
