package pim.dialect.inst.convert;

import pim.dialect.graph.Window;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.Offset;
import pim.dialect.inst.Place.Local;
import pim.dialect.inst.Span;
import pim.dialect.tile.VectorOp.PoolKind;

/// Pooling: windows whose taps all lie within the input, and those at each border, have loops of their own.
final class PoolLowering {
    private final CoreBuilder core;
    private final MapLowering layer;
    private final Window window;
    private final PoolKind kind;
    private final boolean countIncludePad;
    private final long pixel, channels;
    private final Fixed numbers, sums;
    /// How many taps of a row are loaded together.
    private final long together;
    private final Local taps, gathered, result;

    private PoolLowering(MapLowering layer, PoolKind kind, Window window, boolean countIncludePad) {
        this.layer = layer;
        this.kind = kind;
        this.window = window;
        this.countIncludePad = countIncludePad;
        core = layer.core();
        pixel = layer.operand().layout().pixel();
        channels = layer.operand().layout().channels();
        numbers = layer.operandNumbers();
        long greatest = window.kernel()[0] * window.kernel()[1] << numbers.bits() - 1;
        sums = kind == PoolKind.MAX ? numbers : new Fixed(greatest <= Integer.MAX_VALUE ? 32 : 64, numbers.fraction());
        long width = Math.min(window.kernel()[1], layer.operand().layout().fmapWidth());
        gathered = core.alloc(channels * sums.bytes());
        result = core.alloc(layer.result().layout().pixel());
        together = pixel * (width + 1) + channels * sums.bytes() <= layer.budget() ? width : 1;
        taps = core.alloc(pixel * together);
    }

    static void lower(MapLowering layer, PoolKind kind, Window window, boolean countIncludePad) {
        var from = layer.operand().layout();
        var to = layer.result().layout();
        var pool = new PoolLowering(layer, kind, window, countIncludePad);
        for (var y : PoolAxis.of(window, 0, from.height(), to.height())) {
            for (var x : PoolAxis.of(window, 1, from.fmapWidth(), to.fmapWidth())) pool.emit(y, x);
        }
    }

    private void emit(PoolAxis ys, PoolAxis xs) {
        var fn = function(ys, xs);
        core.loop(ys.begin(), ys.end(), 1, y -> core.loop(xs.begin(), xs.end(), 1, x -> {
            var first = layer.operand().at(place(0, y, ys.tapBegin()), place(1, x, xs.tapBegin()));
            boolean empty = ys.taps() == 0 || xs.taps() == 0;
            if (kind == PoolKind.MAX && !empty) core.load(gathered, first, pixel);
            else core.write(gathered, channels, kind == PoolKind.MAX ? numbers.type().min() : 0, sums.bytes());
            if (!empty) core.loop(ys.tapBegin(), ys.tapEnd(), 1, ky -> {
                var row = layer.operand().at(place(0, y).plus(ky.times(window.dilations()[0])), place(1, x, xs.tapBegin()));
                long apart = window.dilations()[1] * pixel;
                if (together > 1) core.load(taps, row, new Span(pixel, xs.taps(), apart));
                core.loop(0, xs.taps(), 1, kx -> {
                    if (together == 1) core.load(taps, row.plus(kx.times(apart)), pixel);
                    gather(together == 1 ? taps : taps.plus(kx.times(pixel)));
                });
            });
            boolean same = sums.equals(layer.resultNumbers());
            if (!same) core.vec(fn, result, gathered, channels);
            core.store(layer.result().at(y, x), same ? gathered : result, layer.result().layout().pixel());
        }));
    }

    /// What makes the result of what was gathered.
    private FnAttr function(PoolAxis ys, PoolAxis xs) {
        if (kind == PoolKind.MAX) return FnAttr.of(FnAttr.Kind.REQUANTIZE, sums, layer.resultNumbers());
        long count = Math.max(1, countIncludePad ? ys.padded() * xs.padded() : ys.taps() * xs.taps());
        return FnAttr.of(FnAttr.Kind.AVERAGE, sums, layer.resultNumbers()).with((double) count);
    }

    private void gather(Local tap) {
        if (kind == PoolKind.MAX) core.vec(FnAttr.of(FnAttr.Kind.MAX, numbers, numbers, numbers), gathered, gathered, tap, channels);
        else core.vec(FnAttr.of(FnAttr.Kind.ACCUMULATE, sums, numbers, sums), gathered, gathered, tap, channels);
    }

    /// The coordinate of a window's first tap, be it within the input or not.
    private Offset place(int axis, Offset windowNumber) {
        return windowNumber.times(window.strides()[axis]).plus(-window.pads()[axis]);
    }

    private Offset place(int axis, Offset windowNumber, long tap) {
        return place(axis, windowNumber).plus(tap * window.dilations()[axis]);
    }
}
