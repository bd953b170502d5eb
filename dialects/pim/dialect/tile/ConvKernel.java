package pim.dialect.tile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pim.dialect.graph.Window;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp.Group;
import pim.ir.attr.DenseResourceAttr;
import pim.tensor.MatrixProduct;

/// Runs a convolution as its array groups do: each multiplies its rows of every window of its replica, and the partial sums of one column are added.
///
/// The partial sum of an array group is exact below `2^53`: a group of 16-bit numbers would need `2^23` rows to reach that.
final class ConvKernel {
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
    /// @param bias    for each output channel; nothing where the convolution has none
    static int[] run(Conv2d conv, int[] input, int[] weights, int[] bias) {
        var kernel = new ConvKernel(conv, input);
        if (conv.replicas().isEmpty()) kernel.multiply(kernel.uncut(), weights, 0, Math.toIntExact(kernel.out.pixels()));
        for (var replica : conv.replicas()) {
            kernel.multiply(replica.groups().stream().map(Group::arrayGroup).toList(), weights, (int) replica.begin(), (int) replica.end());
        }
        return kernel.finish(bias);
    }

    /// The matrix of each convolution group as a whole, as long as array groups are not decided.
    private List<ArrayGroup> uncut() {
        return LongStream.range(0, unfolding.groups()).mapToObj(g -> new ArrayGroup(g, g + 1, 0, unfolding.rows(1), 0, unfolding.cols(1))).toList();
    }

    private void multiply(List<ArrayGroup> groups, int[] weights, int begin, int end) {
        for (var group : groups) {
            var matrix = unfolding.matrix(group, weights);
            int cols = (int) group.cols(), output = (int) unfolding.output(group, group.colBegin());
            MatrixProduct.compute(end - begin, (int) group.rows(), cols,
                (pixel, row, into, count) -> gather(group, begin + pixel, (int) group.rowBegin() + row, into, count),
                (row, col, into, count) -> {
                    for (int j = 0; j < count; j++) into[j] = matrix[row * cols + col + j];
                },
                (pixel, col, partial, count) -> {
                    int at = (begin + pixel) * out.channels() + output + col;
                    for (int j = 0; j < count; j++) sums[at + j] += (long) partial[j];
                });
        }
    }

    /// Brings what `count` rows of the matrix from `first` on want of one window behind each other: for each tap a run of channels.
    private void gather(ArrayGroup group, int pixel, int first, double[] into, int count) {
        int channels = (int) unfolding.channels(group), base = (int) (group.groupBegin() * unfolding.inputs());
        int y = pixel / out.width(), x = pixel % out.width(), wide = (int) unfolding.kernelWidth();
        for (int row = first, to = 0; to < count; ) {
            int tap = row / channels, channel = row % channels, run = Math.min(channels - channel, count - to);
            long iy = window.at(0, y, tap / wide), ix = window.at(1, x, tap % wide);
            boolean inside = iy >= 0 && iy < in.height() && ix >= 0 && ix < in.width();
            if (inside) System.arraycopy(input, (int) (iy * in.width() + ix) * in.channels() + base + channel, into, to, run);
            else Arrays.fill(into, to, to + run, 0);
            row += run;
            to += run;
        }
    }

    /// Adds the bias, rounds, and applies the activation.
    private int[] finish(int[] bias) {
        int fraction = in.numbers().fraction() + numbers(conv.weights()).fraction();
        var to = out.numbers();
        var activation = conv.activation().map(a -> a.onIntegers(to, to)).orElse(v -> v);
        var addends = new long[out.channels()];
        conv.bias().ifPresent(b -> {
            int shift = numbers(b).fraction() - fraction;
            for (int c = 0; c < addends.length; c++) addends[c] = FixedPoint.roundShift(bias[c], shift);
        });
        var result = new int[sums.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = activation.applyAsInt(FixedPoint.requantize(sums[i] + addends[i % addends.length], fraction, to));
        }
        return result;
    }

    private static UniformType numbers(DenseResourceAttr resource) {
        return (UniformType) resource.type().element();
    }
}
