package pim.dialect.tile;

import java.util.Arrays;
import pim.dialect.quant.FixedPoint;
import pim.dialect.tile.VectorOp.Pool;

/// Runs a pooling. Along each axis a window has a range of taps that count, so that no tap is looked at in vain.
final class PoolKernel {
    private final Pool pool;
    private final FmapType in, out;
    private final int[] input, result;

    private PoolKernel(Pool pool, int[] input) {
        this.pool = pool;
        this.in = pool.inputType();
        this.out = pool.resultType();
        this.input = input;
        this.result = new int[Math.toIntExact(out.size())];
    }

    static int[] run(Pool pool, int[] input) {
        var kernel = new PoolKernel(pool, input);
        for (int y = 0; y < kernel.out.height(); y++) for (int x = 0; x < kernel.out.width(); x++) kernel.window(y, x);
        return kernel.result;
    }

    private void window(int y, int x) {
        var window = pool.window();
        long top = window.firstTap(0, y, 0), bottom = window.endTap(0, y, in.height());
        long left = window.firstTap(1, x, 0), right = window.endTap(1, x, in.width());
        int channels = in.channels(), to = (y * out.width() + x) * channels;
        var values = new long[channels];
        if (pool.kind() == VectorOp.PoolKind.MAX) Arrays.fill(values, in.numbers().min());
        for (long ky = top; ky < bottom; ky++) {
            for (long kx = left; kx < right; kx++) {
                int from = (int) (window.at(0, y, ky) * in.width() + window.at(1, x, kx)) * channels;
                switch (pool.kind()) {
                    case MAX -> {
                        for (int c = 0; c < channels; c++) values[c] = Math.max(values[c], input[from + c]);
                    }
                    case AVERAGE -> {
                        for (int c = 0; c < channels; c++) values[c] += input[from + c];
                    }
                }
            }
        }
        long count = Math.max(1, pool.taps(y, x));
        for (int c = 0; c < channels; c++) {
            result[to + c] = switch (pool.kind()) {
                case MAX -> FixedPoint.requantize(values[c], in.numbers().fraction(), out.numbers());
                case AVERAGE -> FixedPoint.average(values[c], count, in.numbers().fraction(), out.numbers());
            };
        }
    }
}
