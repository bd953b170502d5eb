package pim.dialect.irdl.load;

import java.util.Arrays;
import java.util.List;
import pim.dialect.irdl.Variadicity;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.type.IntegerType;

/// The operands of an op, or its results: a variable for each item and how many it stands for.
///
/// @param kind `operand` or `result`
record Segments(String kind, List<Value> variables, List<Variadicity> variadicity) {
    /// How many of the `total` each item stands for.
    ///
    /// @throws IllegalArgumentException when they cannot be shared out so
    int[] sizes(Operation op, int total) {
        int items = variables.size();
        long open = variadicity.stream().filter(v -> v != Variadicity.SINGLE).count();
        if (open > 1) return written(op, total);
        if (open == 0 && total != items) throw wrong("op expects exactly " + items + " " + kind + "s, but got " + total);
        if (total < items - open) throw wrong("op expects at least " + (items - open) + " " + kind + "s, but got " + total);
        var sizes = new int[items];
        for (int i = 0; i < items; i++) {
            sizes[i] = variadicity.get(i) == Variadicity.SINGLE ? 1 : total - items + 1;
            if (sizes[i] > 1 && variadicity.get(i) == Variadicity.OPTIONAL) {
                throw wrong("op expects at most " + items + " " + kind + "s, but got " + total);
            }
        }
        return sizes;
    }

    private int[] written(Operation op, int total) {
        var name = "'" + kind + "SegmentSizes'";
        var attribute = op.attribute(kind + "SegmentSizes");
        if (attribute == null) throw wrong(name + " attribute is expected but not provided");
        if (!(attribute instanceof DenseArrayAttr(var element, var values, _)) || !element.equals(IntegerType.I32)) {
            throw wrong(name + " attribute is expected to be a dense i32 array");
        }
        var segments = name + " attribute for specifying " + kind + " segments must have ";
        if (values.length != variables.size()) throw wrong(segments + variables.size() + " elements, but got " + values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) throw wrong(segments + "non-negative values");
            if (variadicity.get(i) == Variadicity.SINGLE && values[i] != 1)
                throw wrong("element " + i + " in " + name + " attribute must be equal to 1");
            if (variadicity.get(i) == Variadicity.OPTIONAL && values[i] > 1) {
                throw wrong("element " + i + " in " + name + " attribute must be equal to 0 or 1");
            }
        }
        if (Arrays.stream(values).sum() != total)
            throw wrong("sum of elements in " + name + " attribute must be equal to the number of " + kind + "s");
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
