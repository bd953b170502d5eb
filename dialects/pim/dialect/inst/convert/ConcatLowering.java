package pim.dialect.inst.convert;

import pim.dialect.inst.Fixed;
import pim.dialect.inst.Span;
import pim.dialect.tile.Axis;

/// Feature maps brought behind each other along an axis, each requantised to the numbers of the result. Of one map it is a copy to another layout.
final class ConcatLowering {
    private ConcatLowering() {}

    static void lower(MapLowering layer, Axis axis) {
        long at = 0;
        for (int i = 0; i < layer.operands().size(); i++) {
            var operand = layer.operands().get(i);
            part(layer, operand, layer.numbers().get(i), axis, at);
            at += switch (axis) {
                case C -> operand.layout().channels();
                case H -> operand.layout().height();
                case W -> operand.layout().fmapWidth();
            };
        }
    }

    /// One operand, which begins at coordinate `at` of the result along the axis.
    private static void part(MapLowering layer, Stored from, Fixed numbers, Axis axis, long at) {
        var core = layer.core();
        var l = from.layout();
        var to = layer.result();
        long pixel = l.pixel(), dc = axis == Axis.C ? at * l.width() : 0, dy = axis == Axis.H ? at : 0, dx = axis == Axis.W ? at : 0;
        boolean together = l.plain() && to.layout().plain() && l.fmapWidth() == to.layout().fmapWidth();
        long rows = together ? 1 : l.height(), width = together ? (long) l.height() * l.fmapWidth() : l.fmapWidth();
        var chunks = Chunks.of(0, width, layer.fits(pixel));
        var pixels = core.alloc(chunks.length() * pixel);
        core.loop(0, rows, 1, y -> chunks.emit(core, (x, n) -> {
            core.load(pixels, from.at(y, x), n * pixel);
            PixelLowering.requantize(core, numbers, layer.resultNumbers(), pixels, n * l.channels());
            core.store(to.at(y.plus(dy), x.plus(dx)).plus(dc), pixels, new Span(pixel, n, to.layout().pixel()));
        }));
    }
}
