package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pim.dialect.arch.AcceleratorFixture.parse;
import static pim.dialect.arch.AcceleratorFixture.preset;
import static pim.dialect.arch.AcceleratorFixture.tiny;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static final String CORE = "chip_config.core_config.", MATRIX = CORE + "matrix_config.";

    private static void finds(String message, String... edits) {
        assertEquals(List.of(message), Remarks.check(parse(tiny(edits))).stream().map(Lint.Finding::message).toList());
    }

    private static List<String> keys(String preset) {
        return Remarks.check(preset(preset)).stream().map(Lint.Finding::key).toList();
    }

    @Test void units() {
        finds("the memory has no 'memory_size', so it has no limit", CORE + "local_memory_config.memory_size", null);
        finds("a period of 0.001 ns is a clock of 1.000e+06 MHz", CORE + "period", "0.001");
        finds("a period of 5000.0 ns is a clock of 0.2000 MHz", "chip_config.global_memory_config.period", "5000");
        finds("one converter draws 3906.25 mW", MATRIX + "dac_dynamic_power", "3906.25");
        finds("one converter draws 1001.00 mW", MATRIX + "adc_static_power", "1001");
        finds("a chip of 900.000 mm2 is larger than a reticle, 858 mm2", "pimlico.costs", "{\"chip\": {\"area\": 900}}");
    }

    @Test void matrixUnit() {
        finds("a weight of 9 bits fills its last cell with 1 of 2 bits", "pimlico.weight_bits", "9");
        finds("an ADC of 5 bits tells 32 values apart, and a column sum has 49", MATRIX + "adc_resolution", "5");
        assertEquals(List.of(), Remarks.check(parse(tiny(MATRIX + "adc_resolution", "6"))));
        assertEquals(List.of(), Remarks.check(parse(tiny(MATRIX + "adc_resolution", "5", "pimlico.active_rows", "8"))));
    }

    @Test void energies() {
        finds("3.000 pJ are given, but 1.000 mW for 2.000 ns are 2.000 pJ", "pimlico.costs", "{\"array\": {\"energy\": 3}}");
        assertEquals(List.of(), Remarks.check(parse(tiny("pimlico.costs", "{\"array\": {\"energy\": 2.3}}"))));
    }

    @Test void operatingPoints() {
        // 64 logical arrays of 16 x 16 weights; 8 bits one by one, each as long as 16 columns on 4 converters: 2 * 64 * 256 / (8 * 4) ns.
        var peak = "{\"input_bits\": 8, \"weight_bits\": 8, \"throughput\": 1.024}";
        assertEquals(List.of(), Remarks.check(parse(tiny("pimlico.operating_points", "[" + peak + "]"))));
        finds("1.124 TOPS are published, but the arrays do at most 1.024 with inputs of 8 and weights of 8 bits", "pimlico.operating_points",
            "[" + peak + ", " + peak.replace("1.024", "1.124") + "]");
        finds("2.000 TOPS are published, but the arrays do at most 1.024 with inputs of 8 and weights of 8 bits",
            "pimlico.technology", "{\"supply\": 1}", "pimlico.operating_points",
            "[{\"supply\": 1, " + peak.substring(1).replace("1.024", "2") + ", {\"supply\": 2, " + peak.substring(1).replace("1.024", "3") + "]");
    }

    /// What is odd in the presets is known: most converters have fewer bits than a full column sum, some machines have more.
    @Test void presets() {
        var quiet = Set.of("tiny");
        var others = new TreeSet<String>();
        for (var name : Accelerator.presets()) {
            var keys = keys(name);
            if (!keys.equals(quiet.contains(name) ? List.of() : List.of(MATRIX + "adc_resolution"))) others.add(name);
        }
        assertEquals(Set.of("neurram", "raella"), others);
        assertEquals(List.of(MATRIX + "cell_precision", MATRIX + "adc_resolution"), keys("raella"));
        // Outputs of fewer bits take fewer steps of its converter; the description has one time for all.
        assertEquals(1 + 6, keys("neurram").size());
    }
}
