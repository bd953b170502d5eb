package pim.dialect.graph.interpret;

import java.util.Arrays;
import pim.dialect.graph.Window;
import pim.tensor.MatrixProduct;
import pim.tensor.Tensor;

/// The windows of a convolution as the columns of a matrix: a row for each channel and tap, a column for each pixel of the result.
///
/// @param from   the number of the first element of the first channel
/// @param height of the input, in rows; so is `width` in columns
/// @param across columns of the result
record ImageColumns(Tensor input, int from, int height, int width, Window window, int across) implements MatrixProduct.Source {
    @Override public void read(int row, int pixel, double[] into, int count) {
        int kernelWidth = (int) window.kernel()[1], taps = (int) window.kernel()[0] * kernelWidth, stride = (int) window.strides()[1];
        int channel = row / taps, tap = row % taps;
        int down = (int) (tap / kernelWidth * window.dilations()[0] - window.pads()[0]);
        int right = (int) (tap % kernelWidth * window.dilations()[1] - window.pads()[1]);
        // the pixels of a row of the result whose tap lies within the input
        int first = Math.max(0, Math.ceilDiv(-right, stride)), end = Math.floorDiv(width - 1 - right, stride) + 1;
        for (int at = 0; at < count; ) {
            int y = (pixel + at) / across * (int) window.strides()[0] + down, x = (pixel + at) % across;
            int run = Math.min(across - x, count - at);
            int a = Math.clamp(first - x, 0, run), b = y < 0 || y >= height ? a : Math.clamp(end - x, a, run);
            Arrays.fill(into, at, at + a, 0);
            if (b > a) Elements.read(input, from + (channel * height + y) * width + (x + a) * stride + right, stride, into, at + a, b - a);
            Arrays.fill(into, at + b, at + run, 0);
            at += run;
        }
    }
}
