package pim.dialect.tile;

import java.util.Arrays;
import pim.ir.type.Type;

/// How tensors that broadcast to one shape lie in feature maps that broadcast alike: each axis of the tensors belongs to the rows, the columns or the
/// channels.
///
/// @param shape  extents of the result
/// @param groups for each axis 0, 1 or 2: rows, columns, channels; null for an image, whose axes are those of the map
record Broadcast(long[] shape, int[] groups) {
    /// The way to broadcast operands of those shapes, which have as many axes as the result; null when three axes are too few.
    static Broadcast of(long[] shape, long[]... operands) {
        if (Layout.isImage(shape)) return new Broadcast(shape, null);
        var natural = natural(shape);
        if (Arrays.stream(operands).allMatch(natural::fits)) return natural;
        var merged = merged(shape, operands);
        return merged != null && Arrays.stream(operands).allMatch(merged::fits) ? merged : null;
    }

    /// The axes as [Layout] has them.
    private static Broadcast natural(long[] shape) {
        int rank = shape.length;
        var groups = new int[rank];
        boolean leading = Arrays.stream(shape).limit(Math.max(0, rank - 2)).allMatch(extent -> extent == 1);
        if (rank >= 2) groups[rank - 2] = leading ? 0 : 1;
        if (rank >= 1) groups[rank - 1] = 2;
        return new Broadcast(shape, groups);
    }

    /// Neighbouring axes together as long as each operand has all of them or none.
    private static Broadcast merged(long[] shape, long[][] operands) {
        var groups = new int[shape.length];
        int group = 2, last = -1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1) {
                if (last >= 0 && !alike(shape, operands, axis, last)) group--;
                last = axis;
            }
            if (group < 0) return null;
            groups[axis] = group;
        }
        return new Broadcast(shape, groups);
    }

    private static boolean alike(long[] shape, long[][] operands, int a, int b) {
        return Arrays.stream(operands).allMatch(operand -> (operand[a] == shape[a]) == (operand[b] == shape[b]));
    }

    private boolean fits(long[] operand) {
        for (int group = 0; group < 3; group++) {
            boolean whole = true, single = true;
            for (int axis = 0; axis < shape.length; axis++) {
                if (groups[axis] != group || shape[axis] == 1) continue;
                whole &= operand[axis] == shape[axis];
                single &= operand[axis] == 1;
            }
            if (!whole && !single) return false;
        }
        return true;
    }

    /// The layout of an operand, or of the result.
    Layout layout(long[] operand, Type element) {
        if (groups == null) return Layout.of(operand, element);
        long[] extents = {1, 1, 1};
        for (int axis = 0; axis < operand.length; axis++) extents[groups[axis]] *= operand[axis];
        return Layout.rowMajor(operand, extents[0], extents[1], extents[2], element);
    }
}
