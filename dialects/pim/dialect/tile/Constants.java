package pim.dialect.tile;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Resources;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Shape;
import pim.tensor.Storage;
import pim.tensor.Tensor;

/// The constants of a network as resources of fixed-point numbers.
record Constants(Resources resources) {
    /// The resource behind the constant, its elements in the same order under the shape.
    DenseResourceAttr resource(Graph.Constant constant, long... shape) {
        return resource(constant, new RankedTensorType(Shape.of(shape), UniformType.of(constant.result()), null));
    }

    private DenseResourceAttr resource(Graph.Constant constant, RankedTensorType type) {
        return switch (constant.value()) {
            case DenseResourceAttr stored -> new DenseResourceAttr(stored.key(), type);
            case DenseElementsAttr(_, var raw) -> {
                int bytes = bytes((UniformType) type.element());
                var all = new byte[Math.toIntExact(type.shape().elementCount() * bytes)];
                // A splat is one element for all.
                for (int i = 0; i < all.length; i++) all[i] = raw[i % raw.length];
                yield put("constant", type, all);
            }
            default -> throw new IllegalStateException("a constant is dense elements or a resource, not " + constant.value());
        };
    }

    /// The constant with its elements in the order of memory.
    LayoutOp.Constant map(Graph.Constant constant, Layout layout) {
        var type = new RankedTensorType(Shape.of(layout.type().size()), layout.type().element(), null);
        var network = resource(constant, type);
        if (layout.isRowMajor()) return new LayoutOp.Constant(network, layout.type());
        int bytes = bytes(layout.type().numbers()), count = (int) layout.type().size();
        var places = layout.toMemory(IntStream.range(0, count).toArray());
        var from = resources.get(network.key());
        var memory = new byte[count * bytes];
        for (int i = 0; i < count; i++) for (int b = 0; b < bytes; b++) memory[i * bytes + b] = from.get(places[i] * bytes + b);
        return new LayoutOp.Constant(put(network.key() + ".hwc", type, memory), layout.type());
    }

    /// The resource of those bytes, under a key like the one given.
    private DenseResourceAttr put(String like, RankedTensorType type, byte[] bytes) {
        var key = like;
        for (int i = 1; resources.get(key) != null && !resources.get(key).equals(ByteBuffer.wrap(bytes)); i++) key = like + "_" + i;
        resources.put(key, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return new DenseResourceAttr(key, type);
    }

    /// The integers in the resource; null when there are none of it, or not as many bytes as it must have.
    int[] read(DenseResourceAttr resource) {
        var bytes = resources.get(resource.key());
        int count = Math.toIntExact(resource.type().shape().elementCount());
        var storage = storage((UniformType) resource.type().element());
        if (bytes == null || bytes.remaining() != storage.bytes(count)) return null;
        return ((Tensor.Ints) storage.read(MemorySegment.ofBuffer(bytes), count)).data();
    }

    private static int bytes(UniformType type) {
        return storage(type).bytes();
    }

    private static Storage storage(UniformType type) {
        return type.bits() <= 8 ? Storage.I8 : type.bits() <= 16 ? Storage.I16 : Storage.I32;
    }
}
