package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pim.dialect.inst.Place.Global;
import pim.dialect.inst.Span;
import pim.dialect.tile.LayoutOp.Move;

/// Elements brought to other places. Both maps are plain, so that the number of an element tells its place.
///
/// What lies side by side on both sides is moved together, and many such pieces by one strided load and one strided store, along the axis on which
/// there are the most; the other axes are loops.
final class MoveLowering {
    private record Axis(long extent, long from, long to) {}

    private MoveLowering() {}

    static void lower(MapLowering layer, Move move) {
        int width = layer.operand().layout().width();
        if (!coversResult(move)) fill(layer, move.fill(), width);
        var axes = new ArrayList<Axis>();
        for (int i = 0; i < move.extents().length; i++) {
            if (move.extents()[i] != 1) axes.add(new Axis(move.extents()[i], move.fromStrides()[i] * width, move.toStrides()[i] * width));
        }
        long size = width;
        for (Axis next; (next = beside(axes, size)) != null; axes.remove(next)) size *= next.extent;
        var many = axes.stream().max(Comparator.comparingLong(Axis::extent)).orElse(new Axis(1, size, size));
        axes.remove(many);
        var pieces = Chunks.of(0, size, layer.budget());
        var chunks = Chunks.of(0, many.extent, layer.fits(pieces.length()));
        var buffer = layer.core().alloc(pieces.length() * chunks.length());
        Body body = (from, to) -> chunks.emit(layer.core(), (first, n) -> pieces.emit(layer.core(), (at, bytes) -> {
            layer.core().load(buffer, from.plus(first.times(many.from)).plus(at), new Span(bytes, n, many.from));
            layer.core().store(to.plus(first.times(many.to)).plus(at), buffer, new Span(bytes, n, many.to));
        }));
        nest(layer, axes, body, Global.of(layer.operand().memory()).plus(move.fromOffset() * width),
            Global.of(layer.result().memory()).plus(move.toOffset() * width));
    }

    private interface Body {
        void emit(Global from, Global to);
    }

    /// An axis along which pieces of `size` bytes lie one behind the other on both sides; null when there is none.
    private static Axis beside(List<Axis> axes, long size) {
        return axes.stream().filter(a -> a.from == size && a.to == size).findFirst().orElse(null);
    }

    private static void nest(MapLowering layer, List<Axis> axes, Body body, Global from, Global to) {
        if (axes.isEmpty()) {
            body.emit(from, to);
            return;
        }
        var axis = axes.getFirst();
        layer.core().loop(0, axis.extent, 1, i ->
            nest(layer, axes.subList(1, axes.size()), body, from.plus(i.times(axis.from)), to.plus(i.times(axis.to))));
    }

    private static boolean coversResult(Move move) {
        return Arrays.stream(move.extents()).reduce(1, Math::multiplyExact) == move.resultType().size();
    }

    private static void fill(MapLowering layer, long value, int width) {
        var core = layer.core();
        long elements = layer.result().layout().elements();
        var chunks = Chunks.of(0, elements, layer.budget() / width);
        var buffer = core.alloc(chunks.length() * width);
        core.write(buffer, chunks.length(), value, width);
        chunks.emit(core, (first, n) -> core.store(Global.of(layer.result().memory()).plus(first.times(width)), buffer, n * width));
    }
}
