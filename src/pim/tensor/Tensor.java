package pim.tensor;

import java.util.Arrays;

/// A dense tensor in row-major order, with its values in one primitive array.
///
/// Fixed-point values of 32 bits and fewer are [Ints], accumulators [Longs]. The arrays are not copied: who makes a tensor gives them away.
public sealed interface Tensor {
    int[] shape();

    /// The number of elements, the product of the shape.
    default int size() {
        return size(shape());
    }

    /// The same elements in the same order under another shape of the same size.
    Tensor reshaped(int... shape);

    static int size(int... shape) {
        int size = 1;
        for (int d : shape) size = Math.multiplyExact(size, d);
        return size;
    }

    record Floats(int[] shape, float[] data) implements Tensor {
        public Floats {
            check(shape, data.length);
        }

        @Override public Floats reshaped(int... shape) {
            return new Floats(shape, data);
        }

        @Override public boolean equals(Object o) {
            return o instanceof Floats t && Arrays.equals(shape, t.shape) && Arrays.equals(data, t.data);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(data);
        }
    }

    record Ints(int[] shape, int[] data) implements Tensor {
        public Ints {
            check(shape, data.length);
        }

        @Override public Ints reshaped(int... shape) {
            return new Ints(shape, data);
        }

        @Override public boolean equals(Object o) {
            return o instanceof Ints t && Arrays.equals(shape, t.shape) && Arrays.equals(data, t.data);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(data);
        }
    }

    record Longs(int[] shape, long[] data) implements Tensor {
        public Longs {
            check(shape, data.length);
        }

        @Override public Longs reshaped(int... shape) {
            return new Longs(shape, data);
        }

        @Override public boolean equals(Object o) {
            return o instanceof Longs t && Arrays.equals(shape, t.shape) && Arrays.equals(data, t.data);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(data);
        }
    }

    private static void check(int[] shape, int length) {
        if (size(shape) != length) throw new IllegalArgumentException("a tensor of shape " + Arrays.toString(shape) + " holds " + size(shape)
            + " elements, not " + length);
    }
}
