package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.List;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Offset;
import pim.dialect.tile.MatrixOp;
import pim.ir.type.IntegerType;

/// Convolutions: every core that holds array groups of a replica goes through the replica's windows in step. For a piece of a row of windows each
/// loads its part of the inputs, drives its array groups and adds what it can; then partial sums go to the owners of their columns, who make and
/// store the outputs.
final class ConvLowering {
    private final ConvLayer layer;
    private final List<ConvCore> cores = new ArrayList<>();
    private final List<Columns> columns;
    private final long pieceLength;

    private ConvLowering(ConvLayer layer, MatrixOp.Replica replica, Cores programs) {
        this.layer = layer;
        var sums = IntegerType.of(layer.sums().bits());
        var placed = new ArrayList<Columns.Placed>();
        for (var group : replica.groups()) {
            long core = group.core().orElseThrow();
            placed.add(new Columns.Placed(group.arrayGroup(), core,
                programs.group(core, new GroupAttr(layer.weights(), layer.unfolding().groups(), group.arrayGroup(), sums))));
        }
        columns = Columns.of(placed);
        placed.stream().map(Columns.Placed::core).distinct()
            .forEach(core -> cores.add(new ConvCore(programs.get(core), core, layer, placed, columns)));
        long most = layer.result().layout().fmapWidth();
        for (var core : cores) most = Math.min(most, (layer.budget() - core.fixedBytes()) / core.bytesPerWindow());
        pieceLength = Chunks.of(0, layer.result().layout().fmapWidth(), most).length();
        for (var core : cores) core.begin(pieceLength);
    }

    /// The replica's windows; each of its groups has a core.
    static void lower(ConvLayer layer, MatrixOp.Replica replica, Cores programs) {
        var lowering = new ConvLowering(layer, replica, programs);
        long width = layer.result().layout().fmapWidth(), begin = replica.begin(), end = replica.end();
        // A row that the replica shares with another one at its begin, then whole rows, then one that it shares at its end.
        long firstWhole = Math.ceilDiv(begin, width), endWhole = Math.max(firstWhole, end / width);
        if (begin % width != 0) lowering.rows(begin / width, begin / width + 1, begin % width, Math.min(width, end - begin / width * width));
        lowering.rows(firstWhole, endWhole, 0, width);
        if (end % width != 0 && end / width >= firstWhole) lowering.rows(end / width, end / width + 1, 0, end % width);
    }

    /// The windows of rows `[y0, y1)` and columns `[x0, x1)`, the same loops on each core.
    private void rows(long y0, long y1, long x0, long x1) {
        if (y0 >= y1 || x0 >= x1) return;
        for (var core : cores) {
            core.builder().loop(y0, y1, 1, y -> Chunks.of(x0, x1, pieceLength).emit(core.builder(), (x, windows) -> {
                core.builder().loop(0, windows, 1, i -> core.window(y, x.plus(i), i));
                exchange(core, y, x, windows);
            }));
        }
    }

    /// The core's part of all messages, whose order is that of the columns and, within them, of the cores.
    private void exchange(ConvCore core, Offset y, Offset x, long windows) {
        for (var c : columns) {
            var others = c.cores().subList(1, c.cores().size());
            if (others.contains(core.number())) core.give(c, windows);
            if (c.owner() != core.number()) continue;
            for (long other : others) core.take(c, other, windows);
            core.finish(c, y, x, windows);
        }
    }
}
