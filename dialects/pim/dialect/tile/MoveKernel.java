package pim.dialect.tile;

import java.util.Arrays;

/// Runs a move on the elements of its input.
final class MoveKernel {
    private final LayoutOp.Move move;
    private final int[] from;
    private final int[] to;

    private MoveKernel(LayoutOp.Move move, int[] from) {
        this.move = move;
        this.from = from;
        this.to = new int[Math.toIntExact(move.resultType().size())];
    }

    static int[] run(LayoutOp.Move move, int[] input) {
        if (move.isReshape()) return input;
        var kernel = new MoveKernel(move, input);
        if (move.fill() != 0) Arrays.fill(kernel.to, Math.toIntExact(move.fill()));
        kernel.loop(0, (int) move.fromOffset(), (int) move.toOffset());
        return kernel.to;
    }

    private void loop(int depth, int at, int target) {
        if (depth == move.extents().length) {
            to[target] = from[at];
            return;
        }
        int extent = (int) move.extents()[depth], step = (int) move.fromStrides()[depth], apart = (int) move.toStrides()[depth];
        if (depth == move.extents().length - 1) {
            for (int i = 0; i < extent; i++) to[target + i * apart] = from[at + i * step];
        } else {
            for (int i = 0; i < extent; i++) loop(depth + 1, at + i * step, target + i * apart);
        }
    }
}
