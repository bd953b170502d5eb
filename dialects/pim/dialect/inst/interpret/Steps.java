package pim.dialect.inst.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pim.dialect.inst.CountedLoop;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;

/// The flat program of a core while it is written.
public final class Steps {
    private final List<Step> steps = new ArrayList<>();
    private final List<Value> loops = new ArrayList<>();
    private int depth;

    public void add(Step step) {
        steps.add(step);
    }

    /// Adds the loop around what `body` adds for its block; nothing for a loop that does not run.
    public void loop(Operation operation, CountedLoop loop, Consumer<Block> body) {
        if (loop.trips() == 0) return;
        steps.add(new Step.LoopBegin(operation, loops.size(), loop.from()));
        int first = steps.size();
        loops.add(loop.body().entry().argument(0));
        depth = Math.max(depth, loops.size());
        body.accept(loop.body().entry());
        loops.removeLast();
        steps.add(new Step.LoopEnd(operation, loops.size(), first, loop.to(), loop.step()));
    }

    /// The variables of the loops around what is added next, the outermost first.
    public List<Value> loops() {
        return loops;
    }

    /// @param number of the core
    public CoreProgram program(long number, List<LocalMemory.Buffer> buffers) {
        return new CoreProgram(number, steps.toArray(Step[]::new), buffers, depth);
    }
}
