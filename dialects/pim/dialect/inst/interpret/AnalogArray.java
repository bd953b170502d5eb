package pim.dialect.inst.interpret;

import pim.dialect.arch.MatrixUnit;
import pim.dialect.arch.Noise;
import pim.dialect.inst.GroupAttr;

/// An array group that computes as its cells and converters do. It belongs to one core, which makes the order of its random numbers that of the
/// core's program.
///
/// An input of `b` bits drives its row digit by digit, `d` bits at a time, `d` being the resolution of the DAC: the `b - 1` bits of its two's
/// complement without the sign from the least significant up, then the sign bit alone, whose sums count negative (ISAAC, ISCA 2016, does so with `d =
/// 1`).
public abstract class AnalogArray {
    final int rows, cols;
    private final int digitBits, valueBits;

    /// @param inputBits of an input, its sign included
    AnalogArray(int rows, int cols, int inputBits, int dacBits) {
        this.rows = rows;
        this.cols = cols;
        valueBits = inputBits - 1;
        digitBits = Math.min(dacBits, valueBits);
    }

    /// The array group `index` of a core.
    ///
    /// @param weights row-major
    static AnalogArray of(GroupAttr group, int index, long core, short[] weights, MatrixUnit unit, Noise noise) {
        int rows = (int) group.part().rows(), cols = (int) group.part().cols(), inputBits = group.inputWidth() * Byte.SIZE;
        var cells = new Cells(weights, rows, cols, group.weightBits(), unit, noise, core, index);
        var reading = new Draws(noise.seed(), core, index, -1);
        int adcBits = noise.adcBits() > 0 ? noise.adcBits() : unit.adcClips() ? unit.adc().bits() : 0;
        if (adcBits == 0) return new LinearArray(cells, rows, cols, inputBits, unit.dac().bits(), noise.readNoise(), reading);
        return new ConvertedArray(cells, rows, cols, inputBits, unit, Converter.of(unit, noise, adcBits, group.weightBits(), inputBits),
            noise.readNoise(), reading);
    }

    /// The product of `inputs` and the matrix, before rounding.
    abstract void multiply(long[] inputs, double[] sums);

    /// How many digits an input has, that of its sign included.
    final int digits() {
        return Math.ceilDiv(valueBits, digitBits) + 1;
    }

    /// A digit of an input, what a DAC puts on the row.
    final int digit(long input, int number) {
        return number == digits() - 1 ? (int) (input >> valueBits) & 1
            : (int) (input & (1L << valueBits) - 1) >> number * digitBits & (1 << digitBits) - 1;
    }

    /// What a digit counts.
    final double weight(int number) {
        return number == digits() - 1 ? -Math.pow(2, valueBits) : Math.pow(2, number * digitBits);
    }
}
