package pim.dialect.inst.interpret;

import java.util.Arrays;
import pim.dialect.arch.MatrixUnit;

/// An array group whose column sums pass a converter: each plane, each digit of the inputs and each lot of rows that are driven together has sums of
/// its own, which are converted, shifted and added.
///
/// The sum of a column is normal around `sum_i x_i s_i` with the variance `n^2 sum_i (x_i g_i)^2` of the reads.
final class ConvertedArray extends AnalogArray {
    private final Cells cells;
    private final Converter converter;
    private final int together;
    private final double readNoise;
    private final Draws reading;
    private final double[] column, variance;
    private final int[] driven, digit;

    ConvertedArray(Cells cells, int rows, int cols, int inputBits, MatrixUnit unit, Converter converter, double readNoise, Draws reading) {
        super(rows, cols, inputBits, unit.dac().bits());
        this.cells = cells;
        this.converter = converter;
        this.readNoise = readNoise;
        this.reading = reading;
        together = unit.crossbar().rowsAtOnce();
        column = new double[cols];
        variance = new double[cols];
        driven = new int[rows];
        digit = new int[rows];
    }

    @Override void multiply(long[] inputs, double[] sums) {
        for (int d = 0; d < digits(); d++) {
            for (int from = 0; from < rows; from += together) {
                int count = drive(inputs, d, from, Math.min(from + together, rows));
                if (count == 0) continue;
                for (int p = 0; p < cells.planes.length; p++) convert(p, count, weight(d) * cells.significance[p], sums);
            }
        }
        double total = 0;
        for (long x : inputs) total += x;
        for (int c = 0; c < cols; c++) sums[c] -= cells.bias * total;
    }

    /// Notes the rows of `from` to `to` whose digit is not zero.
    private int drive(long[] inputs, int number, int from, int to) {
        int count = 0;
        for (int row = from; row < to; row++) {
            int value = digit(inputs[row], number);
            if (value == 0) continue;
            driven[count] = row * cols;
            digit[count++] = value;
        }
        return count;
    }

    private void convert(int plane, int count, double factor, double[] sums) {
        var levels = cells.planes[plane];
        Arrays.fill(column, 0);
        for (int i = 0; i < count; i++) {
            for (int c = 0, at = driven[i], x = digit[i]; c < cols; c++) column[c] += levels[at + c] * (double) x;
        }
        if (readNoise > 0) disturb(levels, count);
        for (int c = 0; c < cols; c++) sums[c] += factor * converter.convert(column[c]);
    }

    private void disturb(float[] levels, int count) {
        Arrays.fill(variance, 0);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < cols; c++) {
                double current = (levels[driven[i] + c] + cells.offset) * digit[i];
                variance[c] += current * current;
            }
        }
        for (int c = 0; c < cols; c++) column[c] += readNoise * Math.sqrt(variance[c]) * reading.gaussian();
    }
}
