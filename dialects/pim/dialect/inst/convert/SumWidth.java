package pim.dialect.inst.convert;

import pim.dialect.tile.MatrixOp.Conv2d;
import pim.ir.Resources;

/// How wide the exact sums of a convolution must be, so that none overflows whatever the input.
final class SumWidth {
    private SumWidth() {}

    /// 32 bits where that is enough, else 64.
    ///
    /// @param bits  of inputs and weights
    /// @param shift what biases are shifted by to the left
    static int of(Conv2d conv, int bits, int shift, Resources resources) {
        long products = conv.unfolding().rows(1) << 2 * (bits - 1);
        return products + bias(conv, shift, resources) <= Integer.MAX_VALUE ? 32 : 64;
    }

    /// The greatest magnitude of a shifted bias; more than 32 bits hold where its values are not known.
    private static long bias(Conv2d conv, int shift, Resources resources) {
        if (conv.bias().isEmpty()) return 0;
        var bytes = resources.get(conv.bias().get().key());
        if (bytes == null || shift > Integer.SIZE - 1) return 1L << Integer.SIZE;
        long greatest = 0;
        while (bytes.remaining() >= Integer.BYTES) greatest = Math.max(greatest, Math.abs((long) bytes.getInt()));
        return greatest << Math.max(0, shift);
    }
}
