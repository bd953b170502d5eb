package pim.dialect.graph.onnx;

import java.util.Arrays;
import java.util.List;
import pim.tensor.Tensor;

/// New orders of the elements of a tensor that is known at import; no element is computed.
final class Rearrangement {
    private Rearrangement() {}

    /// The distance in elements between neighbours along each axis.
    static int[] strides(int... shape) {
        var strides = new int[shape.length];
        for (int axis = shape.length - 1, step = 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= shape[axis];
        }
        return strides;
    }

    /// The tensor of `shape` whose element at `i` is the element `offset + sum(i[a] * strides[a])` of `tensor`.
    static Tensor strided(Tensor tensor, int[] shape, int offset, int... strides) {
        var sources = new int[Tensor.size(shape)];
        var index = new int[shape.length];
        for (int i = 0, at = offset; i < sources.length; i++) {
            sources[i] = at;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                at += strides[axis];
                if (++index[axis] < shape[axis]) break;
                at -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return elements(tensor, shape, sources);
    }

    /// `tensor` repeated along its axes of extent one and along new leading ones.
    static Tensor broadcast(Tensor tensor, int... shape) {
        var own = strides(tensor.shape());
        var strides = new int[shape.length];
        int missing = shape.length - own.length;
        for (int axis = 0; axis < own.length; axis++) strides[missing + axis] = tensor.shape()[axis] == 1 ? 0 : own[axis];
        return strided(tensor, shape, 0, strides);
    }

    static Tensor transpose(Tensor tensor, int... permutation) {
        var own = strides(tensor.shape());
        return strided(tensor, Arrays.stream(permutation).map(p -> tensor.shape()[p]).toArray(), 0, Arrays.stream(permutation).map(p -> own[p])
            .toArray());
    }

    /// Along each axis the elements from `starts` on, `steps` apart (which may be negative), as many as `shape` says.
    static Tensor slice(Tensor tensor, int[] starts, int[] steps, int... shape) {
        var strides = strides(tensor.shape());
        int offset = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            offset += starts[axis] * strides[axis];
            strides[axis] *= steps[axis];
        }
        return strided(tensor, shape, offset, strides);
    }

    /// The slices at `indices` along `axis`; the axis is replaced by those of `indices`, which all lie within it.
    static Tensor gather(Tensor tensor, Tensor.Longs indices, int axis) {
        var from = tensor.shape();
        int rank = indices.shape().length;
        var shape = new int[from.length - 1 + rank];
        System.arraycopy(from, 0, shape, 0, axis);
        System.arraycopy(indices.shape(), 0, shape, axis, rank);
        System.arraycopy(from, axis + 1, shape, axis + rank, from.length - axis - 1);
        int inner = strides(from)[axis], outer = inner * from[axis], picked = indices.size();
        var sources = new int[Tensor.size(shape)];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = i / (inner * picked) * outer + (int) indices.data()[i / inner % picked] * inner + i % inner;
        }
        return elements(tensor, shape, sources);
    }

    /// Tensors of one kind, one after the other along `axis`.
    static Tensor concat(List<Tensor> tensors, int axis) {
        var shape = tensors.getFirst().shape().clone();
        shape[axis] = tensors.stream().mapToInt(t -> t.shape()[axis]).sum();
        int inner = strides(shape)[axis], outer = inner * shape[axis], size = Tensor.size(shape);
        var joined = switch (tensors.getFirst()) {
            case Tensor.Floats _ -> new Tensor.Floats(shape, new float[size]);
            case Tensor.Ints _ -> new Tensor.Ints(shape, new int[size]);
            case Tensor.Longs _ -> new Tensor.Longs(shape, new long[size]);
        };
        int start = 0;
        for (var part : tensors) {
            int run = inner * part.shape()[axis];
            for (int i = 0; run > 0 && i < part.size() / run; i++) System.arraycopy(array(part), i * run, array(joined), i * outer + start, run);
            start += run;
        }
        return joined;
    }

    private static Object array(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Floats t -> t.data();
            case Tensor.Ints t -> t.data();
            case Tensor.Longs t -> t.data();
        };
    }

    private static Tensor elements(Tensor tensor, int[] shape, int[] sources) {
        return switch (tensor) {
            case Tensor.Floats t -> {
                var data = new float[sources.length];
                for (int i = 0; i < data.length; i++) data[i] = t.data()[sources[i]];
                yield new Tensor.Floats(shape, data);
            }
            case Tensor.Ints t -> new Tensor.Ints(shape, Arrays.stream(sources).map(i -> t.data()[i]).toArray());
            case Tensor.Longs t -> new Tensor.Longs(shape, Arrays.stream(sources).mapToLong(i -> t.data()[i]).toArray());
        };
    }
}
