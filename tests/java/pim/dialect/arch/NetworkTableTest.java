package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pim.dialect.arch.AcceleratorFixture.messages;
import static pim.dialect.arch.AcceleratorFixture.preset;
import static pim.dialect.arch.AcceleratorFixture.strict;
import static pim.dialect.arch.AcceleratorFixture.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTableTest {
    @TempDir Path directory;

    private static final String TABLE_KEY = "chip_config.network_config.net_config_file_path";
    /// Two cores, with another cost in each direction.
    private static final String TABLE = """
        {"latency": {"-10": {"0": 7, "1": 7}, "0": {"-10": 7, "1": 2}, "1": {"-10": 8, "0": 3}},
         "energy": {"-10": {"0": 1, "1": 1}, "0": {"-10": 1, "1": 0.5}, "1": {"-10": 1, "0": 0.5}}}
        """;

    private String twoCores() {
        return tiny("chip_config.core_cnt", "2", "chip_config.network_config.layout", "[1, 2]", TABLE_KEY, "\"net.json\"");
    }

    private Accelerator load(String description) throws IOException {
        Files.writeString(directory.resolve("config.json"), description);
        return Accelerator.load("config.json", directory, strict());
    }

    @Test void aTableBecomesCostsAndTheLinksTheyDoNotExplain() throws IOException {
        Files.writeString(directory.resolve("net.json"), TABLE);
        var network = load(twoCores()).chip().network();
        assertEquals(7, network.memoryLatency());
        assertEquals(2, network.hopLatency());
        assertEquals(List.of(new Link(1, -10, 8, 1), new Link(1, 0, 3, 0.5)), network.links());
        assertEquals(new Link(0, 1, 2, 0.5), network.link(0, 1));
        assertEquals(new Link(1, 0, 3, 0.5), network.link(1, 0));
        assertEquals(new Link(-10, 1, 7, 1), network.link(-10, 1));
    }

    @Test void costsThatAreGivenStayAndTheTableIsStillExact() throws IOException {
        Files.writeString(directory.resolve("net.json"), TABLE);
        var network = load(twoCores().replaceFirst("\"weight_bits\"",
            "\"network\" : {\"hop_latency\" : 3, \"memory_latency\": 9}, \"weight_bits\"")).chip().network();
        assertEquals(3, network.hopLatency());
        assertEquals(9, network.memoryLatency());
        assertEquals(new Link(0, 1, 2, 0.5), network.link(0, 1));
        assertEquals(new Link(1, -10, 8, 1), network.link(1, -10));
    }

    @Test void theSimulatorsFilesSayTheSameAndReadBack() throws IOException {
        for (var name : List.of("pimcomp-default", "tiny", "isscc23-16.6x16")) {
            var written = preset(name);
            Description.writeForSimulator(written, directory);
            var text = Files.readString(directory.resolve("config.json"));
            assertTrue(text.contains("\"net_config_file_path\" : \"network.json\""));
            assertEquals(written, load(text));
        }
    }

    @Test void theDefaultMeshIsTheManhattanDistance() {
        var network = preset("pimcomp-default").chip().network();
        assertEquals(new Link(0, 143, 22, 22), network.link(0, 143));
        assertEquals(new Link(13, 1, 1, 1), network.link(13, 1));
        assertEquals(new Link(-10, 77, 15, 15), network.link(-10, 77));
        assertEquals(new Link(5, 5, 0, 0), network.link(5, 5));
    }

    @Test void everyPairOfABusIsOneLinkApart() {
        var network = AcceleratorFixture.parse(tiny("chip_config.network_config.bus_topology", "\"bus\"")).chip().network();
        assertEquals(1, network.hops(0, 3));
        assertEquals(2, network.flits(9));
    }

    /// The first message about a bad table.
    private String message(String table) throws IOException {
        Files.writeString(directory.resolve("net.json"), table);
        return messages(twoCores(), directory).getFirst().replace(directory.resolve("net.json").toString(), "net.json");
    }

    @Test void badTables() throws IOException {
        assertEquals("net.json:2:43: error: missing key 'energy.0.1': each place of the chip needs a cost to each other place",
            message(TABLE.replace(", \"1\": 0.5", "")));
        assertEquals("net.json:1:1: error: missing key 'energy.-10.0': each place of the chip needs a cost to each other place",
            message(TABLE.replace("energy", "enrgy")));
        assertEquals("net.json:1:27: error: 'latency.-10.0' expects a number from 0 to 1e18 (ns for each flit), got -7",
            message(TABLE.replaceFirst("7", "-7")));
        assertEquals("net.json:1:13: error: expected an object on the way to 'latency.-10.0', got 3", message("{\"latency\": 3, \"energy\": {}}"));
        assertTrue(message("{").startsWith("net.json:1:"));
    }

    @Test void whatNobodyReadsIsWarnedOf() throws IOException {
        assertEquals("net.json:1:2: warning: unknown key 'latencyy'; did you mean 'latency'?", message(TABLE.replaceFirst("\\{", "{\"latencyy\": 1, ")));
        assertEquals("net.json:1:14: warning: unknown key 'latency.77': the chip has no such place",
            message(TABLE.replaceFirst("\"-10\"", "\"77\": {}, \"-10\"")));
        assertEquals("net.json:1:30: warning: unknown key 'latency.-10.2': the chip has no such place",
            message(TABLE.replaceFirst("\"1\": 7", "\"2\": 1, \"1\": 7")));
    }

    @Test void aTableThatIsNotThere() {
        assertEquals(1, messages(twoCores(), directory).size());
        assertTrue(messages(twoCores(), directory).getFirst().endsWith(
            "error: '" + TABLE_KEY + "' names no file: \"net.json\"; without the key the costs are computed from 'pimlico.network'"));
    }
}
