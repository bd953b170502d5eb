package pim.dialect.arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is possible but odd in a description: a unit mistaken, information lost, a figure that the machine cannot reach.
public final class Remarks {
    private static final String CHIP = "chip_config.", CORE = CHIP + "core_config.", MATRIX = CORE + "matrix_config.";
    /// No converter of the surveys draws a watt (Murmann's survey of ADCs: mW at the rates of these machines).
    private static final double MOST_CONVERTER_POWER = 1000;
    /// The field of a lithographic scanner, 26 x 33 mm2.
    private static final double MOST_AREA = 858;
    /// Clocks from 1 MHz to 20 GHz, in ns.
    private static final double SHORTEST_PERIOD = 0.05, LONGEST_PERIOD = 1000;
    /// Powers are given at round rates.
    private static final double ENERGY_TOLERANCE = 0.2;
    /// Published figures are rounded.
    private static final double ROUNDING = 0.05;

    private final Accelerator accelerator;
    private final List<Lint.Finding> findings = new ArrayList<>();

    private Remarks(Accelerator accelerator) {
        this.accelerator = accelerator;
    }

    public static List<Lint.Finding> check(Accelerator accelerator) {
        var remarks = new Remarks(accelerator);
        remarks.units();
        remarks.matrixUnit();
        remarks.energies();
        remarks.operatingPoints();
        return List.copyOf(remarks.findings);
    }

    private void when(boolean odd, String key, String message, Object... values) {
        if (odd) findings.add(new Lint.Finding(key, String.format(Locale.ROOT, message, values)));
    }

    private void units() {
        var chip = accelerator.chip();
        var core = chip.core();
        var unit = core.matrixUnit();
        memory(core.localMemory(), CORE + "local_memory_config");
        memory(chip.globalMemory(), CHIP + "global_memory_config");
        period(core.period(), CORE + "period");
        period(unit.period(), MATRIX + "period");
        converter(unit.dac(), MATRIX + "dac_");
        converter(unit.adc(), MATRIX + "adc_");
        var area = accelerator.costs().chip().area();
        when(area > MOST_AREA, "pimlico.costs.chip.area", "a chip of %.6g mm2 is larger than a reticle, %.0f mm2", area, MOST_AREA);
    }

    private void memory(Memory memory, String key) {
        when(memory.size() == Memory.UNLIMITED, key, "the memory has no 'memory_size', so it has no limit");
        period(memory.period(), key + ".period");
    }

    private void period(double ns, String key) {
        when(ns < SHORTEST_PERIOD || ns > LONGEST_PERIOD, key, "a period of %s ns is a clock of %.4g MHz", ns, 1000 / ns);
    }

    private void converter(Converter converter, String key) {
        var power = converter.stage().power();
        when(power.always() > MOST_CONVERTER_POWER, key + "static_power", "one converter draws %.6g mW", power.always());
        when(power.working() > MOST_CONVERTER_POWER, key + "dynamic_power", "one converter draws %.6g mW", power.working());
    }

    private void matrixUnit() {
        var unit = accelerator.matrixUnit();
        int rest = unit.weightBits() % unit.crossbar().cellBits();
        when(rest != 0, MATRIX + "cell_precision", "a weight of %d bits fills its last cell with %d of %d bits", unit.weightBits(), rest,
            unit.crossbar().cellBits());
        double largest = unit.largestColumnSum();
        when(largest > Math.pow(2, unit.adc().bits()) - 1, MATRIX + "adc_resolution",
            "an ADC of %d bits tells %.0f values apart, and a column sum has %.0f", unit.adc().bits(), Math.pow(2, unit.adc().bits()), largest + 1);
    }

    /// The energy of a use and the power during its time are two accounts of one thing.
    private void energies() {
        var unit = accelerator.matrixUnit();
        var costs = accelerator.costs();
        energy("array", costs.array(), unit.crossbar().readPower(), unit.crossbar().latency());
        energy("adc", costs.adc(), unit.adc().stage().power().working(), unit.adc().stage().latency() * unit.period());
        energy("dac", costs.dac(), unit.dac().stage().power().working(), unit.crossbar().latency());
    }

    private void energy(String name, Cost cost, double power, double time) {
        double computed = power * time;
        boolean differ = cost.energy() > 0 && computed > 0 && Math.abs(cost.energy() - computed) > ENERGY_TOLERANCE * computed;
        when(differ, "pimlico.costs." + name + ".energy", "%.4g pJ are given, but %.4g mW for %.4g ns are %.4g pJ", cost.energy(), power, time, computed);
    }

    private void operatingPoints() {
        for (int i = 0; i < accelerator.operatingPoints().size(); i++) {
            var point = accelerator.operatingPoints().get(i);
            double described = accelerator.technology().supply();
            boolean comparable = point.inputBits() > 0 && point.weightBits() > 0
                && (point.supply() == described || point.supply() == 0 || described == 0);
            double peak = accelerator.peakThroughput(Math.max(1, point.inputBits()), Math.max(1, point.weightBits()));
            when(comparable && point.throughput() > peak * (1 + ROUNDING), "pimlico.operating_points[" + i + "].throughput",
                "%.4g TOPS are published, but the arrays do at most %.4g with inputs of %d and weights of %d bits", point.throughput(), peak,
                point.inputBits(), point.weightBits());
        }
    }
}
