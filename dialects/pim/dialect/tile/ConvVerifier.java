package pim.dialect.tile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.LongStream;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp.Replica;

/// What must hold of a convolution as a whole.
final class ConvVerifier {
    private ConvVerifier() {}

    /// What is wrong with `conv`, as it reads behind `tile.conv2d`; null when nothing is.
    static String verify(Conv2d conv) {
        var wrong = weights(conv);
        if (wrong == null) wrong = WindowVerifier.numbers(conv.window());
        if (wrong == null) wrong = channels(conv);
        if (wrong == null) wrong = WindowVerifier.result(conv.window(), conv.inputType(), conv.resultType(), false);
        if (wrong == null) wrong = unfold(conv);
        return wrong != null ? wrong : replicas(conv);
    }

    /// What is wrong with the weights, so that there are no matrices of them; null when nothing is.
    static String weights(Conv2d conv) {
        var shape = conv.weights().type().shape();
        if (shape == null || shape.rank() != 4 || !shape.isStatic()) {
            return "expects weights of 4 static extents (output, input, height, width), but got " + conv.weights().type();
        }
        if (!(conv.weights().type().element() instanceof UniformType)) {
            return "expects weights of fixed-point numbers, but got " + conv.weights().type();
        }
        if (conv.groups() < 1) return "expects at least 1 convolution group, but got " + conv.groups();
        if (shape.extent(0) % conv.groups() == 0) return null;
        return "expects weights for a multiple of " + conv.groups() + " output channels, but got " + shape.extent(0);
    }

    private static String channels(Conv2d conv) {
        long outputs = conv.weights().type().shape().extent(0), inputs = conv.weights().type().shape().extent(1) * conv.groups();
        if (conv.inputType().channels() != inputs) return "expects an input of " + inputs + " channels, but got " + conv.inputType().channels();
        if (conv.resultType().channels() != outputs) return "expects a result of " + outputs + " channels, but got " + conv.resultType().channels();
        if (conv.bias().isEmpty()) return null;
        var bias = conv.bias().get().type().shape();
        boolean fits = bias != null && bias.rank() == 1 && bias.extent(0) == outputs && conv.bias().get().type().element() instanceof UniformType;
        return fits ? null : "expects a bias of " + outputs + " fixed-point numbers, but got " + conv.bias().get().type();
    }

    private static String unfold(Conv2d conv) {
        if (conv.unfold().isEmpty()) return null;
        var unfold = conv.unfold().get();
        if (unfold.length != 3) return "expects 3 numbers (H, W, P) to unfold to, but got " + unfold.length;
        var u = conv.unfolding();
        var formats = LongStream.of(u.rows(1), u.inputs() * u.kernelWidth(), u.inputs()).mapToObj(u::format).toList();
        for (var format : formats) if (Arrays.equals(unfold, format)) return piecesWithin(conv, u, format[0]);
        var expected = String.join(" or ", formats.stream().map(Arrays::toString).distinct().toList());
        return "expects to unfold to " + expected + ", but got " + Arrays.toString(unfold);
    }

    /// No array group holds rows of two matrices that lie along the height.
    private static String piecesWithin(Conv2d conv, Unfolding u, long height) {
        for (var replica : conv.replicas()) {
            for (var group : replica.groups()) {
                long n = group.groupEnd() - group.groupBegin(), piece = height * n;
                if (piece > 0 && piece < u.rows(n) && group.rowBegin() / piece != (group.rowEnd() - 1) / piece) {
                    return "expects each array group within one of the matrices of " + piece + " rows it unfolds to, but got " + group.arrayGroup();
                }
            }
        }
        return null;
    }

    /// The windows of the replicas are each window of the result once.
    private static String replicas(Conv2d conv) {
        for (var op : conv.body().entry()) {
            if (!op.has(Replica.class)) return "expects only 'tile.replica' in its body, but got '" + op.name() + "'";
        }
        var replicas = conv.replicas().stream().sorted(Comparator.comparingLong(Replica::begin)).toList();
        if (replicas.isEmpty()) return null;
        long next = 0;
        for (var replica : replicas) {
            var got = ", but got " + ArrayGroup.range(replica.begin(), replica.end());
            if (replica.begin() >= replica.end()) return "expects a replica with windows" + got;
            if (replica.begin() != next) return "expects a replica whose windows begin with " + next + got;
            next = replica.end();
        }
        long windows = conv.resultType().pixels();
        return next == windows ? null : "expects replicas for the windows [0, " + windows + "), but got " + ArrayGroup.range(0, next);
    }
}
