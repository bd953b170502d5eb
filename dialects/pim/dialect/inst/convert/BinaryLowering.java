package pim.dialect.inst.convert;

import java.util.ArrayList;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.Offset;
import pim.dialect.inst.Place.Local;
import pim.dialect.inst.Span;

/// Arithmetic of two maps, element by element. An operand that is the same all along an axis is spread out in local memory.
final class BinaryLowering {
    private final CoreBuilder core;
    private final MapLowering layer;
    private final long pixel, channels;

    private BinaryLowering(MapLowering layer) {
        this.layer = layer;
        core = layer.core();
        pixel = layer.result().layout().pixel();
        channels = layer.result().layout().channels();
    }

    static void lower(MapLowering layer, FnAttr.Kind kind) {
        var fn = FnAttr.of(kind, layer.numbers().get(0), layer.numbers().get(1), layer.resultNumbers());
        boolean together = layer.result().layout().plain()
            && layer.operands().stream().allMatch(o -> o.layout().plain() && o.sameExtents(layer.result()));
        new BinaryLowering(together ? asOneRow(layer) : layer).emit(fn);
    }

    private static MapLowering asOneRow(MapLowering layer) {
        return new MapLowering(layer.core(), layer.operands().stream().map(Stored::asOneRow).toList(), layer.numbers(), layer.result().asOneRow(),
            layer.resultNumbers(),
            layer.budget());
    }

    private void emit(FnAttr fn) {
        var to = layer.result();
        // Both operands and, for each that must be spread, what it is spread from.
        long each = 2 * pixel, once = 0;
        for (var operand : layer.operands()) {
            if (isWhole(operand)) continue;
            if (operand.layout().fmapWidth() > 1) each += operand.layout().pixel();
            else once += operand.layout().pixel();
        }
        var chunks = Chunks.of(0, to.layout().fmapWidth(), Math.max(1, (layer.budget() - once) / each));
        var spread = new ArrayList<Local>();
        var narrow = new ArrayList<Local>();
        for (var operand : layer.operands()) {
            spread.add(core.alloc(chunks.length() * pixel));
            narrow.add(isWhole(operand) ? null : core.alloc((operand.layout().fmapWidth() > 1 ? chunks.length() : 1) * operand.layout().pixel()));
        }
        core.loop(0, to.layout().height(), 1, y -> chunks.emit(core, (x, n) -> {
            for (int i = 0; i < 2; i++) load(layer.operands().get(i), y, x, n, spread.get(i), narrow.get(i));
            core.vec(fn, spread.getFirst(), spread.get(0), spread.get(1), n * channels);
            core.store(to.at(y, x), spread.getFirst(), n * pixel);
        }));
    }

    private boolean isWhole(Stored operand) {
        return operand.layout().channels() == channels && operand.layout().fmapWidth() == layer.result().layout().fmapWidth();
    }

    private void load(Stored operand, Offset y, Offset x, long n, Local spread, Local narrow) {
        var l = operand.layout();
        var from = operand.at(l.height() > 1 ? y : Offset.ZERO, l.fmapWidth() > 1 ? x : Offset.ZERO);
        long pixels = l.fmapWidth() > 1 ? n : 1, element = l.width();
        core.load(narrow == null ? spread : narrow, from, pixels * l.pixel());
        if (narrow == null) return;
        if (l.channels() == channels) core.copy(spread, narrow, new Span(pixel, n, 0));
        else if (pixels == 1) core.copy(spread, narrow, new Span(element, n * channels, 0));
        else core.loop(0, n, 1, i -> core.copy(spread.plus(i.times(pixel)), narrow.plus(i.times(element)), new Span(element, channels, 0)));
    }
}
