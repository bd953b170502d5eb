package pim.dialect.graph.interpret;

import java.util.stream.IntStream;
import pim.dialect.graph.Graph;
import pim.dialect.graph.Window;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.tensor.Tensor;

/// Poolings, channel by channel. Maxima and sums are taken in double precision, which is exact for fixed-point numbers.
final class Pools {
    private Pools() {}

    static Tensor of(Graph.Pool op, Tensor x) {
        var result = Elements.zeros(op.result());
        int[] from = x.shape(), to = result.shape();
        IntStream.range(0, from[0] * from[1]).parallel().forEach(channel -> {
            var image = new double[from[2] * from[3]];
            Elements.read(x, channel * image.length, 1, image, 0, image.length);
            pool(op, image, from[2], from[3], result, channel * to[2] * to[3]);
        });
        return result;
    }

    /// Pools one image into the elements of the result from `at` on.
    private static void pool(Graph.Pool op, double[] image, int height, int width, Tensor result, int at) {
        var window = op.window();
        int down = result.shape()[2], across = result.shape()[3];
        boolean padding = op instanceof Graph.AveragePool average && average.countIncludePad();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                double value = taps(op, window, image, height, width, y, x);
                long rows = padding ? inside(window, 0, y, -window.pads()[0], height + window.pads()[2]) : inside(window, 0, y, 0, height);
                long columns = padding ? inside(window, 1, x, -window.pads()[1], width + window.pads()[3]) : inside(window, 1, x, 0, width);
                store(op, value, rows * columns, result, at + y * across + x);
            }
        }
    }

    /// How many taps of a window along an axis lie between `from` and `to`.
    private static long inside(Window window, int axis, int at, long from, long to) {
        return window.endTap(axis, at, to) - window.firstTap(axis, at, from);
    }

    /// The greatest or the sum of the taps within the image.
    private static double taps(Graph.Pool op, Window window, double[] image, int height, int width, int y, int x) {
        int top = (int) window.origin(0, y), left = (int) window.origin(1, x);
        int below = (int) window.dilations()[0], beside = (int) window.dilations()[1];
        int endY = (int) window.endTap(0, y, height), firstX = (int) window.firstTap(1, x, 0), endX = (int) window.endTap(1, x, width);
        boolean greatest = op instanceof Graph.MaxPool;
        double value = greatest ? Double.NEGATIVE_INFINITY : 0;
        for (int i = (int) window.firstTap(0, y, 0); i < endY; i++) {
            int row = (top + i * below) * width + left;
            if (greatest) for (int j = firstX; j < endX; j++) value = Math.max(value, image[row + j * beside]);
            else for (int j = firstX; j < endX; j++) value += image[row + j * beside];
        }
        return value;
    }

    private static void store(Graph.Pool op, double value, long count, Tensor result, int at) {
        boolean greatest = op instanceof Graph.MaxPool;
        switch (result) {
            case Tensor.Floats(_, var data) -> data[at] = (float) (greatest ? value : count == 0 ? 0 : value / count);
            case Tensor.Ints(_, var data) -> {
                int from = UniformType.of(op.input().type()).fraction();
                var to = UniformType.of(op.result());
                data[at] = greatest ? FixedPoint.requantize((long) value, from, to) : FixedPoint.average((long) value, count, from, to);
            }
            case Tensor.Longs _ -> throw new IllegalArgumentException("a network has no results of 64 bits");
        }
    }
}
