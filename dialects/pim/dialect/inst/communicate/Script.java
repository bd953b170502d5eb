package pim.dialect.inst.communicate;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pim.dialect.inst.CountedLoop;
import pim.ir.Block;
import pim.ir.Operation;

/// What others notice of the program of a core: its exchanges and the loops that have some.
final class Script {
    final long core;
    private final List<Step> steps = new ArrayList<>();
    /// By step, the loops around it.
    private final IntArrayList depths = new IntArrayList();
    private int deepest;

    /// @param exchanges what an operation that is no loop is to others, null when nothing
    Script(long core, Block body, Function<Operation, Exchange> exchanges) {
        this.core = core;
        add(body, exchanges, 0);
        depths.add(0);
    }

    private void add(Block block, Function<Operation, Exchange> exchanges, int depth) {
        for (var operation : block) {
            if (operation.regions().isEmpty() || !(operation.op() instanceof CountedLoop loop)) {
                var exchange = exchanges.apply(operation);
                if (exchange != null) add(exchange, depth);
            } else if (loop.trips() > 0) {
                int begin = size();
                add(new Step.Begin(loop, depth), depth);
                add(loop.body().entry(), exchanges, depth + 1);
                if (size() == begin + 1) {
                    steps.removeLast();
                    depths.removeInt(begin);
                } else {
                    add(new Step.Again(depth, begin + 1), depth + 1);
                    deepest = Math.max(deepest, depth + 1);
                }
            }
        }
    }

    private void add(Step step, int depth) {
        steps.add(step);
        depths.add(depth);
    }

    int size() {
        return steps.size();
    }

    Step step(int index) {
        return steps.get(index);
    }

    /// How many loops are around a step; behind the last one none is.
    int depth(int index) {
        return depths.getInt(index);
    }

    /// The most loops within each other.
    int deepest() {
        return deepest;
    }
}
