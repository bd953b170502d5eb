package pim.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Copies operations with all they hold. A copy uses what the original uses, unless that is copied too or [#map] names another value.
public final class Copy {
    private final Map<Value, Value> values = new HashMap<>();
    private final Map<Block, Block> blocks = new HashMap<>();

    /// The copy of an operation; it stands nowhere.
    public static Operation of(Operation op) {
        return new Copy().operation(op);
    }

    /// Copies use `to` in the place of `from`.
    public Copy map(Value from, Value to) {
        values.put(from, to);
        return this;
    }

    /// What stands in a copy for `value`.
    public Value value(Value value) {
        return values.getOrDefault(value, value);
    }

    /// What stands in a copy for `block`.
    public Block block(Block block) {
        return blocks.getOrDefault(block, block);
    }

    public Operation operation(Operation op) {
        var made = new ArrayList<Operation>();
        var copy = operation(op, made);
        resolve(made);
        return copy;
    }

    /// Copies the blocks of `from` behind those of `to`.
    public void blocks(Region from, Region to) {
        var made = new ArrayList<Operation>();
        blocks(from, to, made);
        resolve(made);
    }

    private void blocks(Region from, Region to, List<Operation> made) {
        for (var block : from.blocks()) {
            var copy = new Block();
            blocks.put(block, copy);
            to.append(copy);
            for (var argument : block.arguments()) values.put(argument, copy.addArgument(argument.type(), argument.location()));
        }
        for (var block : from.blocks()) for (var op : block) blocks.get(block).append(operation(op, made));
    }

    private Operation operation(Operation op, List<Operation> made) {
        var regions = new ArrayList<Region>();
        for (var region : op.regions()) {
            var copy = new Region();
            blocks(region, copy, made);
            regions.add(copy);
        }
        var copy = new Operation(op.kind(), op.operands(), op.resultTypes(), op.properties(), op.attributes(),
            op.successors().stream().map(this::block).toList(), regions, op.location());
        copy.setProperties(op.propertiesAttribute());
        for (int i = 0; i < op.resultCount(); i++) values.put(op.result(i), copy.result(i));
        made.add(copy);
        return copy;
    }

    /// Values may be used before the text defines them, so operands are put right when all is copied.
    private void resolve(List<Operation> made) {
        for (var op : made) for (int i = 0; i < op.operandCount(); i++) op.setOperand(i, value(op.operand(i)));
    }
}
