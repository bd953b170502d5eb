package pim.dialect.tile;

import java.util.Comparator;
import java.util.stream.IntStream;

/// What must hold of a move: it stays within both maps and writes no element twice.
final class MoveVerifier {
    private MoveVerifier() {}

    static String verify(LayoutOp.Move move) {
        int loops = move.extents().length;
        if (move.fromStrides().length != loops) return "expects " + loops + " strides to move from, but got " + move.fromStrides().length;
        if (move.toStrides().length != loops) return "expects " + loops + " strides to move to, but got " + move.toStrides().length;
        for (long extent : move.extents()) if (extent < 1) return "expects extents of at least 1, but got " + extent;
        var wrong = within("read", move.extents(), move.fromOffset(), move.fromStrides(), move.inputType());
        if (wrong == null) wrong = within("written", move.extents(), move.toOffset(), move.toStrides(), move.resultType());
        if (wrong == null && !move.inputType().element().equals(move.resultType().element())) {
            wrong = "expects a result of element type " + move.inputType().element() + ", but got " + move.resultType().element();
        }
        return wrong != null ? wrong : writtenOnce(move.extents(), move.toStrides());
    }

    private static String within(String what, long[] extents, long offset, long[] strides, FmapType type) {
        long low = offset, high = offset;
        for (int k = 0; k < extents.length; k++) {
            long reach = (extents[k] - 1) * strides[k];
            if (reach < 0) low += reach;
            else high += reach;
        }
        if (low >= 0 && high < type.size()) return null;
        return "expects elements to be " + what + " within " + ArrayGroup.range(0, type.size()) + ", but got " + ArrayGroup.range(low, high + 1);
    }

    /// Each loop, by growing stride, steps over all that the loops of smaller strides reach.
    private static String writtenOnce(long[] extents, long[] strides) {
        long reach = 0;
        var loops = IntStream.range(0, extents.length).filter(k -> extents[k] > 1).boxed();
        for (int k : loops.sorted(Comparator.comparingLong(k -> Math.abs(strides[k]))).toList()) {
            if (Math.abs(strides[k]) <= reach) {
                return "expects to write no element twice, so a stride to move to of more than " + reach + ", but got " + strides[k];
            }
            reach += (extents[k] - 1) * Math.abs(strides[k]);
        }
        return null;
    }
}
