package pim.dialect.inst.convert;

import java.util.Optional;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.Place.Local;

/// Layers that compute each pixel of the result from that of their operand: activations, softmax, normalisation and mean over channels.
/// Rows are loaded in pieces as long as local memory allows.
final class PixelLowering {
    private PixelLowering() {}

    static void activation(MapLowering layer, ActivationAttr function) {
        lower(layer, FnAttr.of(FnAttr.Kind.ACTIVATE, layer.operandNumbers(), layer.resultNumbers()).with(Optional.of(function)));
    }

    static void softmax(MapLowering layer) {
        lower(layer, FnAttr.of(FnAttr.Kind.SOFTMAX, layer.operandNumbers(), layer.resultNumbers()));
    }

    static void lrn(MapLowering layer, long size, double alpha, double beta, double bias) {
        lower(layer, FnAttr.of(FnAttr.Kind.LRN, layer.operandNumbers(), layer.resultNumbers()).with((double) size, alpha, beta, bias));
    }

    static void mean(MapLowering layer) {
        lower(layer, FnAttr.of(FnAttr.Kind.MEAN, layer.operandNumbers(), layer.resultNumbers()));
    }

    private static void lower(MapLowering layer, FnAttr fn) {
        var core = layer.core();
        boolean together = layer.operand().layout().plain() && layer.result().layout().plain();
        var from = together ? layer.operand().asOneRow() : layer.operand();
        var to = together ? layer.result().asOneRow() : layer.result();
        long in = from.layout().pixel(), out = to.layout().pixel(), channels = from.layout().channels();
        var chunks = Chunks.of(0, from.layout().fmapWidth(), layer.fits(in + out));
        var operand = core.alloc(chunks.length() * in);
        var result = core.alloc(chunks.length() * out);
        core.loop(0, from.layout().height(), 1, y -> chunks.emit(core, (x, n) -> {
            core.load(operand, from.at(y, x), n * in);
            if (fn.kind().elementwise()) core.vec(fn, result, operand, n * channels);
            else core.loop(0, n, 1, i -> core.vec(fn, result.plus(i.times(out)), operand.plus(i.times(in)), channels));
            core.store(to.at(y, x), result, n * out);
        }));
    }

    /// Brings a chunk of pixels to other numbers in place; nothing where they are the same.
    static void requantize(CoreBuilder core, Fixed from, Fixed to, Local elements, long length) {
        if (!from.equals(to)) core.vec(FnAttr.of(FnAttr.Kind.REQUANTIZE, from, to), elements, elements, length);
    }
}
