package pim.dialect.tile;

/// How the weights of a convolution unfold to matrices that arrays can hold.
///
/// The convolution groups `[g0, g1)`, `n` of them, make one matrix. Its rows are the inputs of a window: row `r` is tap `r / (n * I)`, counted row by
/// row over the kernel, and input channel `g0 * I + r % (n * I)`, so that what the rows of one tap want lies side by side in memory. Its columns are
/// the output channels, `g0 * O` first. Where a row and a column belong to different convolution groups the weight is zero: for `n = 1` there is no
/// such place, for more the matrix is block-diagonal, its blocks interleaved by tap.
///
/// @param outputs      `O`, output channels of one convolution group
/// @param inputs       `I`, input channels of one convolution group
/// @param kernelHeight taps of a window from top to bottom
/// @param kernelWidth  taps of a window from left to right
/// @param groups       number of convolution groups
public record Unfolding(long outputs, long inputs, long kernelHeight, long kernelWidth, long groups) {
    public long taps() {
        return kernelHeight * kernelWidth;
    }

    /// Rows of the matrix of `n` convolution groups.
    public long rows(long n) {
        return taps() * inputs * n;
    }

    /// Columns of the matrix of `n` convolution groups.
    public long cols(long n) {
        return outputs * n;
    }

    /// `H, W, P` for matrices of `height` rows: `P` of them hold all weights (PIMCOMP, TCAD 2024, the unfolding formats).
    public long[] format(long height) {
        return new long[] {height, outputs, rows(1) / height * groups};
    }

    /// The tap that row `row`, counted from the first of the matrix, multiplies.
    public long tap(ArrayGroup group, long row) {
        return row / channels(group);
    }

    /// The output channel of column `col`, counted from the first of the matrix.
    public long output(ArrayGroup group, long col) {
        return group.groupBegin() * outputs + col;
    }

    /// How many input channels the matrix of `group` sees at each tap.
    public long channels(ArrayGroup group) {
        return (group.groupEnd() - group.groupBegin()) * inputs;
    }

    /// The weights that the arrays of `group` hold, row-major, `group.rows()` times `group.cols()` of them.
    ///
    /// @param weights the weights of the layer in the order output, input, kernel row, kernel column
    public int[] matrix(ArrayGroup group, int[] weights) {
        int cols = Math.toIntExact(group.cols()), step = Math.toIntExact(taps());
        var matrix = new int[Math.toIntExact(Math.multiplyExact(group.rows(), group.cols()))];
        eachRun(group, (from, to, count) -> {
            for (int i = 0; i < count; i++) matrix[to + i * cols] = weights[from + i * step];
        });
        return matrix;
    }

    /// Weights of one column and tap: `count` of them, `taps()` apart from `from` on in the layer, and `cols` apart from `to` on in the matrix.
    public interface Run {
        void copy(int from, int to, int count);
    }

    /// Visits the weights that the arrays of `group` hold. Those of a column are near each other in the layer.
    public void eachRun(ArrayGroup group, Run run) {
        long channels = channels(group), cols = group.cols();
        for (long col = 0; col < cols; col++) {
            long output = output(group, group.colBegin() + col), block = (group.colBegin() + col) / outputs * inputs;
            for (long tap = tap(group, group.rowBegin()); tap * channels < group.rowEnd(); tap++) {
                long first = tap * channels + block, begin = Math.max(group.rowBegin(), first), end = Math.min(group.rowEnd(), first + inputs);
                if (begin >= end) continue;
                long from = (output * inputs + begin - first) * taps() + tap, to = (begin - group.rowBegin()) * cols + col;
                run.copy((int) from, (int) to, (int) (end - begin));
            }
        }
    }
}
