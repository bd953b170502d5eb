package pim.dialect.tile;

import java.util.Arrays;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// How a network's tensor lies in a feature map.
///
/// The tensor `[1, C, H, W]` of an image is the map `CxHxW`, whose memory has the channel innermost. Any other tensor is row-major in memory, its
/// last axis the channels: `[F]` and `[1, F]` are `Fx1x1`, `[1, T, D]` is `DxTx1`; of more axes all before the last two are the rows.
///
/// @param shape   extents of the tensor
/// @param strides how many elements of memory lie between neighbours along each axis of the tensor
public record Layout(long[] shape, FmapType type, long[] strides) {
    public static Layout of(long[] shape, Type element) {
        if (!isImage(shape)) return lastInnermost(shape, element);
        var type = new FmapType(extent(shape[1]), extent(shape[2]), extent(shape[3]), element);
        return new Layout(shape, type, new long[] {type.size(), Axis.C.stride(type), Axis.H.stride(type), Axis.W.stride(type)});
    }

    public static Layout of(RankedTensorType tensor) {
        return of(tensor.shape().toLongs(), tensor.element());
    }

    /// The tensor row-major in memory, its last axis the channels, be it an image or not.
    static Layout lastInnermost(long[] shape, Type element) {
        long first = 1;
        for (int axis = 0; axis < shape.length - 2; axis++) first *= shape[axis];
        long channels = shape.length == 0 ? 1 : shape[shape.length - 1], middle = shape.length < 2 ? 1 : shape[shape.length - 2];
        return first == 1 ? rowMajor(shape, middle, 1, channels, element) : rowMajor(shape, first, middle, channels, element);
    }

    /// The tensor in a map of the three extents, row-major in memory; the extents have as many elements as the tensor.
    static Layout rowMajor(long[] shape, long height, long width, long channels, Type element) {
        return new Layout(shape, new FmapType(extent(channels), extent(height), extent(width), element), rowMajor(shape));
    }

    static boolean isImage(long[] shape) {
        return shape.length == 4 && shape[0] == 1;
    }

    private static int extent(long value) {
        return Math.toIntExact(value);
    }

    static long[] rowMajor(long[] shape) {
        var strides = new long[shape.length];
        long run = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = run;
            run *= shape[axis];
        }
        return strides;
    }

    /// Whether each element lies at the same place of memory as in `other`, which is of the same shape.
    boolean sameMemory(Layout other) {
        for (int axis = 0; axis < shape.length; axis++) if (shape[axis] != 1 && strides[axis] != other.strides[axis]) return false;
        return true;
    }

    /// Whether the elements, counted as the network does, lie one behind the other.
    boolean isRowMajor() {
        return sameMemory(new Layout(shape, type, rowMajor(shape)));
    }

    /// The elements, given in the order of the network, in the order of memory.
    public int[] toMemory(int[] values) {
        var memory = new int[values.length];
        if (isRowMajor()) System.arraycopy(values, 0, memory, 0, values.length);
        else walk((network, at) -> memory[at] = values[network]);
        return memory;
    }

    /// The elements, given in the order of memory, in the order of the network.
    public int[] toNetwork(int[] memory) {
        if (isRowMajor()) return memory.clone();
        var values = new int[memory.length];
        walk((network, at) -> values[network] = memory[at]);
        return values;
    }

    private interface Place {
        void at(int network, int memory);
    }

    private void walk(Place place) {
        var index = new long[shape.length];
        long memory = 0;
        for (int network = 0; network < type.size(); network++) {
            place.at(network, (int) memory);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                memory += strides[axis];
                if (++index[axis] < shape[axis]) break;
                memory -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
    }

    @Override public boolean equals(Object o) {
        return o instanceof Layout other && Arrays.equals(shape, other.shape) && type.equals(other.type) && Arrays.equals(strides, other.strides);
    }

    @Override public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(shape);
    }
}
