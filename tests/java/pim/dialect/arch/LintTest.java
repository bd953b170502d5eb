package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pim.dialect.arch.AcceleratorFixture.parse;
import static pim.dialect.arch.AcceleratorFixture.strict;
import static pim.dialect.arch.AcceleratorFixture.tiny;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;

class LintTest {
    private static final String CORE = "chip_config.core_config.", MATRIX = CORE + "matrix_config.";

    private static void finds(String message, String... edits) {
        assertEquals(List.of(message), Lint.check(parse(tiny(edits))).stream().map(Lint.Finding::message).toList());
    }

    @Test void network() {
        finds("a layout of 2 x 2 has 4 places, the chip has 5 cores", "chip_config.core_cnt", "5");
        finds("the cores call the global memory -10, the chip calls it -1", "chip_config.global_memory_switch_id", "-1");
        finds("the link from 0 to 1 comes twice", "pimlico.network.links", "[" + link(0, 1) + "," + link(0, 1) + "]");
        finds("the link from 0 to 4 has an end that is neither one of the 4 cores nor the global memory -10", "pimlico.network.links", "["
            + link(0, 4) + "]");
    }

    private static String link(int from, int to) {
        return "{\"from\": " + from + ", \"to\": " + to + ", \"latency\": 1, \"energy\": 1}";
    }

    @Test void core() {
        finds("a local memory of 31 bytes is too small for the input and output of one crossbar, 32 bytes", CORE + "local_memory_config.memory_size",
            "31");
        finds("out-of-order execution needs more than 1 instruction in flight", "pimlico.execution", "\"out_of_order\"", CORE + "rob_size", "1");
        finds("without \"add\" partial sums cannot be added up", "pimlico.vector_functions", "[\"relu\"]");
    }

    @Test void matrixUnit() {
        finds("2 crossbars hold no array of weights: one of 8 bits takes 4 columns, so an array 4 crossbars", "pimlico.arrays_are", "\"physical\"",
            MATRIX + "xbar_array_count", "2");
        finds("16 crossbars cannot be driven 3 at a time", "pimlico.granularity", "3");
        finds("17 digital-to-analog converters for 16 rows", MATRIX + "dac_count", "17");
        finds("17 analog-to-digital converters for 16 columns", MATRIX + "adc_count", "17");
        finds("the ADC never clips: 8 bits hold the largest column sum, 48", "pimlico.adc_clips", "true");
    }

    @Test void cells() {
        finds("17 active rows of 16", "pimlico.active_rows", "17");
        finds("a cell of 2 bits cannot count its most significant bit negative and the others not; two's complement takes cells of 1 bit",
            "pimlico.signed_weights", "\"twos_complement\"");
        finds("the greatest resistance of a cell, 5.0 ohm, is not above the least, 5.0 ohm", "pimlico.cell",
            "{\"on_resistance\": 5, \"off_resistance\": 5}");
        finds("0.5 of the cells are stuck low and 0.6 high, which is more than all", "pimlico.noise", "{\"stuck_low\": 0.5, \"stuck_high\": 0.6}");
    }

    @Test void variants() {
        finds("cores 2 to 4 are not among the 4 cores", "pimlico.core_variants", "[" + variant(2, 4) + "]");
        finds("core 1 is in two variants", "pimlico.core_variants", "[" + variant(1, 2) + "," + variant(0, 1) + "]");
    }

    private static String variant(int first, int last) {
        return "{\"first\": " + first + ", \"last\": " + last + ", \"xbar_array_count\": 8, \"xbar_size\": [8, 8], \"cell_precision\": 2}";
    }

    @Test void costs() {
        // 16 crossbars of 1 mW each.
        finds("the peak power of 15.0 mW is below that of its parts, 16.0000 mW", "pimlico.costs.matrix_unit", "{\"power\": 15}");
        finds("the peak power of 20.0 mW is below that of its parts, 22.0000 mW", "pimlico.costs",
            "{\"core\": {\"power\": 20}, \"matrix_unit\": {\"power\": 16}, \"vector_unit\": {\"power\": 6}}");
        finds("the whole area of 9.0 mm2 is below that of its parts, 10.0000 mm2", "pimlico.costs",
            "{\"core\": {\"area\": 2}, \"router\": {\"area\": 1}, \"cores_per_router\": 2, \"chip\": {\"area\": 9}}");
        // 16 arrays, each with 16 DACs and 4 ADCs.
        finds("the whole area of 8.0 mm2 is below that of its parts, 16.0000 mm2", "pimlico.arrays_are", "\"physical\"", "pimlico.costs",
            "{\"array\": {\"area\": 0.1}, \"dac\": {\"area\": 0.025}, \"adc\": {\"area\": 0.075}, \"shift_adder\": {\"area\": 0.2}, "
                + "\"matrix_unit\": {\"area\": 8}}");
        finds("the peak power of 5.0 mW is below what this part draws while it works, 6.00000 mW", MATRIX + "adc_static_power", "2",
            MATRIX + "adc_dynamic_power", "4", "pimlico.costs", "{\"adc\": {\"power\": 5}}");
        finds("the peak power of 18.0 mW is below what this part draws while it works, 20.0000 mW", CORE + "local_memory_config.static_power", "20",
            "pimlico.costs", "{\"local_memory\": {\"power\": 18}}");
        finds("a 'router' has no use of its own that an energy could be of", "pimlico.costs", "{\"router\": {\"energy\": 1}}");
    }

    @Test void sources() {
        finds("the source of 'chip_config.core' belongs to no key", "pimlico.sources", "{\"chip_config.core\": \"here\"}");
    }

    @Test void aFindingIsReportedAtItsPlace() {
        var messages = new ArrayList<Diagnostic>();
        var text = tiny("pimlico.granularity", "3");
        var description = Description.read(new SourceText("a.json", text), null, strict());
        Lint.report(Lint.check(description.accelerator()), Diagnostic.Severity.WARNING, description, new Diagnostics(messages::add));
        int line = (int) text.substring(0, text.indexOf("\"granularity\"")).lines().count();
        assertEquals(List.of("a.json:" + line + ":21: warning: 16 crossbars cannot be driven 3 at a time"),
            messages.stream().map(Diagnostic::headline).toList());
    }
}
