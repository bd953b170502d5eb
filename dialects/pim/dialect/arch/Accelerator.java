package pim.dialect.arch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.schema.AttributeForm;
import pim.dialect.arch.schema.Key;
import pim.dialect.arch.schema.RecordReader;
import pim.dialect.arch.schema.RecordWriter;
import pim.dialect.arch.schema.Schema;
import pim.ir.Operation;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;

/// The machine that is compiled for: chips of cores, each with crossbars, vector units and a local memory (PIMCOMP, TCAD 2024, Table II).
///
/// The record tree is the one of the field; the keys are those of pimsim-nn's `config.json`, and under `pimlico` those it lacks.
///
/// @param sources where the values come from, by key; an entry speaks for all keys below it
public record Accelerator(
    @Key("chip_config.") Chip chip,
    @Key("pimlico.") Chips chips,
    @Key(value = "pimlico.core_variants", says = "cores with other crossbars") List<CoreVariant> coreVariants,
    @Key("pimlico.costs.") Costs costs,
    @Key("pimlico.technology.") Technology technology,
    @Key(value = "pimlico.operating_points", says = "published performance") List<OperatingPoint> operatingPoints,
    @Key("pimlico.noise.") Noise noise,
    @Key("pimlico.overlap.") Overlap overlap,
    @Key("sim_config.") Run run,
    @Key(value = "pimlico.sources", says = "origin of the values by key", otherwise = "") Map<String, String> sources) {

    /// The attribute of a module that carries its accelerator.
    public static final String ATTRIBUTE = "arch.accelerator";

    public static final Schema<Accelerator> SCHEMA = Schema.of(Accelerator.class);

    /// The accelerator of a preset or, if there is no such preset, of a file. Contradictions are warnings.
    ///
    /// @param directory what a relative path starts from
    /// @throws pim.diagnose.CompileFailure when there is no such description or it has errors; all of them have been reported
    public static Accelerator load(String presetOrPath, Path directory, Diagnostics diagnostics) {
        var description = Description.load(presetOrPath, directory, diagnostics);
        Lint.report(Lint.check(description.accelerator()), Diagnostic.Severity.WARNING, description, diagnostics);
        return description.accelerator();
    }

    /// The names of the presets in alphabetical order.
    public static List<String> presets() {
        return Presets.ACCELERATORS.names();
    }

    /// The accelerator that a module carries.
    ///
    /// @param location where the module is, for the messages
    /// @throws pim.diagnose.CompileFailure when the attribute describes none; all its errors have been reported
    public static Accelerator of(Attribute attribute, Location location, Diagnostics diagnostics) {
        return RecordReader.read(SCHEMA, AttributeForm.read(attribute, location), diagnostics);
    }

    /// Whether `module` says what it is for.
    public static boolean isCarriedBy(Operation module) {
        return module.attribute(ATTRIBUTE) != null;
    }

    /// The accelerator that `module` carries.
    ///
    /// @throws pim.diagnose.CompileFailure when it carries none or one with errors; all of them have been reported
    public static Accelerator carriedBy(Operation module, Diagnostics diagnostics) {
        var attribute = module.attribute(ATTRIBUTE);
        if (attribute == null) {
            throw diagnostics.failure(module, "expects the attribute '" + ATTRIBUTE
                + "' that describes the accelerator to compile for, but got none; arch-attach gives it one");
        }
        var named = new Diagnostics(d -> diagnostics.error(d.location(), "'" + module.name() + "' op attribute '" + ATTRIBUTE + "': " + d.message()));
        return of(attribute, module.location(), named);
    }

    /// The form of the accelerator in a module. [#of] reads the same accelerator back.
    public DictionaryAttr toAttribute() {
        return (DictionaryAttr) AttributeForm.write(RecordWriter.write(SCHEMA, this));
    }

    /// This accelerator without the origin of its values, as compiled modules carry it.
    public Accelerator withoutSources() {
        return new Accelerator(chip, chips, coreVariants, costs, technology, operatingPoints, noise, overlap, run, Map.of());
    }

    /// This accelerator with other noise.
    public Accelerator withNoise(Noise other) {
        return new Accelerator(chip, chips, coreVariants, costs, technology, operatingPoints, other, overlap, run, sources);
    }

    /// Whether every array gives exact sums: there is no noise, and no ADC clips.
    public boolean isExact() {
        return !noise.active() && !matrixUnit().adcClips();
    }

    /// This accelerator with arrays that give exact sums.
    public Accelerator exact() {
        return isExact() ? this : with(chip.with(chip.core().with(matrixUnit().withAdcClips(false))), chips).withNoise(Noise.NONE);
    }

    /// This accelerator with other chips.
    public Accelerator with(Chip chip, Chips chips) {
        return new Accelerator(chip, chips, coreVariants, costs, technology, operatingPoints, noise, overlap, run, sources);
    }

    /// The origin of the value of `key`: the longest entry of [#sources] that speaks for it; null when there is none.
    public String source(String key) {
        String longest = null;
        for (var entry : sources.keySet()) if (speaksFor(entry, key) && (longest == null || entry.length() > longest.length())) longest = entry;
        return longest == null ? null : sources.get(longest);
    }

    /// Whether an entry of [#sources] is about `key`.
    static boolean speaksFor(String entry, String key) {
        return key.startsWith(entry) && (key.length() == entry.length() || key.charAt(entry.length()) == '.' || key.charAt(entry.length()) == '[');
    }

    /// Cores of all chips. Core `n` is on chip `n / chip().cores()`.
    public int cores() {
        return chips.count() * chip.cores();
    }

    /// What is wrong with a core's number, as a verifier says it; null when there is such a core.
    public String verifyCore(long core) {
        return core >= 0 && core < cores() ? null : "expects a core within [0, " + cores() + "), but got " + core;
    }

    /// The matrix unit of a core, counted over all chips.
    public MatrixUnit matrixUnit(int core) {
        var unit = chip.core().matrixUnit();
        for (var v : coreVariants) {
            if (v.first() > core || core > v.last()) continue;
            var x = unit.crossbar();
            return new MatrixUnit(v.arrays(), unit.arraysAre(), unit.granularity(), unit.weightBits(), unit.signedWeights(), unit.period(),
                unit.pipelined(), new Crossbar(v.rows(), v.columns(), v.cellBits(), x.latency(), x.readPower(), x.activeRows(), x.cell()), unit.dac(),
                unit.adc(), unit.adcClips(), unit.sampleHold(), unit.shiftAdder(), unit.inputBuffer(), unit.outputBuffer());
        }
        return unit;
    }

    /// The matrix unit that a core has unless a variant says otherwise.
    public MatrixUnit matrixUnit() {
        return chip.core().matrixUnit();
    }

    /// Logical arrays of one ordinary core for weights of `bits`: see [MatrixUnit#logicalArrays].
    public int logicalArrays(int bits) {
        return matrixUnit().logicalArrays(bits);
    }

    /// Operations of all arrays at full work, in TOPS; a multiplication and an addition are two. Cores are taken to be alike.
    public double peakThroughput(int inputBits, int weightBits) {
        var unit = matrixUnit();
        double weights = unit.arraysAre() == ArrayCount.LOGICAL ? (double) unit.arrays() * unit.crossbar().cells()
            : (double) unit.arrays() * unit.crossbar().rows() * (unit.crossbar().columns() / unit.columnsPerWeight(weightBits));
        return 2 * cores() * weights / unit.interval(inputBits) / 1000;
    }

    /// What all crossbars store, in bytes: see [MatrixUnit#capacityBits].
    public long capacityBytes() {
        if (coreVariants.isEmpty()) return cores() * matrixUnit().capacityBits() / Byte.SIZE;
        long bits = 0;
        for (int core = 0; core < cores(); core++) bits += matrixUnit(core).capacityBits();
        return bits / Byte.SIZE;
    }
}
