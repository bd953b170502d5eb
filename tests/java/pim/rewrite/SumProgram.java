package pim.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;

/// A random program of sums: a block with arguments, nested blocks that use values from outside, and some values that are kept.
public record SumProgram(Operation root) {
    public static final Registry REGISTRY = new Registry().add(new Sum.Rules());

    public static SumProgram random(long seed, int size) {
        var random = new Random(seed);
        var block = new Block();
        var values = new ArrayList<Value>();
        for (int i = 0; i < 3; i++) values.add(block.addArgument(IntegerType.I64, Location.UNKNOWN));
        fill(block, values, random, size, 0);
        return new SumProgram(OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN));
    }

    private static void fill(Block block, List<Value> values, Random random, int size, int depth) {
        var builder = Builder.atEnd(block);
        for (int i = 0; i < size; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> values.add(builder.value(new Sum.Constant(random.nextInt(-2, 3))));
                case 2, 3, 4 -> values.add(builder.value(new Sum.Add(any(values, random), any(values, random))));
                case 5 -> values.add(builder.value(new Sum.Negate(any(values, random))));
                case 6 -> builder.create(new Sum.Keep(List.of(any(values, random))));
                default -> {
                    if (depth == 2) continue;
                    var inner = new Block();
                    fill(inner, new ArrayList<>(values), random, size / 2, depth + 1);
                    builder.create(new Sum.Within(Region.of(inner)));
                }
            }
        }
    }

    private static Value any(List<Value> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /// The values of what is kept, in order, for fixed arguments.
    public List<Long> kept() {
        Map<Value, Long> known = new HashMap<>();
        long next = 11;
        for (var argument : root.region(0).entry().arguments()) known.put(argument, next *= 7);
        var kept = new ArrayList<Long>();
        root.walk(op -> {
            if (op.op() instanceof Sum.Keep(var inputs)) for (var input : inputs) kept.add(Sum.evaluate(input, known));
        });
        return kept;
    }

    public int count() {
        return Sum.count(root);
    }

    /// All operations but the root.
    public List<Operation> operations() {
        var all = new ArrayList<Operation>();
        root.region(0).walk(all::add);
        return all;
    }
}
