package pim.rewrite;

import java.util.List;
import java.util.function.Consumer;
import pim.define.Builder;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Replacement;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// A builder that may also change and remove what is there. All edits of a pattern go through it, so that whoever drives the patterns
/// hears of them: a driver overrides [#inserted], [#changed] and [#erased].
public class Rewriter extends Builder {
    private Operation matched;
    private String mismatch;

    /// The operation that the running pattern was asked to rewrite; null outside a pattern.
    public final Operation matched() {
        return matched;
    }

    /// Inserts before `op`, with its location, and makes it the one that a pattern is about to match.
    protected final void match(Operation op) {
        matched = op;
        mismatch = null;
        setInsertionPoint(op);
    }

    /// Says why a pattern does not match; the pattern gives back the result, which is null. A conversion that fails tells it to the user.
    public final Replacement mismatch(String why) {
        mismatch = why;
        return null;
    }

    /// Why the pattern that ran last did not match, as far as it said; or null.
    protected final String mismatch() {
        return mismatch;
    }

    @Override public Operation insert(Operation operation) {
        super.insert(operation);
        inserted(operation);
        return operation;
    }

    /// Puts `with` in the place of the results of `op` and removes `op`. When `with` is the results of `op` themselves, `op` stays.
    ///
    /// @throws IllegalArgumentException when there are not as many values as results
    public void replace(Operation op, Replacement with) {
        var values = with.values();
        if (values.size() != op.resultCount()) {
            throw new IllegalArgumentException("'" + op.name() + "' has " + op.resultCount() + " results and is replaced by " + values.size()
                + " values");
        }
        if (!values.isEmpty() && values.equals(op.results())) return;
        for (int i = 0; i < values.size(); i++) replaceUses(op.result(i), values.get(i));
        erase(op);
    }

    /// Inserts the operation that says `with` where `op` stands, at the location of `op`, and replaces `op` by it.
    public Operation replace(Operation op, Op with) {
        setInsertionPoint(op);
        var created = create(with);
        replace(op, Replacement.of(created.results()));
        return created;
    }

    /// Makes every user of `from` use `to`.
    public void replaceUses(Value from, Value to) {
        if (from == to) return;
        var users = from.users();
        from.replaceAllUsesWith(to);
        users.forEach(this::changed);
    }

    /// Removes `op` and all it holds. Its results must have no uses left.
    public void erase(Operation op) {
        if (insertionPoint() == op) moveInsertionPointPast(op);
        op.walk(this::erased);
        op.erase();
    }

    /// Changes `op` in place.
    public void modify(Operation op, Consumer<Operation> change) {
        change.accept(op);
        changed(op);
    }

    /// Sets the property or attribute of `op`, or removes it when `value` is null.
    public void setAttribute(Operation op, String name, Attribute value) {
        modify(op, o -> o.setAttribute(name, value));
    }

    public void setOperands(Operation op, List<Value> operands) {
        modify(op, o -> o.setOperands(operands));
    }

    /// Gives `value` another type where it is.
    public void setType(Value value, Type type) {
        value.setType(type);
        value.users().forEach(this::changed);
    }

    /// Moves all blocks of one region to the end of another; in a conversion to one without blocks.
    public void moveBlocks(Region from, Region to) {
        from.moveBlocksTo(to);
    }

    /// Gives the arguments of `block` the types that `types` makes of theirs, and says whether it can; if not nothing has changed.
    public boolean convertArguments(Block block, TypeConverter types) {
        var converted = types.of(Value.types(block.arguments()));
        if (converted == null) return false;
        for (int i = 0; i < converted.size(); i++) setType(block.argument(i), converted.get(i));
        return true;
    }

    /// The type that `value`, or what it stands for, had before a conversion.
    public Type originalType(Value value) {
        return value.type();
    }

    private void moveInsertionPointPast(Operation op) {
        var next = op.next();
        var location = location();
        if (next == null) setInsertionPointToEnd(op.block());
        else setInsertionPoint(next);
        setLocation(location);
    }

    /// `op` has been put into a block.
    protected void inserted(Operation op) {}

    /// The operands, attributes or regions of `op` are not what they were.
    protected void changed(Operation op) {}

    /// `op` is about to be removed; it still has its operands.
    protected void erased(Operation op) {}
}
