package pim.syntax;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.NamedResult;
import pim.ir.OpResult;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.syntax.PrintOptions.Flag;

/// The numbers that MLIR gives to values and blocks: those of a region come all before those of the regions within it, the last of these first.
/// Sister regions begin alike, unless each number is to be unique.
///
/// Values may have names instead, by what the operation is in custom forms or by what its location says. One that is taken already, here or around,
/// gets a number behind it.
public final class ValueNames {
    private static final int UNKNOWN = -1, NAMED = -2;

    /// The names in a region, and in those around it.
    private record Scope(Set<String> names, Scope outer) {
        boolean has(String name) {
            for (var scope = this; scope != null; scope = scope.outer) if (scope.names.contains(name)) return true;
            return false;
        }
    }

    private record Pending(Region region, int nextValue, int nextArgument, int nextConflict, Scope around) {}

    private final Object2IntMap<Operation> results = new Object2IntOpenHashMap<>();
    /// Of the operations whose number is [#NAMED].
    private final Map<Operation, String> named = new IdentityHashMap<>();
    private final Map<BlockArgument, String> arguments = new IdentityHashMap<>();
    private final Map<Block, Integer> blocks = new IdentityHashMap<>();

    private final Operation top;
    private final PrintOptions options;
    private int nextValue, nextArgument, nextConflict;

    /// The names in custom forms.
    public static ValueNames custom(Operation top) {
        return new ValueNames(top, PrintOptions.CUSTOM);
    }

    ValueNames(Operation top, PrintOptions options) {
        this.top = top;
        this.options = options;
        results.defaultReturnValue(UNKNOWN);
        var outermost = new Scope(new HashSet<>(), null);
        Deque<Pending> pending = new ArrayDeque<>();
        // The regions of the topmost operation begin as if that had no number.
        for (var region : top.regions()) pending.push(new Pending(region, 0, 0, 0, outermost));
        number(top, outermost);
        while (!pending.isEmpty()) {
            var next = pending.pop();
            // In generic form no two values have one number, rather than no two that can be seen at one place.
            if (!options.has(Flag.GENERIC) && !options.has(Flag.UNIQUE_NAMES)) {
                nextValue = next.nextValue;
                nextArgument = next.nextArgument;
                nextConflict = next.nextConflict;
            }
            number(next.region, new Scope(new HashSet<>(), next.around), pending);
        }
    }

    private void number(Operation op, Scope scope) {
        var name = name(op);
        if (name != null) {
            results.put(op, NAMED);
            named.put(op, free(name, scope));
        } else if (op.resultCount() > 0 || options.has(Flag.USERS)) {
            // Who uses a value is said by numbers, also of those without results.
            results.put(op, nextValue++);
        }
    }

    /// The name of the results, or null.
    private String name(Operation op) {
        if (op.resultCount() == 0) return null;
        var located = located(op.location());
        return located != null || options.has(Flag.GENERIC) || !op.has(NamedResult.class) ? located : ((NamedResult) op.op()).resultName();
    }

    private String located(Location location) {
        var name = options.has(Flag.LOCATION_NAMES) ? location.name() : null;
        return name == null || name.isEmpty() ? null : name;
    }

    private String name(BlockArgument argument, boolean entry, Scope scope) {
        var name = located(argument.location());
        if (name == null && !entry) return String.valueOf(nextValue++);
        // One that has a name takes a number all the same.
        var numbered = entry ? "arg" + nextArgument++ : null;
        // Without other names, arguments cannot meet one.
        if (options.has(Flag.GENERIC) && !options.has(Flag.LOCATION_NAMES)) return numbered;
        return free(name == null ? numbered : name, scope);
    }

    /// The name as it can stand behind a percent sign, with a number behind it if it is taken.
    private String free(String name, Scope scope) {
        var written = written(name);
        var free = written;
        while (scope.has(free)) free = written + "_" + nextConflict++;
        scope.names.add(free);
        return free;
    }

    /// `_` in the place of a space and before a digit that would begin it; of other characters that cannot stand in a name, the digits of their
    /// bytes.
    private static String written(String name) {
        var text = new StringBuilder();
        if (name.charAt(0) >= '0' && name.charAt(0) <= '9') text.append('_');
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "$._-".indexOf(b) >= 0) text.append((char) b);
            else text.append(b == ' ' ? "_" : Integer.toHexString(b & 0xFF).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }

    private void number(Region of, Scope scope, Deque<Pending> pending) {
        int nextBlock = 0;
        for (var block : of.blocks()) {
            boolean entry = nextBlock == 0;
            blocks.put(block, nextBlock++);
            for (var argument : block.arguments()) arguments.put(argument, "%" + name(argument, entry, scope));
            for (var op : block) number(op, scope);
        }
        for (var block : of.blocks()) {
            if (block.isFlat()) continue;
            for (var op : block) for (var region : op.regions()) pending.push(new Pending(region, nextValue, nextArgument, nextConflict, scope));
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
                write(text, r.definingOp(), "<<UNKNOWN SSA VALUE>>");
                if (r.definingOp().resultCount() > 1 && results.getInt(r.definingOp()) != UNKNOWN) text.append('#').append(r.index());
            }
        }
    }

    /// Writes `%3` or `%3:2`, the left side of the operation.
    void writeResults(StringBuilder text, Operation op) {
        write(text, op, "<<UNKNOWN SSA VALUE>>");
        if (op.resultCount() > 1) text.append(':').append(op.resultCount());
    }

    private void write(StringBuilder text, Operation op, String unknown) {
        int number = results.getInt(op);
        switch (number) {
            case UNKNOWN -> text.append(unknown);
            case NAMED -> text.append('%').append(named.get(op));
            default -> text.append('%').append(number);
        }
    }

    /// The number of an operation, as a name, when all have one.
    String of(Operation op) {
        var text = new StringBuilder();
        write(text, op, "<<UNKNOWN OPERATION>>");
        return text.toString();
    }

    String block(Block block) {
        var number = blocks.get(block);
        return number == null ? "INVALIDBLOCK" : "^bb" + number;
    }
}
