package pim.dialect.tile;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pim.dialect.graph.Window;
import pim.dialect.quant.FixedPoint;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp.Group;

/// Runs a convolution as its array groups do: each multiplies its rows of every window of its replica, and the partial sums of one column are added.
///
/// Products are summed in double precision, which is exact below `2^53`: an array group of 16-bit numbers would need `2^23` rows to reach that.
final class ConvKernel {
    /// How many elements of gathered windows are multiplied at a time: what stays in a cache beside the matrix.
    private static final int GATHERED = 1 << 14;

    private final Conv2d conv;
    private final Unfolding unfolding;
    private final Window window;
    private final FmapType in, out;
    private final double[] input;
    private final long[] sums;

    private ConvKernel(Conv2d conv, int[] input) {
        this.conv = conv;
        this.unfolding = conv.unfolding();
        this.window = conv.window();
        this.in = conv.inputType();
        this.out = conv.resultType();
        this.input = IntStream.of(input).asDoubleStream().toArray();
        this.sums = new long[Math.toIntExact(out.size())];
    }

    /// The elements of the result.
    ///
    /// @param weights in the order output, input, kernel row, kernel column
    /// @param bias    for each output channel; zeros where there is none
    static int[] run(Conv2d conv, int[] input, int[] weights, int[] bias) {
        var kernel = new ConvKernel(conv, input);
        if (conv.replicas().isEmpty()) kernel.multiply(kernel.uncut(), weights, 0, conv.resultType().pixels());
        for (var replica : conv.replicas()) {
            kernel.multiply(replica.groups().stream().map(Group::arrayGroup).toList(), weights, replica.begin(), replica.end());
        }
        return kernel.finish(bias);
    }

    /// The matrix of each convolution group as a whole, as long as array groups are not decided.
    private List<ArrayGroup> uncut() {
        return LongStream.range(0, unfolding.groups()).mapToObj(g -> new ArrayGroup(g, g + 1, 0, unfolding.rows(1), 0, unfolding.cols(1))).toList();
    }

    private void multiply(List<ArrayGroup> groups, int[] weights, long begin, long end) {
        for (var group : groups) {
            var matrix = IntStream.of(unfolding.matrix(group, weights)).asDoubleStream().toArray();
            int rows = (int) group.rows(), block = Math.clamp(GATHERED / rows, 1, 64), blocks = Math.toIntExact(Math.ceilDiv(end - begin, block));
            IntStream.range(0, blocks).parallel().forEach(b -> {
                int first = (int) begin + b * block, count = Math.min(block, (int) end - first);
                var vectors = new double[count * rows];
                for (int i = 0; i < count; i++) gather(group, first + i, vectors, i * rows);
                add(group, first, count, vectors, matrix);
            });
        }
    }

    /// Brings what the rows of `group` want of one window behind each other: for each tap a run of channels.
    private void gather(ArrayGroup group, int pixel, double[] vectors, int to) {
        int channels = (int) unfolding.channels(group), base = (int) (group.groupBegin() * unfolding.inputs());
        int y = pixel / out.width(), x = pixel % out.width(), wide = (int) unfolding.kernelWidth();
        for (int row = (int) group.rowBegin(); row < group.rowEnd(); ) {
            int tap = row / channels, channel = row % channels, run = (int) Math.min(channels - channel, group.rowEnd() - row);
            long iy = window.at(0, y, tap / wide), ix = window.at(1, x, tap % wide);
            if (iy >= 0 && iy < in.height() && ix >= 0 && ix < in.width()) {
                System.arraycopy(input, (int) (iy * in.width() + ix) * in.channels() + base + channel, vectors, to, run);
            }
            row += run;
            to += run;
        }
    }

    private void add(ArrayGroup group, int first, int count, double[] vectors, double[] matrix) {
        int rows = (int) group.rows(), cols = (int) group.cols(), output = (int) unfolding.output(group, group.colBegin());
        var partial = new double[cols];
        for (int i = 0; i < count; i++) {
            java.util.Arrays.fill(partial, 0);
            product(vectors, i * rows, rows, matrix, partial);
            int at = (first + i) * out.channels() + output;
            for (int j = 0; j < cols; j++) sums[at + j] += (long) partial[j];
        }
    }

    /// Adds `vector * matrix` to `result`. Four rows at a time, so that an element of the result is loaded and stored once for four products.
    private static void product(double[] vectors, int at, int rows, double[] matrix, double[] result) {
        int cols = result.length, r = 0;
        for (; r + 4 <= rows; r += 4) {
            double x0 = vectors[at + r], x1 = vectors[at + r + 1], x2 = vectors[at + r + 2], x3 = vectors[at + r + 3];
            int m0 = r * cols, m1 = m0 + cols, m2 = m1 + cols, m3 = m2 + cols;
            for (int j = 0; j < cols; j++) result[j] += x0 * matrix[m0 + j] + x1 * matrix[m1 + j] + (x2 * matrix[m2 + j] + x3 * matrix[m3 + j]);
        }
        for (; r < rows; r++) {
            double x = vectors[at + r];
            for (int j = 0, m = r * cols; j < cols; j++) result[j] += x * matrix[m + j];
        }
    }

    /// Adds the bias, rounds, and applies the activation.
    private int[] finish(int[] bias) {
        var weights = (pim.dialect.quant.UniformType) conv.weights().type().element();
        int fraction = in.numbers().fraction() + weights.fraction();
        var to = out.numbers();
        var activation = conv.activation().map(a -> a.onIntegers(to, to)).orElse(v -> v);
        var addends = new long[out.channels()];
        for (int c = 0; c < addends.length && conv.bias().isPresent(); c++) {
            addends[c] = FixedPoint.roundShift(bias[c], ((pim.dialect.quant.UniformType) conv.bias().get().type().element()).fraction() - fraction);
        }
        var result = new int[sums.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = activation.applyAsInt(FixedPoint.requantize(sums[i] + addends[i % addends.length], fraction, to));
        }
        return result;
    }
}
