package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pim.dialect.arch.AcceleratorFixture.preset;
import static pim.dialect.arch.AcceleratorFixture.strict;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pim.dialect.arch.schema.Field;

class PresetsTest {
    @TempDir Path directory;

    static Stream<String> presets() {
        return Accelerator.presets().stream();
    }

    @ParameterizedTest @MethodSource("presets")
    void everyPresetIsFreeOfContradictions(String name) {
        assertEquals(List.of(), Lint.check(preset(name)));
    }

    @ParameterizedTest @MethodSource("presets")
    void everyValueHasASource(String name) {
        var description = Description.load(name, Path.of(""), strict());
        var sources = description.accelerator().sources().keySet();
        var without = Accelerator.SCHEMA.leaves().map(Field::path).filter(description::gives).filter(p -> !p.equals("pimlico.sources"))
            .filter(p -> sources.stream().noneMatch(s -> p.equals(s) || p.startsWith(s + ".") || p.startsWith(s + "["))).toList();
        assertEquals(List.of(), without);
    }

    /// The capacities of PIMCOMP (TCAD 2024, Table V) in MB of 2^20 bytes, and the logical arrays of 16-bit weights in a core.
    @ParameterizedTest
    @CsvSource({"isaac, 168, 63, 12", "puma, 138, 69, 16", "isscc23-16.6x16, 64, 64, 1"})
    void theArchitecturesOfThePaper(String name, int cores, long capacity, int logicalArrays) {
        var accelerator = preset(name);
        assertEquals(cores, accelerator.cores());
        assertEquals(capacity, accelerator.capacityBytes() >> 20);
        assertEquals(logicalArrays, accelerator.logicalArrays(16));
    }

    /// Operations in the published time are the published throughput.
    @ParameterizedTest
    @CsvSource({"jia-jssc20, 1, 1, 0.874", "sinangil-jssc21, 4, 4, 0.3724", "wang-vlsi22, 8, 8, 0.2968", "hermes-64, 8, 8, 63.1",
        "neurram, 8, 4, 0.2639"})
    void publishedThroughput(String name, int inputBits, int weightBits, double tops) {
        assertEquals(tops, preset(name).peakThroughput(inputBits, weightBits), tops * 0.001);
    }

    /// The file of PIMCOMP's release in figures: cells, places and costs.
    @Test void pimcompDefault() {
        var a = preset("pimcomp-default");
        assertEquals(12 * 12, a.cores());
        assertEquals(144L * 64 * 128 * 128 * 16 / 8, a.capacityBytes());
        assertEquals(List.of(), a.chip().network().links());
        double latency = 0, energy = 0;
        for (int from = 0; from < 144; from++) {
            for (int to = 0; to < 144; to++) {
                latency += a.chip().network().link(from, to).latency();
                energy += a.chip().network().link(from, to).energy();
            }
        }
        // The mean distance in a row of n is (n^2 - 1) / 3n, and a mesh has two rows to go along.
        assertEquals(144 * 144 * 2 * (12.0 * 12 - 1) / (3 * 12), latency, 1e-6);
        assertEquals(latency, energy);
        assertEquals(new Link(143, -10, 15, 15), a.chip().network().link(143, -10));
        assertEquals(22.24 + 16 * (0.322 + 1.135), a.matrixUnit().peakPower() / 64, 1e-9);
        assertEquals(8, a.matrixUnit().adc().bits());
        assertEquals(7, a.matrixUnit().crossbar().latency());
    }

    /// The tile of ISAAC (ISCA 2016, Table I) has 330 mW and 0.372 mm2, a quarter of a router in it; 168 of them and the link make the chip.
    @Test void theCostsOfIsaacAddUp() {
        var isaac = preset("isaac");
        var c = isaac.costs();
        assertEquals(330, c.core().power() + c.router().power() / 4, 1);
        assertEquals(0.372, c.core().area() + c.router().area() / 4, 0.001);
        assertEquals(c.chip().power(), 168 * c.core().power() + 42 * c.router().power() + c.offChipLink().power(), 70);
        assertEquals(c.chip().area(), 168 * c.core().area() + 42 * c.router().area() + c.offChipLink().area(), 0.1);
        assertEquals(c.matrixUnit().power(), c.arrays(isaac.matrixUnit()).power(), 0.1);
        assertEquals(c.matrixUnit().area(), c.arrays(isaac.matrixUnit()).area(), 0.0005);
    }

    @Test void theLongestEntrySpeaksForAKey() {
        var isaac = preset("isaac");
        assertEquals("ISAAC, accelergy library: eDRAM buffer of 64 KB", isaac.source("chip_config.core_config.local_memory_config.memory_size"));
        assertEquals("assumed: as pimcomp-default", isaac.source("chip_config.core_config.local_memory_config.period"));
        assertEquals("PIMCOMP, TCAD 2024, Table V: Arch-A", isaac.source("pimlico.chips[1]"));
        assertEquals(null, isaac.source("pimlico.chipsX"));
    }

    @Test void derivedQuantities() {
        var physical = preset("tiny-physical");
        assertEquals(8, physical.cores());
        assertEquals(8, physical.matrixUnit().columnsPerWeight(8));
        assertEquals(10, physical.matrixUnit().columnsPerWeight(9));
        assertEquals(8, physical.logicalArrays(8));
        assertEquals(8 * 64 * 16 * 16 * 2 / 8, physical.capacityBytes());
        var logical = preset("tiny");
        assertEquals(16, logical.logicalArrays(16));
        assertEquals(4 * 16 * 16 * 16, logical.capacityBytes());
    }

    @Test void coresWithOtherCrossbars() {
        var accelerator = AcceleratorFixture.parse(AcceleratorFixture.tiny("pimlico.core_variants",
            "[{\"first\": 1, \"last\": 2, \"xbar_array_count\": 8, \"xbar_size\": [32, 8], \"cell_precision\": 4}]"));
        assertEquals(16, accelerator.matrixUnit(0).arrays());
        assertEquals(32, accelerator.matrixUnit(1).crossbar().rows());
        assertEquals(8, accelerator.matrixUnit(2).arrays());
        assertEquals(16, accelerator.matrixUnit(3).crossbar().rows());
        assertEquals(2 * 16 * 16 * 16 + 2 * 8 * 32 * 8, accelerator.capacityBytes());
    }

    @Test void presetsAreFoundInAJar() throws IOException {
        var jar = directory.resolve("a.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var entry : List.of("x/presets/", "x/presets/b.json", "x/presets/a.json",
                "x/presets/README.md")) out.putNextEntry(new ZipEntry(entry));
        }
        assertEquals(List.of("a", "b"), Presets.names(URI.create("jar:" + jar.toUri() + "!/x/presets/")));
        assertTrue(Accelerator.presets().contains("isaac"));
    }
}
