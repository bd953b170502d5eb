package pim.dialect.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.dialect.arch.Accelerator;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp.Group;
import pim.dialect.tile.MatrixOp.Replica;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.attr.DenseArrayAttr;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Cuts the weights of each convolution into array groups for the accelerator of the module, one replica each (PIMCOMP, TCAD 2024, section on layer
/// partitioning). Each matrix `H x W` that the weights unfold to is cut along its height by the height of an array, and along its width only where a
/// core has too few arrays for a whole row. A convolution that has an unfolding keeps it, one that has array groups stays as it is.
public record TileUnfold() implements Pass {
    @Override public String summary() {
        return "Cut the weights of convolutions into array groups";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "tile";
    }

    @Override public void run(Operation root, PassContext context) {
        var capacity = new Capacity(Accelerator.carriedBy(root, context.diagnostics()));
        root.walk(operation -> {
            if (!(operation.op() instanceof Conv2d conv) || !conv.replicas().isEmpty()) return;
            int bits = conv.weightBits();
            if (capacity.widest(bits) == 0) {
                throw context.diagnostics().failure(operation.location(), "'tile.conv2d' op needs a core with the arrays for a weight of " + bits
                    + " bits, but a core has only " + capacity.arrays(0) + " arrays");
            }
            unfold(operation, conv, capacity, bits);
        });
    }

    private static void unfold(Operation operation, Conv2d conv, Capacity capacity, int bits) {
        var unfolding = conv.unfolding();
        long height = conv.unfold().map(u -> u[0]).orElse(unfolding.rows(1));
        if (conv.unfold().isEmpty()) operation.setAttribute("unfold", DenseArrayAttr.i64(height, unfolding.outputs(), unfolding.groups()));
        var cuts = cut(unfolding, height, capacity, bits);
        var builder = Builder.atEnd(conv.body().entry());
        builder.setLocation(operation.location());
        var inside = new Block();
        builder.create(new Replica(0, conv.resultType().pixels(), Region.of(inside)));
        builder.setInsertionPointToEnd(inside);
        for (var group : cuts) builder.create(Group.of(group, Optional.empty()));
    }

    /// The array groups of matrices of `height` rows for each convolution group, or of several convolution groups packed into one array.
    static List<ArrayGroup> cut(Unfolding unfolding, long height, Capacity capacity, int bits) {
        long together = height == unfolding.rows(1) ? packing(unfolding, capacity, bits) : 1;
        long widest = capacity.widest(bits);
        var cuts = new ArrayList<ArrayGroup>();
        for (long g = 0; g < unfolding.groups(); g += together) {
            long end = Math.min(g + together, unfolding.groups()), rows = unfolding.rows(end - g), cols = unfolding.cols(end - g);
            long piece = together == 1 ? height : rows;
            for (long p = 0; p < rows; p += piece) {
                for (long r = p; r < p + piece; r += capacity.rows()) {
                    for (long c = 0; c < cols; c += widest) {
                        cuts.add(new ArrayGroup(g, end, r, Math.min(r + capacity.rows(), p + piece), c, Math.min(c + widest, cols)));
                    }
                }
            }
        }
        return cuts;
    }

    /// How many convolution groups one matrix holds: as many as fit its height, so that one `mvm` does them all, unless fewer take fewer arrays.
    private static long packing(Unfolding unfolding, Capacity capacity, int bits) {
        long best = 1, fewest = Long.MAX_VALUE;
        for (long n = 1; n <= unfolding.groups(); n++) {
            if (n > 1 && (unfolding.rows(n) > capacity.rows() || unfolding.cols(n) > capacity.widest(bits))) break;
            long whole = unfolding.groups() / n, rest = unfolding.groups() % n, width = capacity.columns();
            long arrays = whole * Math.ceilDiv(unfolding.cols(n), width) + Math.ceilDiv(unfolding.cols(rest), width);
            if (arrays <= fewest) {
                best = n;
                fewest = arrays;
            }
        }
        return best;
    }
}
