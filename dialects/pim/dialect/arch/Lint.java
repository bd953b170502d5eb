package pim.dialect.arch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.schema.Field;

/// Finds values that contradict each other. Each value for itself is good, since the description was read. [Remarks] has what is odd but possible.
public final class Lint {
    /// A contradiction, at the key that is most likely wrong.
    public record Finding(String key, String message) {}

    private static final String CORE = "chip_config.core_config.", MATRIX = CORE + "matrix_config.", COSTS = "pimlico.costs.";
    /// Published sums are rounded; a whole may be this much below its parts.
    private static final double ROUNDING = 0.01;

    private final Accelerator accelerator;
    private final List<Finding> findings = new ArrayList<>();

    private Lint(Accelerator accelerator) {
        this.accelerator = accelerator;
    }

    /// The contradictions in the accelerator.
    public static List<Finding> check(Accelerator accelerator) {
        var lint = new Lint(accelerator);
        lint.network();
        lint.core();
        lint.matrixUnit();
        lint.cells();
        lint.variants();
        lint.costs();
        lint.sources();
        return List.copyOf(lint.findings);
    }

    /// Reports findings about a description with one severity, each at its place in the file.
    public static void report(List<Finding> findings, Diagnostic.Severity severity, Description description, Diagnostics diagnostics) {
        for (var f : findings) diagnostics.report(new Diagnostic(severity, description.location(f.key), f.message, List.of()));
    }

    private void when(boolean contradiction, String key, String message, Object... values) {
        if (contradiction) findings.add(new Finding(key, String.format(Locale.ROOT, message, values)));
    }

    private void network() {
        var chip = accelerator.chip();
        var n = chip.network();
        when((long) n.rows() * n.columns() != chip.cores(), "chip_config.network_config.layout",
            "a layout of %d x %d has %d places, the chip has %d cores",
            n.rows(), n.columns(), (long) n.rows() * n.columns(), chip.cores());
        when(chip.globalMemoryId() != chip.core().globalMemoryId(), CORE + "global_memory_switch_id",
            "the cores call the global memory %d, the chip calls it %d", chip.core().globalMemoryId(), chip.globalMemoryId());
        var seen = new HashSet<List<Integer>>();
        for (var link : n.links()) {
            when(!seen.add(List.of(link.from(), link.to())), "pimlico.network.links", "the link from %d to %d comes twice", link.from(), link.to());
            for (int end : new int[] {link.from(), link.to()}) {
                when(end >= chip.cores() || end < 0 && end != chip.globalMemoryId(), "pimlico.network.links",
                    "the link from %d to %d has an end that is neither one of the %d cores nor the global memory %d", link.from(), link.to(),
                        chip.cores(), chip.globalMemoryId());
            }
        }
    }

    private void core() {
        var core = accelerator.chip().core();
        var unit = core.matrixUnit();
        int bytes = Math.ceilDiv(unit.weightBits(), Byte.SIZE);
        long weights = unit.arraysAre() == ArrayCount.LOGICAL ? unit.crossbar().columns()
            : unit.crossbar().columns() / unit.columnsPerWeight(unit.weightBits());
        long needed = (unit.crossbar().rows() + weights) * bytes;
        when(core.localMemory().size() < needed, CORE + "local_memory_config.memory_size",
            "a local memory of %d bytes is too small for the input and output of one crossbar, %d bytes", core.localMemory().size(), needed);
        when(core.execution() == Execution.OUT_OF_ORDER && core.reorderBuffer() == 1, CORE + "rob_size",
            "out-of-order execution needs more than 1 instruction in flight");
        when(!core.vectorUnit().functions().contains(VectorFunction.ADD), "pimlico.vector_functions",
            "without \"add\" partial sums cannot be added up");
    }

    private void matrixUnit() {
        var unit = accelerator.matrixUnit();
        var x = unit.crossbar();
        when(accelerator.logicalArrays(unit.weightBits()) == 0, MATRIX + "xbar_array_count",
            "%d crossbars hold no array of weights: one of %d bits takes %d columns, so an array %<d crossbars",
            unit.arrays(), unit.weightBits(), unit.columnsPerWeight(unit.weightBits()));
        when(unit.arrays() % unit.granularity() != 0, "pimlico.granularity", "%d crossbars cannot be driven %d at a time", unit.arrays(),
            unit.granularity());
        when(unit.dac().count() > x.rows(), MATRIX + "dac_count", "%d digital-to-analog converters for %d rows", unit.dac().count(), x.rows());
        when(unit.adc().count() > x.columns(), MATRIX + "adc_count", "%d analog-to-digital converters for %d columns", unit.adc().count(),
            x.columns());
        when(unit.adcClips() && unit.largestColumnSum() < Math.pow(2, unit.adc().bits()), "pimlico.adc_clips",
            "the ADC never clips: %d bits hold the largest column sum, %.0f", unit.adc().bits(), unit.largestColumnSum());
    }

    private void cells() {
        var unit = accelerator.matrixUnit();
        var cell = unit.crossbar().cell();
        var noise = accelerator.noise();
        when(unit.crossbar().activeRows() > unit.crossbar().rows(), "pimlico.active_rows", "%d active rows of %d", unit.crossbar().activeRows(),
            unit.crossbar().rows());
        when(unit.signedWeights() == SignedWeights.TWOS_COMPLEMENT && unit.crossbar().cellBits() > 1, "pimlico.signed_weights",
            "a cell of %d bits cannot count its most significant bit negative and the others not; two's complement takes cells of 1 bit",
            unit.crossbar().cellBits());
        when(cell.offResistance() > 0 && cell.onResistance() >= cell.offResistance(), "pimlico.cell.off_resistance",
            "the greatest resistance of a cell, %s ohm, is not above the least, %s ohm", cell.offResistance(), cell.onResistance());
        when(noise.stuckLow() + noise.stuckHigh() > 1, "pimlico.noise.stuck_high",
            "%s of the cells are stuck low and %s high, which is more than all", noise.stuckLow(), noise.stuckHigh());
    }

    private void variants() {
        int taken = -1;
        for (var v : accelerator.coreVariants().stream().sorted(Comparator.comparingInt(CoreVariant::first)).toList()) {
            when(v.first() > v.last() || v.last() >= accelerator.cores(), "pimlico.core_variants", "cores %d to %d are not among the %d cores",
                v.first(), v.last(), accelerator.cores());
            when(v.first() <= taken, "pimlico.core_variants", "core %d is in two variants", v.first());
            taken = Math.max(taken, v.last());
        }
    }

    private void costs() {
        var c = accelerator.costs();
        int cores = accelerator.chip().cores(), routers = Math.ceilDiv(cores, c.coresPerRouter());
        var unit = accelerator.matrixUnit();
        part("array", c.array(), unit.crossbar().readPower());
        part("dac", c.dac(), unit.dac().stage().power().peak());
        part("adc", c.adc(), unit.adc().stage().power().peak());
        part("shift_adder", c.shiftAdder(), unit.shiftAdder().power().peak());
        part("local_memory", c.localMemory(), accelerator.chip().core().localMemory().statedPower());
        part("global_memory", c.globalMemory(), accelerator.chip().globalMemory().statedPower());
        whole("matrix_unit", c.matrixUnit(), new Cost(unit.peakPower(), unit.arraysAre() == ArrayCount.LOGICAL ? 0 : c.arrays(unit).area(), 0));
        whole("core", c.core(), c.matrixUnit().plus(c.vectorUnit()).plus(c.localMemory()).plus(c.controlUnit()));
        whole("chip", c.chip(), c.core().times(cores).plus(c.router().times(routers)).plus(c.globalMemory()).plus(c.offChipLink()));
        withoutUse("matrix_unit", c.matrixUnit());
        withoutUse("local_memory", c.localMemory());
        withoutUse("control_unit", c.controlUnit());
        withoutUse("core", c.core());
        withoutUse("router", c.router());
        withoutUse("global_memory", c.globalMemory());
        withoutUse("chip", c.chip());
    }

    private void withoutUse(String name, Cost cost) {
        when(cost.energy() > 0, COSTS + name + ".energy", "a '%s' has no use of its own that an energy could be of", name);
    }

    /// What a part draws at most, where that is known, cannot be less than what it draws in a simulation.
    private void part(String name, Cost cost, double drawn) {
        when(cost.power() > 0 && cost.power() < drawn * (1 - ROUNDING), COSTS + name + ".power",
            "the peak power of %s mW is below what this part draws while it works, %.6g mW", cost.power(), drawn);
    }

    /// A whole that is known cannot be less than its parts.
    private void whole(String name, Cost whole, Cost parts) {
        var message = "the %s %s of %s %s is below that of its parts, %.6g %s";
        when(whole.power() > 0 && whole.power() < parts.power() * (1 - ROUNDING), COSTS + name + ".power", message, "peak", "power", whole.power(),
            "mW", parts.power(), "mW");
        when(whole.area() > 0 && whole.area() < parts.area() * (1 - ROUNDING), COSTS + name + ".area", message, "whole", "area", whole.area(), "mm2",
            parts.area(), "mm2");
    }

    private void sources() {
        var paths = Accelerator.SCHEMA.leaves().map(Field::path).toList();
        for (var key : accelerator.sources().keySet()) {
            when(paths.stream().noneMatch(p -> Accelerator.speaksFor(key, p)), "pimlico.sources",
                "the source of '%s' belongs to no key", key);
        }
    }
}
