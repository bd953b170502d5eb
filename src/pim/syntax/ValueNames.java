package pim.syntax;

import it.unimi.dsi.fastutil.objects.Reference2IntMap;
import it.unimi.dsi.fastutil.objects.Reference2IntOpenHashMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.OpResult;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;

/// The numbers that MLIR gives to values and blocks: those of a region come all before those of the regions within it, the last of these first.
/// Sister regions begin alike, unless each number is to be unique.
public final class ValueNames {
    private record Pending(Region region, int nextValue, int nextArgument) {}

    private final Reference2IntMap<Operation> results = new Reference2IntOpenHashMap<>();
    private final Map<BlockArgument, String> arguments = new IdentityHashMap<>();
    private final Map<Block, Integer> blocks = new IdentityHashMap<>();

    private final Operation top;
    private final boolean all;
    private int nextValue, nextArgument;

    /// @param unique whether no two values have one name, rather than no two that can be seen at one place
    public ValueNames(Operation top, boolean unique) {
        this(top, unique, false);
    }

    /// @param all whether operations without results have numbers too
    ValueNames(Operation top, boolean unique, boolean all) {
        this.top = top;
        this.all = all;
        results.defaultReturnValue(-1);
        number(top);
        Deque<Pending> pending = new ArrayDeque<>();
        for (var region : top.regions()) pending.push(new Pending(region, nextValue, 0));
        while (!pending.isEmpty()) {
            var next = pending.pop();
            if (!unique) {
                nextValue = next.nextValue;
                nextArgument = next.nextArgument;
            }
            number(next.region, pending);
        }
    }

    private void number(Operation op) {
        if (all || op.resultCount() > 0) results.put(op, nextValue++);
    }

    private void number(Region of, Deque<Pending> pending) {
        int nextBlock = 0;
        for (var block : of.blocks()) {
            boolean entry = nextBlock == 0;
            blocks.put(block, nextBlock++);
            for (var argument : block.arguments()) arguments.put(argument, entry ? "%arg" + nextArgument++ : "%" + nextValue++);
            for (var op : block) number(op);
        }
        for (var block : of.blocks()) {
            for (var op : block) for (var region : op.regions()) pending.push(new Pending(region, nextValue, nextArgument));
        }
    }

    /// What all that is named stands in.
    Operation top() {
        return top;
    }

    /// How many operations have numbers.
    int size() {
        return results.size();
    }

    /// The name of a value: `%3`, or `%3#1` where the operation has several results.
    public String of(Value value) {
        var text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    /// Writes the name of a value with its percent sign, and its number where the operation has several results.
    void write(StringBuilder text, Value value) {
        switch (value) {
            case BlockArgument a -> text.append(arguments.getOrDefault(a, "<<UNKNOWN SSA VALUE>>"));
            case OpResult r -> {
                int number = results.getInt(r.definingOp());
                if (number < 0) {
                    text.append("<<UNKNOWN SSA VALUE>>");
                    return;
                }
                text.append('%').append(number);
                if (r.definingOp().resultCount() > 1) text.append('#').append(r.index());
            }
        }
    }

    /// Writes `%3` or `%3:2`, the left side of the operation.
    void writeResults(StringBuilder text, Operation op) {
        text.append('%').append(results.getInt(op));
        if (op.resultCount() > 1) text.append(':').append(op.resultCount());
    }

    /// The number of an operation, as a name, when all have one.
    String of(Operation op) {
        int number = results.getInt(op);
        return number < 0 ? "<<UNKNOWN OPERATION>>" : "%" + number;
    }

    String block(Block block) {
        var number = blocks.get(block);
        return number == null ? "INVALIDBLOCK" : "^bb" + number;
    }
}
