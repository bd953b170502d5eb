package pim.tool.reduce;

import java.util.ArrayList;
import java.util.List;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.StringAttr;

/// Reductions that leave the operations and make what they say simpler.
final class Contents {
    private Contents() {}

    static final List<Reduction> REDUCTIONS = List.of(new Reduction("attributes", Contents::attributes), new Reduction("constants", Contents::constants),
        new Reduction("operands", Contents::operands));

    /// Takes away an attribute.
    private static List<Runnable> attributes(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : Structure.backwards(module)) {
            for (var entry : op.attributes().entries()) edits.add(() -> op.setAttribute(entry.name(), null));
            for (var entry : op.properties().entries()) edits.add(() -> op.setAttribute(entry.name(), null));
        }
        for (var entry : module.attributes().entries()) edits.add(() -> module.setAttribute(entry.name(), null));
        return edits;
    }

    /// Puts the simplest value of its kind in the place of an attribute.
    private static List<Runnable> constants(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : Structure.backwards(module)) {
            for (var own : List.of(op.properties(), op.attributes())) {
                for (var entry : own.entries()) {
                    var simple = simplest(entry.value());
                    boolean isName = op.has(Traits.Symbol.class) && entry.value() instanceof StringAttr;
                    if (!isName && !simple.equals(entry.value())) edits.add(() -> op.setAttribute(entry.name(), simple));
                }
            }
        }
        return edits;
    }

    private static Attribute simplest(Attribute attribute) {
        return switch (attribute) {
            case IntegerAttr(var type, _) -> IntegerAttr.of(type, 0);
            case FloatAttr(var type, _) -> FloatAttr.of(type, 0);
            case DenseElementsAttr(var type, var raw) when raw.length > 0 -> new DenseElementsAttr(type,
                new byte[DenseElementsAttr.elementBytes(type.element())]);
            case ArrayAttr _ -> new ArrayAttr(List.of());
            case DictionaryAttr _ -> DictionaryAttr.EMPTY;
            case StringAttr(_, var type) -> new StringAttr("", type);
            default -> attribute;
        };
    }

    /// Uses the first value of the type that an operand has: an argument of a block around it, or the result of an operation before.
    private static List<Runnable> operands(Operation module) {
        var edits = new ArrayList<Runnable>();
        for (var op : Structure.backwards(module)) {
            for (int i = 0; i < op.operandCount(); i++) {
                int index = i;
                edits.add(() -> first(op, index));
            }
        }
        return edits;
    }

    private static void first(Operation op, int index) {
        var type = op.operand(index).type();
        var around = op;
        while (around.parent() != null && !around.parent().has(Traits.IsolatedFromAbove.class)) around = around.parent();
        if (around.block() == null) return;
        var entry = around.parentRegion().entry();
        for (var argument : entry.arguments()) {
            if (!argument.type().equals(type)) continue;
            op.setOperand(index, argument);
            return;
        }
        for (var before : entry) {
            if (before == op) return;
            for (var result : before.results()) {
                if (!result.type().equals(type)) continue;
                op.setOperand(index, result);
                return;
            }
        }
    }
}
