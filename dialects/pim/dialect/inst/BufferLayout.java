package pim.dialect.inst;

import java.util.Arrays;
import pim.dialect.tile.FmapType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// How a feature map lies in global memory: row by row, pixel by pixel, a pixel's channels side by side, with a halo of further pixels around.
/// All that is not named otherwise counts bytes.
///
/// @param width of one element
public record BufferLayout(int channels, int height, int fmapWidth, int width, int top, int left, int bottom, int right) {
    public static BufferLayout of(Type type, long[] halo) {
        return switch (type) {
            case FmapType f -> new BufferLayout(f.channels(), f.height(), f.width(), Width.ofElement(f.element()),
                (int) halo[0], (int) halo[1], (int) halo[2], (int) halo[3]);
            case RankedTensorType t -> new BufferLayout(Math.toIntExact(t.shape().elementCount()), 1, 1, Width.ofElement(t.element()), 0, 0, 0, 0);
            default -> throw new IllegalArgumentException("no layout of " + type);
        };
    }

    /// Whether a buffer of `type` is larger than any that can be addressed with [Count#LARGEST]. Floats do not overflow.
    static boolean isTooLarge(Type type, long[] halo) {
        double elements = switch (type) {
            case FmapType f -> f.channels() * ((double) f.height() + halo[0] + halo[2]) * ((double) f.width() + halo[1] + halo[3]);
            case RankedTensorType t -> Arrays.stream(t.shape().toLongs()).asDoubleStream().reduce(1, (a, b) -> a * b);
            default -> throw new IllegalArgumentException("no layout of " + type);
        };
        Type element = type instanceof FmapType f ? f.element() : ((RankedTensorType) type).element();
        return elements * Width.ofElement(element) > Count.LARGEST;
    }

    public long elements() {
        return (long) channels * height * fmapWidth;
    }

    /// From one pixel to the next.
    public long pixel() {
        return (long) channels * width;
    }

    /// From one row to the next.
    public long row() {
        return (left + (long) fmapWidth + right) * pixel();
    }

    /// The pixels of one row, without the halo.
    public long inner() {
        return fmapWidth * pixel();
    }

    /// The whole buffer.
    public long bytes() {
        return (top + (long) height + bottom) * row();
    }

    /// Where pixel `(y, x)` lies; those of the halo have coordinates below zero or behind the end.
    public long at(long y, long x) {
        return (top + y) * row() + (left + x) * pixel();
    }

    /// Whether there is no halo, so that the elements follow each other without gaps.
    public boolean plain() {
        return top == 0 && left == 0 && bottom == 0 && right == 0;
    }
}
