package pim.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// An op with one result that may be known when something is known of the operands. With all of them constant this is the meaning of the op.
public interface Foldable extends Op {
    /// The result when the operands are these constants (null: not known); null when it is not known, or the op has no meaning for them.
    Folded fold(List<Attribute> operands);

    /// The op, with one result of that type, that the dialect says a constant with; null when it has none for it.
    Op constant(Attribute value, Type type);

    /// The constant that `value` is, or null.
    static Attribute constantOf(Value value) {
        if (value.definingOp() == null || !value.definingOp().has(Traits.ConstantLike.class)) return null;
        return value.op() instanceof Foldable op && op.fold(List.of()) instanceof Folded.Constant(var constant) ? constant : null;
    }

    /// The constants that the operands of `operation` are, with null for those that are none.
    static List<Attribute> constantOperands(Operation operation) {
        var constants = new ArrayList<Attribute>(operation.operandCount());
        for (int i = 0; i < operation.operandCount(); i++) constants.add(constantOf(operation.operand(i)));
        return Collections.unmodifiableList(constants);
    }
}
