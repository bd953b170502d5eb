package pim.dialect.inst.interpret;

/// An array group whose column sums are not converted. Everything is then linear, so the planes and the digits become one matrix of real weights.
///
/// The current of a cell is noisy at each read, independently of the others and in proportion to it, so the noise of a sum is normal with the
/// variance `n^2 sum_i sum_d sum_p (weight_d digit_d(x_i))^2 (significance_p g_p,i)^2`, the product of a second matrix and the squares of the digits.
final class LinearArray extends AnalogArray {
    private final double[] weights, squares;
    private final double readNoise;
    private final Draws reading;

    LinearArray(Cells cells, int rows, int cols, int inputBits, int dacBits, double readNoise, Draws reading) {
        super(rows, cols, inputBits, dacBits);
        this.readNoise = readNoise;
        this.reading = reading;
        weights = new double[rows * cols];
        squares = readNoise > 0 ? new double[rows * cols] : null;
        for (int p = 0; p < cells.planes.length; p++) {
            double significance = cells.significance[p];
            for (int i = 0; i < weights.length; i++) weights[i] += significance * cells.planes[p][i];
            if (squares == null) continue;
            for (int i = 0; i < weights.length; i++) {
                double current = significance * (cells.planes[p][i] + cells.offset);
                squares[i] += current * current;
            }
        }
        for (int i = 0; i < weights.length; i++) weights[i] -= cells.bias;
    }

    @Override void multiply(long[] inputs, double[] sums) {
        for (int row = 0; row < rows; row++) if (inputs[row] != 0) add(weights, row, inputs[row], sums);
        if (squares == null) return;
        var variances = new double[cols];
        for (int row = 0; row < rows; row++) if (inputs[row] != 0) add(squares, row, square(inputs[row]), variances);
        for (int c = 0; c < cols; c++) sums[c] += readNoise * Math.sqrt(variances[c]) * reading.gaussian();
    }

    private double square(long input) {
        double sum = 0;
        for (int d = 0; d < digits(); d++) {
            double part = weight(d) * digit(input, d);
            sum += part * part;
        }
        return sum;
    }

    private void add(double[] matrix, int row, double x, double[] sums) {
        for (int c = 0, at = row * cols; c < cols; c++) sums[c] += matrix[at + c] * x;
    }
}
