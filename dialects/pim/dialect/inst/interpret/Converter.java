package pim.dialect.inst.interpret;

import pim.dialect.arch.MatrixUnit;
import pim.dialect.arch.Noise;

/// An analog-to-digital converter of column sums: `step * min(max(round(sum / step), 0), 2^bits - 1)`.
///
/// Where the description says that the ADC clips, a step is one level of a cell. Otherwise the `2^bits` codes cover the part [Noise#adcRange] of the
/// largest sum, but no step is finer than one level, since sums without noise are whole numbers of levels.
///
/// No sum of cells without noise is changed when `2^bits - 1 >= R (2^min(c, b) - 1) (2^min(d, i - 1) - 1)`: `R` rows driven at the same time, cells
/// of `c` bits, weights of `b`, a DAC of `d`, inputs of `i`. (ISAAC, ISCA 2016, has `log2 R + c + d` bits, or one less when `c` or `d` is 1, for the
/// same.)
record Converter(double step, double codes) {
    static Converter of(MatrixUnit unit, Noise noise, int bits, int weightBits, int inputBits) {
        double codes = Math.pow(2, bits) - 1;
        return new Converter(unit.adcClips() ? 1 : Math.max(1, noise.adcRange() * largestSum(unit, weightBits, inputBits) / codes), codes);
    }

    /// What a full column adds up to when every row is driven with the largest digit.
    static double largestSum(MatrixUnit unit, int weightBits, int inputBits) {
        double cell = Math.pow(2, Math.min(unit.crossbar().cellBits(), weightBits)) - 1;
        double digit = Math.pow(2, Math.min(unit.dac().bits(), inputBits - 1)) - 1;
        return unit.crossbar().rowsAtOnce() * cell * digit;
    }

    double convert(double sum) {
        return step * Math.min(Math.max(Math.rint(sum / step), 0), codes);
    }
}
