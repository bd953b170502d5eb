package pim.dialect.arch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pim.dialect.arch.schema.Key;
import pim.dialect.arch.schema.Schema;

/// What keeps crossbars from computing exactly; 0 turns a cause off, and all of them are off by default. The value simulation of programs applies it
/// (`NoisyArray` of the dialect `inst` has the formulas); neither time nor energy depends on it.
///
/// Every random number comes from `seed`, the core and the array group, so the same program with the same noise computes the same.
public record Noise(
    @Key(value = "variation", says = "standard deviation of a programmed conductance", unit = "relative", max = 10,
        otherwise = "0") double variation,
    @Key(value = "programming", says = "polynomial of the standard deviation over the conductance, both by the greatest one, constant first",
        unit = "relative", otherwise = "") List<Double> programming,
    @Key(value = "stuck_low", says = "share of cells stuck at the least conductance", max = 1, otherwise = "0") double stuckLow,
    @Key(value = "stuck_high", says = "share of cells stuck at the greatest conductance", max = 1, otherwise = "0") double stuckHigh,
    @Key(value = "read_noise", says = "standard deviation of a cell's current, each time anew", unit = "relative", max = 10,
        otherwise = "0") double readNoise,
    @Key(value = "ir_drop", says = "resistance of a column's wire from cell to cell by that of a cell", unit = "relative", max = 1,
        otherwise = "0") double irDrop,
    @Key(value = "adc", says = "resolution of the converters that column sums pass, 0 for none", unit = "bits", max = 32,
        otherwise = "0") int adcBits,
    @Key(value = "adc_range", says = "part of the largest column sum that the converters cover", positive = true, max = 1,
        otherwise = "1") double adcRange,
    @Key(value = "seed", says = "seed of the random numbers", max = 1L << 53, otherwise = "0") long seed,
    @Key(value = "source", says = "origin of the values", otherwise = "") String source) {

    public static final Schema<Noise> SCHEMA = Schema.of(Noise.class);
    public static final Noise NONE = new Noise(0, List.of(), 0, 0, 0, 0, 0, 1, 0, "");

    /// The names of the models that come with Pimlico, in alphabetical order.
    public static List<String> models() {
        return Presets.NOISE.names();
    }

    /// The values that are not the default, by key.
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        SCHEMA.values(this).filter(v -> !v.isDefault()).forEach(v -> values.put(v.path(), v.value()));
        return values;
    }

    /// Whether anything is on.
    public boolean active() {
        return changesCells() || readNoise > 0 || adcBits > 0;
    }

    /// Whether a programmed array differs from the weights it was meant to hold.
    public boolean changesCells() {
        return variation > 0 || !programming.isEmpty() || stuckLow > 0 || stuckHigh > 0 || irDrop > 0;
    }
}
